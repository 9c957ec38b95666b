using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk;

/// <summary>
/// The rows of the tables that a set of referenced assemblies has members for. Compilations with the same references share it: an editor
/// makes a new one with every keystroke.
/// </summary>
internal sealed class SdkReferences
{
    private static readonly ConditionalWeakTable<SdkAssembly, List<SdkReferences>> s_known = new();

    private readonly ImmutableArray<SdkAssembly> _assemblies;
    private readonly Dictionary<IAssemblySymbol, SdkAssembly> _bySymbol = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<Type, ImmutableArray<ISymbol>> _symbols = new();
    private readonly ConcurrentDictionary<Type, HashSet<string>> _names = new();
    private readonly ConcurrentDictionary<(Type, string), HashSet<string>> _further = new();

    private SdkReferences(ImmutableArray<SdkAssembly> assemblies)
    {
        _assemblies = assemblies;
        Names = new(() => new HashSet<string>(NamesWith<SdkFact>().Concat(ShapedFacts.Names), StringComparer.Ordinal));
        foreach (var assembly in assemblies)
        {
            _bySymbol[assembly.Symbol] = assembly;
        }
    }

    /// <summary>What is known of these assemblies together; those without a row aside.</summary>
    public static SdkReferences Of(IEnumerable<SdkAssembly> assemblies)
    {
        var known = assemblies.Where(static a => a.Facts.Count > 0).ToImmutableArray();
        if (known.IsEmpty)
        {
            return new SdkReferences(known);
        }

        var sets = s_known.GetValue(known[0], static _ => new List<SdkReferences>());
        lock (sets)
        {
            if (sets.Find(s => s._assemblies.SequenceEqual(known)) is { } same)
            {
                return same;
            }

            var made = new SdkReferences(known);
            sets.Add(made);
            return made;
        }
    }

    /// <summary>The names of all members that a row is about, and of those that are told by their shape.</summary>
    public Lazy<HashSet<string>> Names { get; }

    /// <summary>The facts about a member as it is defined; none for one that no row is about.</summary>
    public ImmutableArray<SdkFact> FactsOf(ISymbol definition) =>
        definition.ContainingAssembly is { } symbol
        && _bySymbol.TryGetValue(symbol, out var assembly)
        && assembly.Facts.TryGetValue(definition, out var facts)
            ? facts
            : ImmutableArray<SdkFact>.Empty;

    /// <summary>The members whose meaning is a <typeparamref name="TFact"/>.</summary>
    public ImmutableArray<ISymbol> SymbolsWith<TFact>()
        where TFact : SdkFact =>
        _symbols.GetOrAdd(
            typeof(TFact),
            type =>
                _assemblies
                    .SelectMany(a => a.SymbolsByFact.Where(g => type.IsAssignableFrom(g.Key)).SelectMany(static g => g))
                    .ToImmutableArray()
        );

    /// <summary>The names that code calls them by: a constructor by that of its type.</summary>
    public HashSet<string> NamesWith<TFact>()
        where TFact : SdkFact =>
        _names.TryGetValue(typeof(TFact), out var known)
            ? known
            : _names.GetOrAdd(typeof(TFact), new HashSet<string>(SymbolsWith<TFact>().Select(NameOf), StringComparer.Ordinal));

    /// <summary>The same and the names of further members: one set for the same names, since places are remembered by it.</summary>
    public HashSet<string> NamesWith<TFact>(IEnumerable<ISymbol> further)
        where TFact : SdkFact
    {
        var own = NamesWith<TFact>();
        var names = further.Select(NameOf).Where(n => !own.Contains(n)).Distinct().OrderBy(static n => n, StringComparer.Ordinal).ToList();
        return names.Count == 0
            ? own
            : _further.GetOrAdd(
                (typeof(TFact), string.Join(" ", names)),
                _ => new HashSet<string>(own.Concat(names), StringComparer.Ordinal)
            );
    }

    /// <summary>The name that code calls a member by: a constructor by that of its type.</summary>
    public static string NameOf(ISymbol symbol) =>
        symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } ? symbol.ContainingType.Name : symbol.Name;
}
