using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;

namespace RagAnalyzers.Rules.Output;

/// <summary>RAG2006: a response format that Semantic Kernel's OpenAI connector drops.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FormatIgnoredByConnector : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.FormatIgnoredByConnector);

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
        var parses = FormattedAnswers.To(body, assignment).Where(static u => ParsedAnswerMistakes.ExpectsShape(u.Target)).ToList();
        var parse = parses.Select(static u => u.Target).Distinct(SymbolEqualityComparer.Default).Count() == 1 ? parses[0] : null;
        var locations = ImmutableArray<Location>.Empty;
        if (parse is not null)
        {
            locations = ImmutableArray.Create(parse.Parse.Operation.Syntax.GetLocation(), CallLocation.Of(parse.Answers[0].Call.Operation));
        }
        else if (dropped.TypeSource is { } source)
        {
            locations = ImmutableArray.Create(source.Syntax.GetLocation());
        }

        var target = parse?.Target ?? NamedBy(dropped.TypeSource);
        return Diagnostic.Create(
            Descriptors.FormatIgnoredByConnector,
            assignment.Operation.Syntax.GetLocation(),
            locations,
            ImmutableDictionary<string, string?>
                .Empty.Add(DiagnosticProperties.Sdk, assignment.Fact.Sdk.ToString())
                .Add(
                    DiagnosticProperties.Format,
                    dropped.Equivalent switch
                    {
                        FormatEquivalent.Text => DiagnosticProperties.FormatText,
                        FormatEquivalent.JsonObject => DiagnosticProperties.FormatJsonObject,
                        FormatEquivalent.Schema => DiagnosticProperties.FormatSchema,
                        _ => null,
                    }
                ),
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

    private static string Remedy(ITypeSymbol? target, FormatEquivalent equivalent) =>
        (target, equivalent) switch
        {
            ({ } type, _) =>
                $"Set typeof({type.WithNullableAnnotation(NullableAnnotation.None).ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat)})",
            (_, FormatEquivalent.JsonObject) => "Set OpenAI's ChatResponseFormat.CreateJsonObjectFormat(), or the type of the answer",
            (_, FormatEquivalent.Text) => "Set OpenAI's ChatResponseFormat.CreateTextFormat()",
            (_, FormatEquivalent.Schema) => "Set OpenAI's ChatResponseFormat.CreateJsonSchemaFormat(), or the type of the answer",
            _ => "Set the type of the answer, or an OpenAI ChatResponseFormat",
        };
}
