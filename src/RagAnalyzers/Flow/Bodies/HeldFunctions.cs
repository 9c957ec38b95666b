using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>Lambdas that a local holds, or that come in as a parameter, and the calls of them.</summary>
internal static class HeldFunctions
{
    /// <summary>The local that a lambda is put into, or null.</summary>
    public static ILocalSymbol? LocalOf(IAnonymousFunctionOperation lambda)
    {
        IOperation function = lambda.Parent is IDelegateCreationOperation creation ? creation : lambda;
        return function.ParentOf(out var child) switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol: var declared } } => declared,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation { Local: var assigned } } assignment
                when ReferenceEquals(assignment.Value, child) => assigned,
            _ => null,
        };
    }

    /// <summary>The calls of the function that a variable holds; default when something else is done with it than to call it.</summary>
    /// <param name="variable">A local, or a parameter.</param>
    /// <param name="inBody">An operation of the body that has the variable.</param>
    public static ImmutableArray<IInvocationOperation> CallsOf(ISymbol variable, IOperation inBody)
    {
        var calls = ImmutableArray.CreateBuilder<IInvocationOperation>();
        foreach (var reference in BodyIndex.Of(inBody).ReferencesTo(variable))
        {
            if (CallOf(reference) is { } call)
            {
                calls.Add(call);
            }
            else if (!IsWrite(reference))
            {
                return default;
            }
        }

        return calls.ToImmutable();
    }

    /// <summary>The call <c>run()</c>, <c>run.Invoke()</c> or <c>run?.Invoke()</c> of a function, or null.</summary>
    public static IInvocationOperation? CallOf(IOperation function) =>
        function.ParentOf(out var child) switch
        {
            IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke } call when ReferenceEquals(call.Instance, child) =>
                call,
            IConditionalAccessOperation access when ReferenceEquals(access.Operation, child) => access
                .WhenNotNull.DescendantsAndSelf()
                .OfType<IInvocationOperation>()
                .FirstOrDefault(c =>
                    c is { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: IConditionalAccessInstanceOperation instance }
                    && ReferenceEquals(instance.ConditionalAccess(), access)
                ),
            _ => null,
        };

    private static bool IsWrite(IOperation reference) =>
        reference is IVariableDeclaratorOperation
        || (reference.Parent is ISimpleAssignmentOperation assignment && ReferenceEquals(assignment.Target, reference));
}
