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
            || await PromptLiteral
                .OfAsync(document, diagnostic.Location.SourceSpan, location, atStart: false, cancellationToken)
                .ConfigureAwait(false)
                is not { } text
            || LiteralEnding.Add(text.Literal, "Respond with JSON.") is not { } longer
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        return ImmutableArray.Create(text.Replaced(longer, document, diagnostic, "Ask for JSON in the prompt"));
    }
}
