using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Databases;

/// <summary>The values that code gives to the parameters of a database command, which its text only names.</summary>
internal static class CommandParameters
{
    /// <summary>What stands in for the parameters of a command: <c>command.Parameters.AddWithValue("q", vector)</c>.</summary>
    /// <param name="command">The command where it is run; of one that is no local variable nothing is known.</param>
    public static IEnumerable<IOperation> ValuesOf(IOperation command) =>
        command.Unwrapped() is ILocalReferenceOperation { Local: var local }
            ? BodyIndex.Of(command).ReferencesTo(local).SelectMany(static r => PassedTo(r))
            : Enumerable.Empty<IOperation>();

    private static IEnumerable<IOperation> PassedTo(IOperation reference) =>
        reference.Parent is IPropertyReferenceOperation { Property.Name: "Parameters", Parent: IInvocationOperation call } parameters
        && ReferenceEquals(parameters.Instance, reference)
        && ReferenceEquals(call.Instance, parameters)
            ? ValuesIn(call).Concat(SetAfter(call))
            : Enumerable.Empty<IOperation>();

    /// <summary>The arguments, or those of the parameter that is made there.</summary>
    private static IEnumerable<IOperation> ValuesIn(IInvocationOperation call) =>
        call.Arguments.SelectMany(static a =>
            a.Value.Unwrapped() is IObjectCreationOperation made
                ? made.Arguments.Select(static i => i.Value).Concat(SetIn(made))
                : new[] { a.Value }
        );

    private static IEnumerable<IOperation> SetIn(IObjectCreationOperation made) =>
        made.Initializer is { Initializers: var set } ? set.OfType<ISimpleAssignmentOperation>().Select(static s => s.Value) : [];

    /// <summary><c>command.Parameters.Add("q", type).Value = vector</c>, also by way of a variable.</summary>
    private static IEnumerable<IOperation> SetAfter(IInvocationOperation call)
    {
        if (call.Parent is IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var parameter } })
        {
            return BodyIndex.Of(call).ReferencesTo(parameter).SelectMany(static r => Assigned(r));
        }

        return Assigned(call);
    }

    private static IEnumerable<IOperation> Assigned(IOperation parameter) =>
        parameter.Parent is IPropertyReferenceOperation { Property.Name: "Value", Parent: ISimpleAssignmentOperation set } value
        && ReferenceEquals(set.Target, value)
            ? new[] { set.Value }
            : Enumerable.Empty<IOperation>();
}
