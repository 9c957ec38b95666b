using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// What the places at which a name stands mean. Each is bound once, for all members of that name, and no further than somebody reads: a
/// large solution has many members of one name.
/// </summary>
internal sealed class BoundNames
{
    private readonly OperationSource _source;
    private readonly ConcurrentDictionary<string, Places> _places = new();
    private readonly ConcurrentDictionary<(string Name, INamedTypeSymbol Type), Places> _placesInTypes = new();

    public BoundNames(OperationSource source) => _source = source;

    /// <summary>The places that mean one of the members, in source order, bound while they are read.</summary>
    /// <param name="members">Original definitions of one name.</param>
    public IEnumerable<SimpleNameSyntax> Of(string name, ICollection<ISymbol> members) =>
        In(_places.GetOrAdd(name, n => new Places(_source, _source.NamesOf(n).ToImmutableArray())), members);

    /// <summary>The same for members that only their own type may name.</summary>
    public IEnumerable<SimpleNameSyntax> Of(string name, ICollection<ISymbol> members, INamedTypeSymbol type) =>
        In(_placesInTypes.GetOrAdd((name, type), k => new Places(_source, _source.NamesOf(k.Name, k.Type).ToImmutableArray())), members);

    private static IEnumerable<SimpleNameSyntax> In(Places places, ICollection<ISymbol> members)
    {
        for (var at = places.Next(members, after: -1); at >= 0; at = places.Next(members, at))
        {
            yield return places.Names[at];
        }
    }

    private sealed class Places
    {
        private readonly OperationSource _source;
        private readonly Dictionary<ISymbol, List<int>> _found = new(SymbolEqualityComparer.Default);
        private int _bound;

        public Places(OperationSource source, ImmutableArray<SimpleNameSyntax> names)
        {
            _source = source;
            Names = names;
        }

        public ImmutableArray<SimpleNameSyntax> Names { get; }

        /// <summary>The next place that means one of the members, or -1.</summary>
        public int Next(ICollection<ISymbol> members, int after)
        {
            lock (_found)
            {
                for (var known = Known(members, after); ; known = Known(members, after))
                {
                    if (known >= 0 || _bound == Names.Length)
                    {
                        return known;
                    }

                    Bind(_bound);
                    _bound++;
                }
            }
        }

        private int Known(ICollection<ISymbol> members, int after)
        {
            var next = -1;
            foreach (var member in members)
            {
                if (!_found.TryGetValue(member, out var at))
                {
                    continue;
                }

                var first = at.BinarySearch(after + 1);
                first = first < 0 ? ~first : first;
                if (first < at.Count && (next < 0 || at[first] < next))
                {
                    next = at[first];
                }
            }

            return next;
        }

        private void Bind(int at)
        {
            foreach (var symbol in Meant(_source.ModelOf(Names[at].SyntaxTree).GetSymbolInfo(Names[at])))
            {
                var meant = (symbol is IMethodSymbol { ReducedFrom: { } reduced } ? reduced : symbol).OriginalDefinition;
                if (!_found.TryGetValue(meant, out var found))
                {
                    _found.Add(meant, found = new List<int>());
                }

                if (found.Count == 0 || found[found.Count - 1] != at)
                {
                    found.Add(at);
                }
            }
        }

        /// <summary>A call that is bound when it runs, or that is not complete yet, may be one of any of the members it could mean.</summary>
        private static ImmutableArray<ISymbol> Meant(SymbolInfo bound) =>
            bound switch
            {
                { Symbol: { } symbol } => ImmutableArray.Create(symbol),
                { CandidateReason: CandidateReason.LateBound or CandidateReason.OverloadResolutionFailure } => bound.CandidateSymbols,
                _ => ImmutableArray<ISymbol>.Empty,
            };
    }
}
