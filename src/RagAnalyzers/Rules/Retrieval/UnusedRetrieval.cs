using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5001: retrieved passages never reach the prompt, or a name of each does alone.</summary>
public sealed class UnusedRetrieval : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnusedRetrieval);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveGroundedAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var unused in UnusedPassages.In(body))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.UnusedRetrieval,
                    CallLocation.Of(unused.Found.Call),
                    new[] { CallLocation.Of(unused.Asked.Operation) },
                    Passages.NameOf(unused.Found.Call.TargetMethod),
                    unused.Argument is { } argument ? $"is the argument '{argument}', which the template does not name"
                        : unused.Name is { } name ? $"reaches the prompt by its '{name.Name}' alone"
                        : "never reaches the prompt",
                    unused.Argument is { } missing ? $"Name '{missing}' in the template"
                        : unused.Name is null ? "Put the passages beside the question"
                        : unused.Text is { } text ? $"Send '{text.Name}', too"
                        : "Send the text of the passages, too"
                )
            );
        }
    }
}
