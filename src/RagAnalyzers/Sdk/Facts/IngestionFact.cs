using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A write into a vector index.</summary>
/// <param name="Records">The parameters that carry what is indexed.</param>
/// <param name="Key">The parameter under which it is, or null where the record holds its key.</param>
/// <param name="RecordKey">The member of the library's own records that holds it, or null where records are types of the program.</param>
internal sealed record IngestionFact(SdkKind Sdk, ImmutableArray<string> Records, string? Key = null, string? RecordKey = null)
    : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var records = Map(Records, nameOf);
        return records.IsEmpty ? null : this with { Records = records, Key = Map(Key, nameOf) };
    }
}

/// <summary>A call that says whether an index is there, or takes something out of one.</summary>
/// <param name="Removes">It takes something out; otherwise it asks.</param>
internal sealed record IndexStateFact(SdkKind Sdk, bool Removes) : SdkFact(Sdk);
