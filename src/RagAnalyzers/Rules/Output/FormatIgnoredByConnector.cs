using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2006: a response format that Semantic Kernel's OpenAI connector drops.</summary>
public sealed class FormatIgnoredByConnector : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FormatIgnoredByConnector);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveFormats(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        foreach (var assignment in FormatAssignment.In(body))
        {
            if (DroppedFormatReader.Read(body.Picture, assignment) is { } dropped)
            {
                context.ReportDiagnostic(Diagnose(body, assignment, dropped));
            }
        }
    }

    private static Diagnostic Diagnose(Body body, FormatAssignment assignment, DroppedFormat dropped)
    {
        // Of several parses with one shape each, none says what the format was meant to be.
        var parses = FormattedAnswers
            .To(body, assignment)
            .Where(static u => ExpectedShapes.IsNamedBy(u.Target) && !DocumentReads.IsDocument(u.Target))
            .ToList();
        var parse = parses.Select(static u => u.Target).Distinct(SymbolEqualityComparer.Default).Count() == 1 ? parses[0] : null;
        var source = parse is null ? dropped.TypeSource : null;
        var target = parse?.Target ?? NamedBy(dropped.TypeSource);
        return new FormatIgnoredByConnectorHandOver(
            parse?.Parse.Operation.Syntax.GetLocation(),
            parse is null ? null : CallLocation.Of(parse.Answers[0].Call.Operation),
            source?.Syntax.GetLocation(),
            dropped.Equivalent
        ).Report(
            Descriptors.FormatIgnoredByConnector,
            assignment.Operation.Syntax.GetLocation(),
            dropped.Description,
            Remedy(target, dropped.Equivalent)
        );
    }

    private static ITypeSymbol? NamedBy(IOperation? source) =>
        source switch
        {
            IInvocationOperation { TargetMethod.TypeArguments: [var type] } => type,
            ITypeOfOperation typeOf => typeOf.TypeOperand,
            _ => null,
        };

    private static string Remedy(ITypeSymbol? target, FormatStrength? equivalent) =>
        (target, equivalent) switch
        {
            ({ } type, _) => $"Set typeof({type.ShownName()})",
            (_, FormatStrength.JsonMode) => "Set ChatResponseFormat.CreateJsonObjectFormat(), or the answer's type",
            (_, FormatStrength.Text) => "Set ChatResponseFormat.CreateTextFormat()",
            (_, FormatStrength.Schema) => "Set ChatResponseFormat.CreateJsonSchemaFormat(), or the answer's type",
            _ => "Set the answer's type, or an OpenAI ChatResponseFormat",
        };
}
