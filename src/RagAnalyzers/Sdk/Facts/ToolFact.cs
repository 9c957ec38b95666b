using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

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
