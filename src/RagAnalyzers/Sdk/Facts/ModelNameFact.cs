using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>
/// A member that decides which model answers: one that makes or configures a client, one that wraps it (the name of the wrapped client is
/// passed on), a call that says the model itself, or a property of options that holds the name.
/// </summary>
/// <param name="From">The parameters that carry the name, or the client that has one; empty for a property, whose value is the name, and
/// for what has no model yet.</param>
/// <param name="AddsTo">The parameter ("this" for the receiver) that is given the model, or null.</param>
internal sealed record ModelNameFact(SdkKind Sdk, ImmutableArray<string> From, string? AddsTo = null) : SdkFact(Sdk)
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
