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

/// <summary>
/// A member that decides which model embeds: one that makes or configures an embedder, or one that wraps an embedder, whose model is passed
/// on.
/// </summary>
/// <param name="Model">The parameter that carries the model's name, or null.</param>
/// <param name="Inner">The parameter ("this" for the receiver) that carries what has a model already, or null.</param>
/// <param name="Dimensions">The parameter that says how many dimensions are asked for unless a call says it, or null.</param>
/// <param name="AddsTo">The parameter that is given the embedder, or null where the result is it.</param>
internal sealed record EmbedderFact(
    SdkKind Sdk,
    string? Model = null,
    string? Inner = null,
    string? Dimensions = null,
    string? AddsTo = null
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var model = Map(Model, nameOf);
        var inner = Map(Inner, nameOf);
        return (model is null && Model is not null) || (inner is null && Inner is not null)
            ? null
            : this with
            {
                Model = model,
                Inner = inner,
                Dimensions = Map(Dimensions, nameOf),
                AddsTo = Map(AddsTo, nameOf),
            };
    }
}
