using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A call that tells a container which object to hand out for a type.</summary>
/// <param name="From">The parameters that carry the object, or the function that makes it; empty where the container makes it
/// itself.</param>
/// <param name="Key">The parameter that carries the key under which it is handed out, or null.</param>
/// <param name="Service">The metadata name of the type, where neither a type argument nor the object says it; what embeds takes text.</param>
internal sealed record ServiceRegistrationFact(SdkKind Sdk, ImmutableArray<string> From, string? Key = null, string? Service = null)
    : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var key = Map(Key, nameOf);
        return key is null && Key is not null ? null : this with { From = Map(From, nameOf), Key = key };
    }
}

/// <summary>A call whose result is the object that a container has for its type argument.</summary>
/// <param name="Key">The parameter that carries the key, or null.</param>
internal sealed record ServiceRequestFact(SdkKind Sdk, string? Key = null) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        Map(Key, nameOf) is var key && (key is not null || Key is null) ? this with { Key = key } : null;
}
