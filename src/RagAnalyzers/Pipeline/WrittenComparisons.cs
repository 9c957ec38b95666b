using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline;

/// <summary>Methods of the program's own that say how near two vectors are, as the first lesson on embeddings writes them.</summary>
internal static class WrittenComparisons
{
    /// <summary>What such a method is called.</summary>
    public static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        "CosineSimilarity",
        "CalculateCosineSimilarity",
        "ComputeCosineSimilarity",
        "GetCosineSimilarity",
        "CosineDistance",
        "CalculateCosineDistance",
        "ComputeCosineDistance",
        "GetCosineDistance",
        "CalculateSimilarity",
        "ComputeSimilarity",
        "GetSimilarity",
        "CalculateCosine",
        "CalcCosineSimilarity",
        "Cosine",
        "CosineScore",
        "CosineSim",
        "CosSim",
        "CosSimilarity",
        "Similarity",
        "VectorSimilarity",
        "Dot",
        "DotProduct"
    );

    /// <summary>The operation calls one: by its name, with two vectors, for a number.</summary>
    public static bool IsOne(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { ReducedFrom: var reduced } called }
        && (reduced ?? called) is { ReturnType.SpecialType: SpecialType.System_Single or SpecialType.System_Double } method
        && Names.Contains(method.Name)
        && method.IsInSource()
        && method.Parameters is [var x, var y]
        && IsVector(x.Type)
        && IsVector(y.Type);

    private static bool IsVector(ITypeSymbol type) =>
        type switch
        {
            IArrayTypeSymbol { Rank: 1, ElementType: var element } => IsNumber(element),
            INamedTypeSymbol { TypeArguments: [var element] } => IsNumber(element),
            _ => false,
        };

    private static bool IsNumber(ITypeSymbol type) => type.SpecialType is SpecialType.System_Single or SpecialType.System_Double;
}
