using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Training;

namespace RagAnalyzers.Rules.Readiness;

/// <summary>RAG4001: a fine-tuning job has no validation data.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FineTuningWithoutValidation : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FineTuningWithoutValidation);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var job in FineTuningJob.In(body).Where(static j => j.ValidationFile.Presence == FilePresence.Absent))
        {
            var properties = ImmutableDictionary<string, string?>.Empty;
            var locations = new List<Location>();

            // The fix puts a second upload beside the first one; it can do so in the job's own body.
            if (
                job.Fact is { ValidationMember: { } member }
                && job.TrainingUploads is [{ Via: null } upload]
                && upload.Operation.Syntax.SyntaxTree == job.Operation.Syntax.SyntaxTree
            )
            {
                properties = properties.Add(DiagnosticProperties.Member, member);
                locations.Add(upload.Operation.Syntax.GetLocation());
                if (job.OptionsCreation is { } creation)
                {
                    locations.Add(creation.Syntax.GetLocation());
                }
            }

            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.FineTuningWithoutValidation,
                    CallLocation.Of(job.Operation),
                    locations,
                    properties,
                    job.Fact?.ValidationMember ?? "validation_file"
                )
            );
        }
    }
}
