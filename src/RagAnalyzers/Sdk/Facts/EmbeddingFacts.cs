using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A call that turns text into vectors.</summary>
/// <param name="Input">The parameters that carry the text.</param>
/// <param name="Options">The parameter that carries the options, or null.</param>
internal sealed record EmbeddingFact(SdkKind Sdk, ImmutableArray<string> Input, string? Options = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var input = Map(Input, nameOf);
        return input.IsEmpty ? null : this with { Input = input, Options = Map(Options, nameOf) };
    }
}

/// <summary>A property of embedding options that says how many dimensions the vectors are to have.</summary>
internal sealed record EmbeddingDimensionsFact(SdkKind Sdk) : SdkFact(Sdk);
