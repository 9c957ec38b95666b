using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5014: a search fails, a catch block goes on with nothing, and the model answers without passages.</summary>
public sealed class SwallowedRetrievalFailure : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.SwallowedRetrievalFailure);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveGroundedAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var swallowed in SwallowedFailure.In(body))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.SwallowedRetrievalFailure,
                    CallLocation.Of(swallowed.Grounded.Found.Call),
                    new[] { swallowed.Catch.Syntax.GetLocation(), CallLocation.Of(swallowed.Asked.Operation) },
                    Passages.NameOf(swallowed.Grounded.Found.Call.TargetMethod)
                )
            );
        }
    }
}
