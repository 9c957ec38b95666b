using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk;

/// <summary>The SDK tables resolved into the symbols of one compilation.</summary>
internal sealed class AiSdks
{
    // Keyed weakly, because the analyzers of one run share the compilation and an editor drops it with the next keystroke.
    private static readonly ConditionalWeakTable<Compilation, Resolution> s_resolutions = new();

    private readonly SdkReferences _references;
    private readonly ListedMembers _listed;
    private readonly Func<ISymbol, bool> _isShownByCode;
    private readonly Lazy<HashSet<string>> _names;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<SdkFact>> _facts = new(SymbolEqualityComparer.Default);

    // Every rule asks about the same symbols, object by object, and a symbol's own equality costs more than what is asked.
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<SdkFact>> _asked = new(ByReference.Instance);

    private AiSdks(SdkReferences references, ListedMembers listed, Func<ISymbol, bool> isShownByCode)
    {
        _references = references;
        _listed = listed;
        _isShownByCode = isShownByCode;
        _names = listed.IsEmpty
            ? references.Names
            : new(() => new HashSet<string>(NamesWith<SdkFact>().Concat(ShapedFacts.Names), StringComparer.Ordinal));
    }

    /// <summary>There are members that the project's own table lists.</summary>
    public bool HasListed => !_listed.IsEmpty;

    /// <summary>The same without the members that the project's own table lists.</summary>
    public AiSdks WithoutListed => HasListed ? new AiSdks(_references, ListedMembers.None, static _ => false) : this;

    /// <summary>
    /// Resolves the tables, or returns false when the compilation references no AI SDK and speaks to none over raw HTTP. Cached per
    /// compilation.
    /// </summary>
    public static bool TryCreate(Compilation compilation, [NotNullWhen(true)] out AiSdks? sdks) =>
        TryCreate(compilation, ListedMembers.None, out sdks);

    /// <summary>The same with what the project lists itself, which is as good as a reference to an AI SDK.</summary>
    public static bool TryCreate(Compilation compilation, ListedMembers listed, [NotNullWhen(true)] out AiSdks? sdks)
    {
        sdks = s_resolutions.GetValue(compilation, static key => new Resolution(Resolve(key))).Sdks;
        if (!listed.IsEmpty)
        {
            sdks = new AiSdks(sdks?._references ?? SdkReferences.Of(AssembliesOf(compilation)), listed, static _ => false);
        }

        return sdks is not null;
    }

    /// <summary>The same, but what is listed of a member does not hold where its code says it.</summary>
    public AiSdks Unless(Func<ISymbol, bool> isShownByCode) => HasListed ? new AiSdks(_references, _listed, isShownByCode) : this;

    /// <summary>
    /// The facts about a method, constructor, property or field: of the symbol itself, of what it was reduced from (extension
    /// methods), of what it overrides, or of the interface member it implements. A fact names the parameters as this symbol does,
    /// even where the SDK's own member names them differently. False when the tables do not know it.
    /// </summary>
    public bool TryGetFact<TFact>(ISymbol symbol, [NotNullWhen(true)] out TFact? fact)
        where TFact : SdkFact
    {
        foreach (var candidate in FactsOf(symbol))
        {
            if (candidate is TFact found)
            {
                fact = found;
                return true;
            }
        }

        fact = null;
        return false;
    }

    /// <summary>The symbols of this compilation's SDKs whose meaning is a <typeparamref name="TFact"/>.</summary>
    public ImmutableArray<ISymbol> SymbolsWith<TFact>()
        where TFact : SdkFact =>
        HasListed ? _references.SymbolsWith<TFact>().AddRange(_listed.SymbolsWith<TFact>()) : _references.SymbolsWith<TFact>();

    /// <summary>The names that code calls them by: a constructor by that of its type.</summary>
    public HashSet<string> NamesWith<TFact>()
        where TFact : SdkFact => HasListed ? _references.NamesWith<TFact>(_listed.SymbolsWith<TFact>()) : _references.NamesWith<TFact>();

    private static AiSdks? Resolve(Compilation compilation)
    {
        // Only references can be SDKs: a type of the compilation itself is a look-alike.
        var assemblies = AssembliesOf(compilation);
        if (!assemblies.Exists(assembly => assembly.IsAiSdk) && !FineTuningText.IsIn(compilation))
        {
            return null;
        }

        return new AiSdks(SdkReferences.Of(assemblies), ListedMembers.None, static _ => false);
    }

    private static List<SdkAssembly> AssembliesOf(Compilation compilation) =>
        compilation.SourceModule.ReferencedAssemblySymbols.Select(SdkAssembly.Of).ToList();

    private ImmutableArray<SdkFact> FactsOf(ISymbol symbol) =>
        !IsNamedLikeKnown(symbol) ? ImmutableArray<SdkFact>.Empty
        : _asked.TryGetValue(symbol, out var known) ? known
        : _asked.GetOrAdd(symbol, FactsOfDefinition(symbol));

