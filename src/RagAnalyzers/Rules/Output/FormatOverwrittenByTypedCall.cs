using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2008: a response format in options that go to typed calls alone, each of which puts its own in its place.</summary>
public sealed class FormatOverwrittenByTypedCall : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FormatOverwrittenByTypedCall);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFormats(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var assignment in FormatAssignment.In(body))
        {
            if (OverwrittenFormat.Of(body.Picture, assignment) is not { } overwritten)
            {
                continue;
            }

            var method = overwritten.Calls[0].TargetMethod;
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.FormatOverwrittenByTypedCall,
                    assignment.Operation.Syntax.GetLocation(),
                    overwritten.Calls.Select(CallLocation.Of),
                    $"{method.Name}<{method.TypeArguments[0].ShownName()}>",
                    method.Name
                )
            );
        }
    }
}
