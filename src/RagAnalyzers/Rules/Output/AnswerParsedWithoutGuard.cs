using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Findings;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Answers.Guards;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Output;

/// <summary>
/// RAG2011: an answer under a schema or JSON mode is parsed, or its typed result is read, and nothing handles that it is none.
/// </summary>
public sealed class AnswerParsedWithoutGuard : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.AnswerParsedWithoutGuard);

    private protected override bool MayFindIn(Picture picture) => Ingredients.HaveAnswers(picture);

    private protected override void Analyze(Body body, RuleContext context)
    {
        var uses = ThrowingUseReader.Read(body);
        if (uses.IsEmpty)
        {
            return;
        }

        // What handles the first use of an answer handles the others.
        var seen = new HashSet<IOperation>();
        foreach (var use in uses)
        {
            if (
                use.Answers.All(a => seen.Contains(a.Place))
                || !IsStructured(use)
                || IsMistaken(body.Picture, use)
                || AnswerGuards.MayHandle(body.Picture, use)
            )
            {
                continue;
            }

            seen.UnionWith(use.Answers.Select(static a => a.Place));
            context.ReportDiagnostic(Diagnose(use));
        }
    }

    /// <summary>Of a type that is missing it cannot be said which rule would speak.</summary>
    private static bool IsStructured(ThrowingUse use) =>
        use.Target.TypeKind != TypeKind.Error
        && use.Answers.All(static a => a.Call.Contract.Kind is OutputContractKind.Schema or OutputContractKind.JsonMode);

    /// <summary>Another rule speaks of the same parse.</summary>
    private static bool IsMistaken(Picture picture, ThrowingUse use) =>
        use.Parsed is { } parsed
        && (
            parsed
                .Answers.GroupBy(static a => a.Place)
                .Any(arriving => ParsedAnswerMistakes.Of(picture, parsed, arriving) != ParsedAnswerMistake.None)
            || MisreadAnswer.Of(picture, parsed) is not null
            || !MisreadName.At(picture, parsed.Parse).IsEmpty
        );

    private static Diagnostic Diagnose(ThrowingUse use)
    {
        var answer = use.Answers[0];
        var isHere = use.Answers.Length == 1 && ReferenceEquals(answer.Call.Operation, answer.Place);
        return new AnswerParsedWithoutGuardHandOver(CallLocation.Of(answer.Call.Operation), isHere, use.Exceptions.FullName).Report(
            Descriptors.AnswerParsedWithoutGuard,
            CallLocation.Of(use.Site),
            use.Target.ShownName(),
            Remedy(use, answer.Call.Fact)
        );
    }

    private static string Remedy(ThrowingUse use, ModelCallFact call) =>
        (call.Sdk, use.Parsed) switch
        {
            (SdkKind.ExtensionsAI, null) => "Use TryGetResult",
            (SdkKind.OpenAI, _) => $"Check how it ended, or catch {use.Exceptions.Name}",
            _ => $"Catch {use.Exceptions.Name}",
        };
}
