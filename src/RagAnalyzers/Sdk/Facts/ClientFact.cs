using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>
/// A member that decides which service a client asks: one that makes a client or a service of OpenAI's or Azure's, or one that wraps
/// another client and asks what that asks.
/// </summary>
/// <param name="Wraps">The parameters ("this" for the receiver) that carry a client whose service is asked; empty for what is made for a
/// service of its own, and for a builder that has none yet.</param>
/// <param name="Endpoint">The parameters that carry the address, or options that hold it, of another service than the vendor's own.</param>
/// <param name="Hidden">The parameters through which another service may be asked unseen: a transport, settings.</param>
/// <param name="AddsTo">The parameter that is given the service, or null.</param>
/// <param name="Makes">The member makes a client of its own, unless it is given one to wrap.</param>
internal sealed record ClientFact(
    SdkKind Sdk,
    ImmutableArray<string> Wraps,
    ImmutableArray<string> Endpoint,
    ImmutableArray<string> Hidden,
    string? AddsTo = null,
    bool Makes = false
) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var wraps = Map(Wraps, nameOf);
        var addsTo = Map(AddsTo, nameOf);
        return (wraps.IsEmpty && !Wraps.IsEmpty && !Makes) || (addsTo is null && AddsTo is not null)
            ? null
            : this with
            {
                Wraps = wraps,
                Endpoint = Map(Endpoint, nameOf),
                Hidden = Map(Hidden, nameOf),
                AddsTo = addsTo,
            };
    }
}
