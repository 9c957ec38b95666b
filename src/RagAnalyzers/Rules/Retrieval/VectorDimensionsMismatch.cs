using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5002: a record declares other dimensions than its vectors have.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class VectorDimensionsMismatch : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.VectorDimensionsMismatch);

    private protected override void Analyze(Body body, RuleContext context)
    {
        var models = context.OptionsFor(body).EmbeddingModels;
        foreach (
            var join in VectorJoin
                .In(body)
                .GroupBy(static j => j.Operation)
                .Select(g => g.FirstOrDefault(j => Mismatch.Of(j, models) is not null))
        )
        {
            if (join is null || Mismatch.Of(join, models) is not { } returned)
            {
                continue;
            }

            var owner = join.Record.Type is { } type ? $"{type.Name}.{join.Property.Name}" : join.Property.Name;
            var model = join.Embedder.NameOperation?.Syntax.GetLocation();
            context.ReportDiagnostic(
                new VectorDimensionsMismatchHandOver(
                    join.Property.DimensionsAt ?? join.Property.Declared,
                    join.Calls.Select(static c => CallLocation.Of(c.Operation)).FirstOrDefault(),
                    model,
                    returned
                ).Report(
                    Descriptors.VectorDimensionsMismatch,
                    CallLocation.Of(join.Operation),
                    owner,
                    join.Property.Dimensions,
                    join.Embedder.Model ?? "the embedding call",
                    returned
                )
            );
        }
    }
}
