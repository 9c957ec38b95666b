using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Contracts.Schemas;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// What the rules about the schema of a response format share. Which of them speaks is up to <see cref="ResponseSchemaMistakes"/>.
/// </summary>
public abstract class ResponseSchemaRule : RagRule
{
    private protected abstract DiagnosticDescriptor Descriptor { get; }

    private protected abstract ResponseSchemaMistake Mistake { get; }

    public sealed override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => ImmutableArray.Create(Descriptor);

    private protected sealed override bool MayFindIn(Picture picture) => Ingredients.HaveFormats(picture);

    private protected sealed override void Analyze(Body body, RuleContext context)
    {
        foreach (var schema in ResponseSchema.In(body))
        {
            if (ResponseSchemaMistakes.Of(body, schema) == Mistake)
            {
                context.ReportDiagnostic(Diagnose(body, schema));
            }
        }
    }

    /// <summary>The arguments of the message.</summary>
    private protected abstract object[] Arguments(Body body, ResponseSchema schema);

    private protected virtual ResponseSchemaHandOver HandOver(Body body, ResponseSchema schema) =>
        new(
            schema.Text?.Syntax.GetLocation(),
            IsInStrictSubset: schema.Text is { } text && StrictSchemaCheck.Problems(text.Value).IsEmpty,
            schema.StrictParameter,
            FormattedAnswers.Parses(body, schema).Select(static p => p.Operation.Syntax.GetLocation()).ToImmutableArray(),
            ModelCall: null,
            FormatAssignment: null
        );

    private Diagnostic Diagnose(Body body, ResponseSchema schema) =>
        HandOver(body, schema).Report(Descriptor, FormatLocation.Of(schema.Operation), Arguments(body, schema));
}
