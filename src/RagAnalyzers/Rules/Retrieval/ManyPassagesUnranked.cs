using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Rules.Retrieval;

/// <summary>RAG5010: a search asks for many passages, and all of them go to the model.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class ManyPassagesUnranked : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.ManyPassagesUnranked);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var many in ManyPassages.In(body))
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.ManyPassagesUnranked,
                    CallLocation.Of(many.Grounded.Found.Call),
                    many.Grounded.Calls.Select(static c => CallLocation.Of(c.Operation)),
                    many.Grounded.Found.Call.TargetMethod.Name,
                    many.Count
                )
            );
        }
    }
}
