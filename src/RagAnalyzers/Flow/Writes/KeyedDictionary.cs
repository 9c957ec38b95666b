using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// A dictionary whose entries can all be seen: it is written out, or a local holds it that is filled under constant keys and copied, and nothing
/// else is done with it.
/// </summary>
internal static class KeyedDictionary
{
    /// <summary>The entries in the order in which they are written; default where there may be others.</summary>
    /// <param name="value">What is copied.</param>
    public static ImmutableArray<(string Step, IOperation Value)> EntriesOf(IOperation value)
    {
        var entries = ImmutableArray.CreateBuilder<(string, IOperation)>();
        var isSeen = value.Unwrapped() switch
        {
            IObjectCreationOperation made => AddInitial(made, entries),
            ILocalReferenceOperation local => AddWritten(local, entries),
            _ => false,
        };
        return isSeen ? entries.ToImmutable() : default;
    }

    private static bool AddInitial(IObjectCreationOperation made, ICollection<(string, IOperation)> entries) =>
        made.Arguments.IsEmpty
        && (made.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty).All(i =>
            i.KeyedEntry() is var (key, value) && Add(key, value, entries)
        );

    private static bool AddWritten(ILocalReferenceOperation copied, ICollection<(string, IOperation)> entries) =>
        BodyIndex
            .Of(copied)
            .ReferencesTo(copied.Local)
            .All(use =>
                use switch
                {
                    IVariableDeclaratorOperation { Initializer.Value: { } value } => value.Unwrapped() is IObjectCreationOperation made
                        && AddInitial(made, entries),
                    _ when ReferenceEquals(use, copied) => true,
                    { Parent: IPropertyReferenceOperation { Arguments.Length: 1, Parent: ISimpleAssignmentOperation write } element } =>
                        ReferenceEquals(write.Target, element) && Add(element.Arguments[0].Value, write.Value, entries),
                    { Parent: IInvocationOperation { TargetMethod.Name: "Add" or "TryAdd", Arguments: { Length: 2 } added } call } =>
                        ReferenceEquals(call.Instance, use) && Add(added[0].Value, added[1].Value, entries),
                    _ => false,
                }
            );

    private static bool Add(IOperation key, IOperation value, ICollection<(string, IOperation)> entries)
    {
        if (KeyedElements.StepOf(key) is not { } step)
        {
            return false;
        }

        entries.Add((step, value));
        return true;
    }
}
