using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk;

/// <summary>The rows of the tables that one referenced assembly has members for.</summary>
internal sealed class SdkAssembly
{
    // An editor makes a new compilation with every keystroke, and they share the symbols of their references.
    private static readonly ConditionalWeakTable<IAssemblySymbol, SdkAssembly> s_assemblies = new();

    private readonly Lazy<Dictionary<ISymbol, ImmutableArray<SdkFact>>> _facts;

    private readonly Lazy<ILookup<Type, ISymbol>> _symbols;

    private SdkAssembly(IAssemblySymbol assembly)
    {
        Symbol = assembly;
        IsAiSdk = SdkTables.Markers.Any(marker => SdkMembers.TypeNamed(marker, assembly) is not null);
        _facts = new(() => Resolve(assembly), LazyThreadSafetyMode.PublicationOnly);
        _symbols = new(
            () =>
                Facts
                    .SelectMany(static row => row.Value.Select(fact => (Type: fact.GetType(), Symbol: row.Key)))
                    .Distinct()
                    .ToLookup(static row => row.Type, static row => row.Symbol),
            LazyThreadSafetyMode.PublicationOnly
        );
    }

    public IAssemblySymbol Symbol { get; }

    /// <summary>The assembly has one of the types that tell an AI SDK.</summary>
    public bool IsAiSdk { get; }

    /// <summary>
    /// The members that the tables know. Several assemblies can have a type of the same name: static classes of extension methods do.
    /// </summary>
    public IReadOnlyDictionary<ISymbol, ImmutableArray<SdkFact>> Facts => _facts.Value;

    /// <summary>The members that the tables know, by the meanings that they have.</summary>
    public ILookup<Type, ISymbol> SymbolsByFact => _symbols.Value;

    public static SdkAssembly Of(IAssemblySymbol assembly) => s_assemblies.GetValue(assembly, static key => new SdkAssembly(key));

    private static Dictionary<ISymbol, ImmutableArray<SdkFact>> Resolve(IAssemblySymbol assembly)
    {
        var facts = new Dictionary<ISymbol, ImmutableArray<SdkFact>>(SymbolEqualityComparer.Default);
        var types = SdkTables
            .ByNamespace.Where(rows => SdkMembers.HasNamespace(rows.Key, assembly))
            .SelectMany(rows => rows.GroupBy(row => row.Type));
        foreach (var rows in types)
        {
            if (SdkMembers.TypeNamed(rows.Key, assembly) is not { } type)
            {
                continue;
            }

            foreach (var (member, fact) in rows.SelectMany(row => SdkMembers.In(type, row)))
            {
                facts[member] = facts.TryGetValue(member, out var known) ? known.Add(fact) : ImmutableArray.Create(fact);
            }
        }

        return facts;
    }
}
