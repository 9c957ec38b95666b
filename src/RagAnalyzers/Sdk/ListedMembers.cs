using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk;

/// <summary>The members that a project's own table lists, as one compilation knows them, with their meanings.</summary>
internal sealed class ListedMembers
{
    public static readonly ListedMembers None = new(Array.Empty<(ISymbol, SdkFact)>());

    private readonly Dictionary<ISymbol, ImmutableArray<SdkFact>> _facts = new(SymbolEqualityComparer.Default);

    public ListedMembers(IEnumerable<(ISymbol Member, SdkFact Fact)> facts)
    {
        foreach (var (member, fact) in facts)
        {
            _facts[member] = _facts.TryGetValue(member, out var known) ? known.Add(fact) : ImmutableArray.Create(fact);
        }
    }

    public bool IsEmpty => _facts.Count == 0;

    /// <summary>The members that have the meaning.</summary>
    public IEnumerable<ISymbol> SymbolsWith<TFact>()
        where TFact : SdkFact => _facts.Where(static row => row.Value.Any(static f => f is TFact)).Select(static row => row.Key);

    /// <summary>The facts about a member as it is defined; none for one that is not listed.</summary>
    public ImmutableArray<SdkFact> FactsOf(ISymbol definition) =>
        _facts.TryGetValue(definition, out var facts) ? facts : ImmutableArray<SdkFact>.Empty;
}
