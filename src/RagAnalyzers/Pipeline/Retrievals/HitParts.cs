using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>Tells which part of a hit a member carries.</summary>
internal static class HitParts
{
    /// <summary>The part, or null when the member is none of a hit's, or one that the tables do not name.</summary>
    public static HitPart? Of(Picture picture, ISymbol member) =>
        picture.Sdks.TryGetFact<HitPartFact>(member, out var fact) ? fact.Part : null;
}
