using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A call whose result is passages chosen by relevance.</summary>
/// <param name="Query">The parameters that carry the question.</param>
internal sealed record RetrievalFact(SdkKind Sdk, ImmutableArray<string> Query) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var query = Map(Query, nameOf);
        return query.IsEmpty ? null : this with { Query = query };
    }
}
