using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A call whose result is passages chosen by relevance.</summary>
/// <param name="Query">The parameters that carry the question.</param>
/// <param name="Options">The parameter that carries the options of the search, or null; what a setting is called there says a
/// <see cref="SearchOptionFact"/>.</param>
/// <param name="Top">The parameter that says how many passages are wanted, or null.</param>
/// <param name="Filter">The parameter that narrows down what is searched, or null.</param>
/// <param name="Threshold">The parameter that says how relevant a passage has to be, or null.</param>
/// <param name="Written">The text of the query, as far as the code says it, where one is written; its other pieces are question marks.</param>
/// <param name="IsOrder">What there is is put into order, and nothing left out.</param>
/// <param name="Searching">The members of the options that ask for something, where a call may ask for everything instead.</param>
internal sealed record RetrievalFact(
    SdkKind Sdk,
    ImmutableArray<string> Query,
    string? Options = null,
    string? Top = null,
    string? Filter = null,
    string? Threshold = null,
    string? Written = null,
    bool IsOrder = false,
    ImmutableArray<string> Searching = default
) : SdkFact(Sdk)
{
    /// <summary>The parameter that carries a setting, or null when the options do, or nothing does.</summary>
    public string? ParameterOf(SearchOption option) =>
        option switch
        {
            SearchOption.Top => Top,
            SearchOption.Filter => Filter,
            SearchOption.Threshold => Threshold,
            _ => null,
        };

    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var query = Map(Query, nameOf);
        return query.IsEmpty && !Query.IsEmpty
            ? null
            : this with
            {
                Query = query,
                Options = Map(Options, nameOf),
                Top = Map(Top, nameOf),
                Filter = Map(Filter, nameOf),
                Threshold = Map(Threshold, nameOf),
            };
    }
}

/// <summary>A property of search options.</summary>
internal sealed record SearchOptionFact(SdkKind Sdk, SearchOption Option) : SdkFact(Sdk);

/// <summary>A member of a hit that carries one part of it.</summary>
internal sealed record HitPartFact(SdkKind Sdk, HitPart Part) : SdkFact(Sdk);

/// <summary>A function that says how near two vectors are. Where it orders or filters, what it is asked of is retrieved.</summary>
/// <param name="IsSimilarity">Nearer is larger; of a distance it is smaller.</param>
internal sealed record VectorComparisonFact(SdkKind Sdk, bool IsSimilarity) : SdkFact(Sdk);

/// <summary>
/// A call that runs a query which is written as text. It retrieves where the text asks for what is nearest to a vector, and otherwise means
/// nothing.
/// </summary>
/// <param name="Text">The parameters that carry the text; the receiver is a command that holds it.</param>
/// <param name="Values">The parameters that carry what the query is asked with.</param>
internal sealed record QueryTextFact(SdkKind Sdk, ImmutableArray<string> Text, ImmutableArray<string> Values) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var text = Map(Text, nameOf);
        return text.IsEmpty ? null : this with { Text = text, Values = Map(Values, nameOf) };
    }
}
