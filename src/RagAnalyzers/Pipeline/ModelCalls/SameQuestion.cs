using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>Whether what passages are looked for with is also what a model is asked.</summary>
internal static class SameQuestion
{
    // A question that a model has put into other words and that is embedded then.
    private const int MaximumDepth = 3;

    /// <summary>The model call certainly sends something that the passages are looked for with, as it is or in other words.</summary>
    public static bool IsAsked(ModelCall call, Route route, IEnumerable<IOperation> question)
    {
        var sent = call.Prompt.Parts.Select(static p => p.Origin).Where(static o => Says(o)).ToList();
        return sent.Count > 0 && question.SelectMany(q => OriginsOf(q, route, MaximumDepth)).Any(q => sent.Any(s => IsSame(q, s)));
    }

    private static IEnumerable<Origin> OriginsOf(IOperation question, Route route, int depth)
    {
        foreach (var origin in route.TraceThroughCallers(question, FlowMode.Content).Origins)
        {
            yield return origin;
            if (depth > 0 && origin is { Kind: OriginKind.Source, Operation: IInvocationOperation source })
            {
                var further = Asked(route.Picture, source).SelectMany(a => OriginsOf(a, route.Then(origin.Via), depth - 1));
                foreach (var asked in further)
                {
                    yield return asked;
                }
            }
        }
    }

    private static IEnumerable<IOperation> Asked(Picture picture, IInvocationOperation source) =>
        picture.Sdks.TryGetFact<EmbeddingFact>(source.TargetMethod, out var embedding)
            ? embedding.Input.Select(source.ArgumentNamed).OfType<IOperation>()
        : picture.Sdks.TryGetFact<ModelCallFact>(source.TargetMethod, out var call)
            ? call.Prompt.Select(source.ArgumentNamed).OfType<IOperation>()
        : Enumerable.Empty<IOperation>();

    private static bool Says(Origin origin) =>
        origin.Kind is OriginKind.Parameter or OriginKind.State or OriginKind.Call or OriginKind.Constant;

    private static bool IsSame(Origin asked, Origin sent) =>
        asked.Kind == sent.Kind
        && asked.Path.Equals(sent.Path)
        && asked.Kind switch
        {
            OriginKind.Parameter or OriginKind.State => SymbolEqualityComparer.Default.Equals(asked.Symbol, sent.Symbol),
            OriginKind.Call => asked.Operation.IsSameAs(sent.Operation),
            OriginKind.Constant => IsText(asked) && Equals(asked.Operation.ConstantValue.Value, sent.Operation.ConstantValue.Value),
            _ => false,
        };

    /// <summary>A question has a few words; a key or a space has none.</summary>
    private static bool IsText(Origin origin) =>
        origin.Operation.ConstantValue.Value is string text && text.IndexOf(" ", StringComparison.Ordinal) > 0 && text.Length > 8;
}
