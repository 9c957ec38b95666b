using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>What objects are made with.</summary>
internal static class MadeObjects
{
    /// <summary>What a member is in an object that is made: its initializer says so, or the argument that is named like it; null where nothing does.</summary>
    public static IOperation? ValueOf(IOperation made, ISymbol member) =>
        made switch
        {
            IObjectCreationOperation creation => AssignedIn(creation.Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty, member)
                ?? creation
                    .Arguments.FirstOrDefault(a => string.Equals(a.Parameter?.Name, member.Name, StringComparison.OrdinalIgnoreCase))
                    ?.Value,
            IAnonymousObjectCreationOperation anonymous => AssignedIn(anonymous.Initializers, member),
            _ => null,
        };

    private static IOperation? AssignedIn(ImmutableArray<IOperation> initializers, ISymbol member) =>
        initializers
            .OfType<ISimpleAssignmentOperation>()
            .FirstOrDefault(a =>
                a.Target is IMemberReferenceOperation target && SymbolEqualityComparer.Default.Equals(target.Member, member)
            )
            ?.Value;
}
