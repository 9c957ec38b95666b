using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Scores;

/// <summary>Scores that were put into another object on their way: a tuple, or a record of the program's own.</summary>
internal static class CarriedScores
{
    /// <summary>The names of members and variables that hold scores.</summary>
    public static readonly HashSet<string> Names =
    [
        "Score",
        "score",
        "Similarity",
        "similarity",
        "SimilarityScore",
        "similarityScore",
        "Relevance",
        "relevance",
        "RelevanceScore",
        "relevanceScore",
        Distance,
        "distance",
    ];

    private const string Distance = "Distance";

    /// <summary>The member or variable is called what it is: who keeps large ones wants those that are far away.</summary>
    public static bool IsCalledDistance(IOperation value) => string.Equals(NameOf(value), Distance, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// The hits whose score arrives, as it is, at a member or variable; null when it may be anything else, such as what was computed from it.
    /// </summary>
    public static INamedTypeSymbol? HitsOf(Picture picture, IOperation value)
    {
        if (!IsNumber(value.Type) || NameOf(value) is not { } name || !Names.Contains(name))
        {
            return null;
        }

        var trace = picture.TraceThroughLocalFunctions(value, FlowMode.Value);
        var found = trace
            .Origins.Where(static o => !o.IsFixed)
            .Select(o => HitsAt(picture, o))
            .Distinct(SymbolEqualityComparer.Default)
            .ToList();
        return !trace.IsTruncated && found is [INamedTypeSymbol hits] ? hits : null;
    }

    /// <summary>What is read off the results of a search there is their score.</summary>
    private static INamedTypeSymbol? HitsAt(Picture picture, Origin origin) =>
        origin is { Kind: OriginKind.Source, Operation: IInvocationOperation call, Path: { Depth: 1, Head: var member } }
        && picture.TryGetFact<RetrievalFact>(call, out _)
        && call.Type is INamedTypeSymbol { TypeArguments: [INamedTypeSymbol hit] }
        && hit.GetMembers(member).FirstOrDefault() is { } score
        && HitParts.Of(picture, score) == HitPart.Score
            ? hit
            : null;

    private static string? NameOf(IOperation value) =>
        value switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IMemberReferenceOperation { Instance: not null } member => member.Member.Name,
            _ => null,
        };

    private static bool IsNumber(ITypeSymbol? type) =>
        type.WithoutNull() is { SpecialType: SpecialType.System_Double or SpecialType.System_Single };
}
