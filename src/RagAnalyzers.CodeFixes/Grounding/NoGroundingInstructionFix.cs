using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;
using RagAnalyzers.Findings;
using RagAnalyzers.Text.Json;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>
/// RAG6001: one sentence before the passages, in an English prompt: at the end of the system message, or else where the message begins.
/// In a template that opens messages it belongs into one of them. A text that is used for other prompts as well stays as it is.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(NoGroundingInstructionFix))]
public sealed class NoGroundingInstructionFix : RuleCodeFixProvider
{
    private const string Title = "Tell the model to answer from the passages";
    private const string Sentence = "Answer only from the passages that you are given, and say so when they do not hold the answer.";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG6001");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (NoGroundingInstructionHandOver.Read(diagnostic) is not { } handOver)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        foreach (var (location, isRules) in new[] { (handOver.Rules, true), (handOver.Opening, false) })
        {
            if (
                location is not null
                && await PromptLiteral
                    .OfAsync(document, diagnostic.Location.SourceSpan, location, atStart: !isRules, cancellationToken)
                    .ConfigureAwait(false)
                    is { } text
                && Longer(text.Literal, isRules) is { } longer
            )
            {
                return ImmutableArray.Create(text.Replaced(longer, document, diagnostic, Title));
            }
        }

        return ImmutableArray<ProposedFix>.Empty;
    }

    private static ExpressionSyntax? Longer(ExpressionSyntax literal, bool isRules) =>
        literal.DescendantTokens().Any(static t => FirstMessage.IsOpenedIn(t.ValueText)) ? InMessage(literal)
        : isRules ? LiteralEnding.Add(literal, Sentence)
        : LiteralBeginning.Add(literal, Sentence);

    private static ExpressionSyntax? InMessage(ExpressionSyntax literal) =>
        LiteralText.Of(literal) is { } text && FirstMessage.StartIn(text.Value) is { } at
            ? text.With([new JsonTextEdit(at, 0, Sentence + " ")])
            : null;
}
