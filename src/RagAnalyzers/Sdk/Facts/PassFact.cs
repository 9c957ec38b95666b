using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>
/// A member whose value is (part of, a wrapper or a copy of) what it was read from: the text of an answer, the record of a search result.
/// </summary>
/// <param name="From">"this", or the parameters whose values pass.</param>
internal sealed record PassFact(SdkKind Sdk, ImmutableArray<string> From) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var from = Map(From, nameOf);
        return from.IsEmpty ? null : this with { From = from };
    }
}
