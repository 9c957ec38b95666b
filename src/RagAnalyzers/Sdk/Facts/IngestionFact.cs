using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A write into a vector index.</summary>
/// <param name="Records">The parameters that carry what is indexed.</param>
internal sealed record IngestionFact(SdkKind Sdk, ImmutableArray<string> Records) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var records = Map(Records, nameOf);
        return records.IsEmpty ? null : this with { Records = records };
    }
}
