using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>
/// RAG6001: one sentence before the passages, in an English prompt: at the end of the system message, or else where the message begins.
/// Offered where the text is used for this prompt alone.
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
        if (
            NoGroundingInstructionHandOver.Read(diagnostic) is not { Text: { } location } handOver
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || location.SourceTree != root.SyntaxTree
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not { } node
            || CallAt.Find(root, diagnostic.Location) is not { } call
            || (handOver.IsRules ? PromptLiteral.Of(node, model, cancellationToken) : PromptLiteral.StartOf(node, model, cancellationToken))
                is not { } literal
            || (handOver.IsRules ? LiteralEnding.Add(literal, Sentence) : LiteralBeginning.Add(literal, Sentence)) is not { } longer
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        return ImmutableArray.Create(ProposedFix.Replacing(document, root, call, literal, longer.WithTriviaFrom(literal), Title));
    }
}
