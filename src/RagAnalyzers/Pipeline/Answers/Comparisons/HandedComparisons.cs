using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>Reads the comparisons that are handed over as a method: <c>labels.Any(text.Contains)</c>.</summary>
internal static class HandedComparisons
{
    public static IEnumerable<TextComparison> Of(IMethodReferenceOperation group, IFlowKnowledge knowledge)
    {
        if (
            group is not { Instance: { Type.SpecialType: SpecialType.System_String } text }
            || KindOf(group.Method) is not { } kind
            || group.Parent is not IDelegateCreationOperation creation
            || creation.ParentOf(out _) is not IArgumentOperation { Parent: IInvocationOperation call }
            || knowledge.OfCall(call.TargetMethod) is not { FeedsFunctions: true }
        )
        {
            return Enumerable.Empty<TextComparison>();
        }

        return CallTracer
            .Values(call, CallTracer.Everything)
            .Where(static v => v.HandedFunction() is null)
            .Select(v => TextComparison.WithValue(group, text, kind, v));
    }

    private static TextComparisonKind? KindOf(IMethodSymbol method) =>
        (method.ContainingType.SpecialType, method.Name) switch
        {
            (SpecialType.System_String, "Contains" or "StartsWith" or "EndsWith") => TextComparisonKind.Part,
            (SpecialType.System_String, "Equals") => TextComparisonKind.Whole,
            _ => null,
        };
}
