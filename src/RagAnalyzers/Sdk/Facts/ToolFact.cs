using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>
/// A member through which the service itself searches, and returns what it found together with the answer: a tool, a property of options, or
/// a method that adds a source to options.
/// </summary>
/// <param name="AddsTo">The parameter that the source is added to, or null.</param>
internal sealed record CitationSourceFact(SdkKind Sdk, string? AddsTo = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var addsTo = Map(AddsTo, nameOf);
        return addsTo is null && AddsTo is not null ? null : this with { AddsTo = addsTo };
    }
}

/// <summary>A member that has to do with the tools that a model may call.</summary>
/// <param name="Role">What it has to do with them.</param>
/// <param name="From">The parameters that carry functions, tools, or the object or type whose functions are meant.</param>
/// <param name="AddsTo">The parameter that the tools are added to, or null.</param>
internal sealed record ToolFact(SdkKind Sdk, ToolRole Role, ImmutableArray<string> From, string? AddsTo = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var from = Map(From, nameOf);
        var addsTo = Map(AddsTo, nameOf);
        return (from.IsEmpty && !From.IsEmpty) || (addsTo is null && AddsTo is not null)
            ? null
            : this with
            {
                From = from,
                AddsTo = addsTo,
            };
    }
}
