using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>What takes a part of a text: then it is not the whole document any more.</summary>
internal static class TextCuts
{
    private static readonly ImmutableHashSet<string> Cuts = ImmutableHashSet.Create(
        "Substring",
        "Split",
        "Slice",
        "AsSpan",
        "Take",
        "TakeLast",
        "TakeWhile",
        "Skip",
        "SkipLast",
        "SkipWhile",
        "Remove",
        "Match",
        "Matches",
        "Truncate",
        "Chunk",
        "ReadLine",
        "ReadLineAsync",
        "GetWords"
    );

    /// <summary>The operation yields a part of a text.</summary>
    public static bool IsCut(IOperation operation) =>
        operation is IRangeOperation or IImplicitIndexerReferenceOperation
        // Who puts a text together of single characters leaves off somewhere.
        || operation is { Type.SpecialType: SpecialType.System_Char, ConstantValue.HasValue: false }
        || operation is IInvocationOperation { TargetMethod: var method }
            && Cuts.Contains(method.Name)
            && !method.ContainingType.HasFullName("System.Console");
}