    private ImmutableArray<SdkFact> FactsOfDefinition(ISymbol symbol)
    {
        var definition = Definition(symbol);
        return _references.FactsOf(definition) is { IsEmpty: false } facts ? facts : _facts.GetOrAdd(definition, Unnamed);
    }

    /// <summary>
    /// A member that the tables know has this name, or what tells one by its shape. Nothing is remembered of the others, which are most.
    /// </summary>
    private bool IsNamedLikeKnown(ISymbol symbol)
    {
        var name = SdkReferences.NameOf(symbol is IMethodSymbol { AssociatedSymbol: IPropertySymbol property } ? property : symbol);
        var simple = name.LastIndexOf('.');
        // An explicit implementation is called "Namespace.IFace.Member".
        return _names.Value.Contains(simple > 0 ? name.Substring(simple + 1) : name);
    }

    /// <summary>The facts about a member that no SDK's table names.</summary>
    private ImmutableArray<SdkFact> Unnamed(ISymbol member)
    {
        if (!HasListed)
        {
            return Inherited(member);
        }

        var facts = _listed.FactsOf(member) is { IsEmpty: false } listed ? listed : Inherited(member);
        return facts.Any(static f => f.Sdk == SdkKind.Listed) && _isShownByCode(member)
            ? facts.RemoveAll(static f => f.Sdk == SdkKind.Listed)
            : facts;
    }

    private static ISymbol Definition(ISymbol symbol) =>
        symbol.OriginalDefinition switch
        {
            // A call of the form x.M() and one of the form C.M(x) are the same call, and so are a property and its accessor.
            IMethodSymbol { ReducedFrom: { } reducedFrom } => reducedFrom.OriginalDefinition,
            IMethodSymbol { AssociatedSymbol: IPropertySymbol property } => property,
            var definition => definition,
        };

    /// <summary>The facts that a member has from the member it overrides, or else from the interface members it implements.</summary>
    private ImmutableArray<SdkFact> Inherited(ISymbol member)
    {
        var overridden = member switch
        {
            IMethodSymbol method => (ISymbol?)method.OverriddenMethod,
            IPropertySymbol property => property.OverriddenProperty,
            _ => null,
        };
        if (overridden is not null && InTermsOf(member, overridden) is { IsEmpty: false } fromBase)
        {
            return fromBase;
        }

        foreach (var implemented in ImplementedBy(member))
        {
            if (InTermsOf(member, implemented) is { IsEmpty: false } fromInterface)
            {
                return fromInterface;
            }
        }

        return ShapedFacts.Of(member);
    }

    /// <summary>The facts of <paramref name="origin"/> with its parameters named as <paramref name="member"/> names them.</summary>
    private ImmutableArray<SdkFact> InTermsOf(ISymbol member, ISymbol origin)
    {
        var facts = FactsOf(origin);
        if (facts.IsEmpty)
        {
            return facts;
        }

        var names = new Dictionary<string, string>();
        foreach (var (from, to) in origin.Parameters().Zip(member.Parameters(), (from, to) => (from.Name, to.Name)))
        {
            names[from] = to; // Half-typed code may name two parameters alike.
        }

        return facts
            .Select(fact => fact.WithParameters(name => names.TryGetValue(name, out var own) ? own : null))
            .OfType<SdkFact>()
            .ToImmutableArray();
    }

    private static IEnumerable<ISymbol> ImplementedBy(ISymbol member)
    {
        if (member is not (IMethodSymbol or IPropertySymbol) || member.ContainingType is not { TypeKind: not TypeKind.Interface } type)
        {
            return [];
        }

        // The names agree unless the implementation is explicit ("Namespace.IFace.Member").
        var explicitly = member switch
        {
            IMethodSymbol method => method.ExplicitInterfaceImplementations.CastArray<ISymbol>(),
            IPropertySymbol property => property.ExplicitInterfaceImplementations.CastArray<ISymbol>(),
            _ => ImmutableArray<ISymbol>.Empty,
        };
        return explicitly.Concat(
            type.AllInterfaces.SelectMany(face => face.GetMembers(member.Name))
                .Where(faceMember => SymbolEqualityComparer.Default.Equals(type.FindImplementationForInterfaceMember(faceMember), member))
        );
    }

    private sealed class ByReference : IEqualityComparer<ISymbol>
    {
        public static readonly ByReference Instance = new();

        public bool Equals(ISymbol? x, ISymbol? y) => ReferenceEquals(x, y);

        public int GetHashCode(ISymbol obj) => RuntimeHelpers.GetHashCode(obj);
    }

    /// <summary>Holds the outcome for a compilation, which may be that there is none.</summary>
    private sealed class Resolution(AiSdks? sdks)
    {
        public AiSdks? Sdks { get; } = sdks;
    }
}
