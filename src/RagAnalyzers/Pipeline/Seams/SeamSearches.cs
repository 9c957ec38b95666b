using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Seams;

/// <summary>What a method gives a search whose passages it returns: the question, how many there are to be, and what narrows it down.</summary>
internal sealed class SeamSearches
{
    private readonly Picture _picture;
    private readonly SeamInputs _inputs;
    private readonly ImmutableArray<(IInvocationOperation Call, CallChain? Via, RetrievalFact Fact)> _searches;

    public SeamSearches(Picture picture, SeamInputs inputs, IEnumerable<(IInvocationOperation Call, CallChain? Via)> searches)
    {
        _picture = picture;
        _inputs = inputs;
        _searches = searches
            .Select(s => (s.Call, s.Via, Fact: picture.TryGetFact<RetrievalFact>(s.Call, out var fact) ? fact : null))
            .Where(static s => s.Fact is not null)
            .Select(static s => (s.Call, s.Via, s.Fact!))
            .ToImmutableArray();
    }

    /// <summary>The parameters that the searches are asked with.</summary>
    public ImmutableSortedSet<int> Query =>
        _inputs.ParametersAmong(_searches.SelectMany(s => QueryOf(s.Call, s.Via, s.Fact)).SelectMany(BeforeEmbedding));

    /// <summary>The parameters that are the number of passages, or the filter, as they are: an object with a number in it is none.</summary>
    public ImmutableSortedSet<int> Setting(SearchOption option) =>
        _inputs.ParametersAmong(
            _searches.SelectMany(s => SettingOf(s.Call, s.Via, s.Fact, option, FlowMode.Value)).Where(static o => o.Path.IsEmpty)
        );

    /// <summary>Options carry the question among what else is set there, so what certainly is something else is left out.</summary>
    private IEnumerable<Origin> QueryOf(IInvocationOperation call, CallChain? via, RetrievalFact fact)
    {
        var asked = _inputs.OriginsOf(Arguments(call, fact.Query.Where(q => q != fact.Options)), via);
        if (fact.Options is not { } options || !fact.Query.Contains(options))
        {
            return asked;
        }

        var others = new[] { SearchOption.Top, SearchOption.Skip, SearchOption.Filter, SearchOption.Threshold }
            .SelectMany(o => SettingOf(call, via, fact, o, FlowMode.Content))
            .Select(static o => (o.Symbol, o.Path))
            .ToList();
        return asked.Concat(
            _inputs
                .OriginsOf(Arguments(call, [options]), via)
                .Where(o => !others.Exists(s => SymbolEqualityComparer.Default.Equals(s.Symbol, o.Symbol) && Equals(s.Path, o.Path)))
        );
    }

    private ImmutableArray<Origin> SettingOf(
        IInvocationOperation call,
        CallChain? via,
        RetrievalFact fact,
        SearchOption option,
        FlowMode mode
    ) =>
        fact.ParameterOf(option) is { } parameter ? _inputs.OriginsOf(Arguments(call, [parameter]), via, mode)
        : fact.Options is { } options && SearchSetting.PropertyOf(_picture, call.TargetMethod, options, option) is { } property
            ? _inputs.OriginsOf(Arguments(call, [options]), via, mode, AccessPath.Empty.Push(property))
        : ImmutableArray<Origin>.Empty;

    /// <summary>A vector that is made here of a text is the text's.</summary>
    private IEnumerable<Origin> BeforeEmbedding(Origin origin) =>
        EmbeddingCall.At(new Route(_picture, Calls: null), origin) is { } embedding
            ? _inputs.OriginsOf(embedding.Input, origin.Via)
            : ImmutableArray.Create(origin);

    private static IEnumerable<IOperation> Arguments(IInvocationOperation call, IEnumerable<string> names) =>
        names.Select(call.ArgumentNamed).OfType<IOperation>();
}
