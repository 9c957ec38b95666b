using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Embedders;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5007: sizes and overlaps of chunks with which nothing can be cut.</summary>
public sealed class ImpossibleChunking : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.ImpossibleChunking);

    private protected override bool MayFindIn(Picture picture) => picture.Mentions.Anywhere<ChunkingFact>() || WindowLoop.MayBeIn(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var chunking in Chunking.In(body))
        {
            var size = Number(body.Picture, chunking.Size);
            var overlap = Number(body.Picture, chunking.Overlap);
            var mistake = chunking.Limits is { } limits
                ? ChunkingMistake.OfService(size, overlap, limits)
                : ChunkingMistake.OfSplitter(
                    size,
                    overlap,
                    chunking.HasMeasure ? null : LongestText(body.Picture, context.OptionsFor(body).EmbeddingModels)
                );
            if (mistake is not null && (mistake.IsOverlap ? chunking.Overlap : chunking.Size) is { } argument)
            {
                Report(context, argument, chunking.Operation, mistake);
            }
        }

        foreach (var loop in WindowLoop.In(body).Where(static l => l.Length <= 0))
        {
            Report(
                context,
                loop.Step,
                loop.Step,
                new ChunkingMistake(
                    IsOverlap: true,
                    $"the window moves on by {loop.Length} characters, so the loop never ends",
                    "Let the overlap be smaller than the chunk",
                    Possible: null
                )
            );
        }

        foreach (var window in RewoundWindow.In(body))
        {
            Report(
                context,
                window.Overlap,
                window.Overlap,
                new ChunkingMistake(
                    IsOverlap: true,
                    "the last window begins in front of the end again, so the loop never ends",
                    "Leave the loop when the end is reached",
                    Possible: null
                )
            );
        }
    }

    private static void Report(RuleContext context, IOperation place, IOperation call, ChunkingMistake mistake) =>
        context.ReportDiagnostic(
            new ImpossibleChunkingHandOver(CallLocation.Of(call), mistake.Possible).Report(
                Descriptors.ImpossibleChunking,
                place.Syntax.GetLocation(),
                char.ToUpperInvariant(mistake.Reason[0]) + mistake.Reason.Substring(1),
                mistake.Remedy
            )
        );

    private static int? Number(Picture picture, IOperation? value) =>
        value is null ? null : Embedder.NumberIn(picture.TraceThroughCallers(value, FlowMode.Value), out _);

    /// <summary>How many tokens the models take that the compilation is seen to embed with; null when that is not known.</summary>
    private static int? LongestText(Picture picture, ConfiguredEmbeddingModels models)
    {
        var limits = KnownEmbedders.Of(picture).Select(m => models.Named(m)?.Tokens).ToList();
        return limits.Count > 0 && !limits.Contains(null) ? limits.Max() : null;
    }
}
