using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Pipeline.Retrievals.Databases;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>RAG1007: an index is filled when it is missing, and never again.</summary>
public sealed class IndexFilledOnce : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.IndexFilledOnce);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveIngestions(picture) || FilledTable.MayBeIn(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        var found = new List<Ingestion>();
        foreach (var ingestion in Ingestion.In(body))
        {
            if (
                // Several writes that fill one index are one mistake.
                !found.Exists(f => IsSameIndex(f, ingestion))
                // What is known of the whole compilation is asked first: to find callers costs most.
                && !IndexState.MayBeInMemory(body.Picture)
                && !IndexState.IsEverCleared(body.Picture)
                && IsOnce(body.Picture, ingestion)
                && !IsSeed(ingestion)
                && !IndexNames.ArePutTogether(ingestion)
                && Ingestion.InAll(body.Picture).Where(other => IsSameIndex(ingestion, other)).All(o => IsOnce(body.Picture, o))
            )
            {
                found.Add(ingestion);
                Report(context, ingestion.Operation);
            }
        }

        foreach (var table in FilledTable.In(body))
        {
            Report(context, table.Write);
        }
    }

    private static void Report(RuleContext context, IInvocationOperation write) =>
        context.ReportDiagnostic(Diagnostic.Create(Descriptors.IndexFilledOnce, CallLocation.Of(write), write.TargetMethod.Name));

    /// <summary>The write stands behind a question whether the index is there, or everyone who is seen to come to it does.</summary>
    private static bool IsOnce(Picture picture, Ingestion ingestion) =>
        IndexState.IsGuarded(picture, ingestion.Operation)
        || (
            picture.VisibleCallersOf(ingestion.Operation) is { IsEmpty: false } callers
            && callers.All(c => IndexState.IsGuarded(picture, c))
        );

    /// <summary>What is written is all in the program, and changes with it.</summary>
    private static bool IsSeed(Ingestion ingestion) =>
        ingestion.Records.All(r => ingestion.TraceThroughCallers(r, FlowMode.Content).IsComplete);

    private static bool IsSameIndex(Ingestion one, Ingestion other) =>
        one.Fact.Sdk == other.Fact.Sdk
        && SymbolEqualityComparer.Default.Equals(VectorCollection.RecordType(one.Operation), VectorCollection.RecordType(other.Operation));
}
