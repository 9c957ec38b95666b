using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// The element under a constant key of a dictionary that a read-only member holds, that is written out where the member is declared, and that
/// nobody changes: a table of texts. It is kept apart from the others.
/// </summary>
internal static class WrittenOutElements
{
    /// <summary>The value that stands under the key; null where that cannot be told.</summary>
    /// <param name="read"><c>Prompts["summary"]</c></param>
    public static IOperation? Of(MemberWrites writes, IPropertyReferenceOperation read)
    {
        if (
            read.Arguments is not [{ Value: var key }]
            || KeyedElements.StepOf(key) is not { } step
            || read.Instance?.Unwrapped() is not IMemberReferenceOperation { Member: var member }
            || !IsFixed(member)
        )
        {
            return null;
        }

        var all = writes.AllTo(member);
        if (all.IsDefault)
        {
            all = writes.OwnTo(member);
        }

        return all is [{ Kind: FlowWriteKind.Assign, Target.IsEmpty: true, Value: var value }] && EntriesOf(value) is { } entries
            ? entries.Find(e => e.Step == step).Value
            : null;
    }

    /// <summary>It holds the same dictionary always, and others cannot write into that.</summary>
    private static bool IsFixed(ISymbol member) =>
        member.IsInSource()
        && member switch
        {
            IFieldSymbol { IsReadOnly: true, Type: var type } => IsUnchangeable(member, type),
            IPropertySymbol { SetMethod: null, Parameters.IsEmpty: true, Type: var type } => IsUnchangeable(member, type),
            _ => false,
        };

    private static bool IsUnchangeable(ISymbol member, ITypeSymbol type) =>
        member.DeclaredAccessibility == Accessibility.Private
        || new[] { "IReadOnly", "Frozen", "Immutable", "IImmutable" }.Any(n => type.Name.StartsWith(n, StringComparison.Ordinal));

    private static List<(string Step, IOperation? Value)>? EntriesOf(IOperation value)
    {
        var made = value.Unwrapped();
        while (made is IInvocationOperation { TargetMethod.Name: "ToFrozenDictionary" or "ToImmutableDictionary" or "AsReadOnly" } copied)
        {
            if ((copied.Instance ?? copied.Arguments.FirstOrDefault()?.Value)?.Unwrapped() is not { } source)
            {
                return null;
            }

            made = source;
        }

        if (made is not IObjectCreationOperation { Type: { } type, Initializer.Initializers: var initializers } || type.IsInSource())
        {
            return null;
        }

        var entries = new List<(string Step, IOperation? Value)>();
        foreach (var initializer in initializers)
        {
            if (initializer.KeyedEntry() is not var (key, entry) || KeyedElements.StepOf(key) is not { } step)
            {
                return null;
            }

            entries.Add((step, entry));
        }

        return entries;
    }
}
