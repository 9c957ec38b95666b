using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// RAG2005: the constant text that the message ends in gets a sentence which asks for JSON. Offered where the text is used for this prompt
/// alone.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(MentionJsonFix))]
public sealed class MentionJsonFix : RuleCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2005");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            JsonModeWithoutMentionHandOver.Read(diagnostic) is not { Text: { } location }
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || location.SourceTree != root.SyntaxTree
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || root.FindNode(location.SourceSpan, getInnermostNodeForTie: true) is not { } node
            || root.FindNode(diagnostic.Location.SourceSpan, getInnermostNodeForTie: true).FirstAncestorOrSelf<InvocationExpressionSyntax>()
                is not { } call
            || PromptLiteral.Of(node, model, cancellationToken) is not { } literal
            || LiteralEnding.Add(literal, "Respond with JSON.") is not { } longer
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        return ImmutableArray.Create(
            ProposedFix.Replacing(document, root, call, literal, longer.WithTriviaFrom(literal), "Ask for JSON in the prompt")
        );
    }
}
