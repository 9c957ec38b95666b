using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2005: JSON mode, and no message mentions JSON.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class JsonModeWithoutMention : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.JsonModeWithoutMention);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var call in ModelCall.In(body))
        {
            if (!UnmentionedJson.IsFoundOf(call))
            {
                continue;
            }

            var best = UnmentionedJson.Best(call);
            var locations = best is null
                ? ImmutableArray<Location>.Empty
                : ImmutableArray.Create(best.Origin.Operation.Syntax.GetLocation());
            var properties = best is null
                ? ImmutableDictionary<string, string?>.Empty
                : ImmutableDictionary<string, string?>.Empty.Add(DiagnosticProperties.Literal, DiagnosticProperties.LiteralFound);
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.JsonModeWithoutMention,
                    CallLocation.Of(call.Operation),
                    locations,
                    properties,
                    best?.Role == PromptRole.System ? "the system message" : "the prompt"
                )
            );
        }
    }
}
