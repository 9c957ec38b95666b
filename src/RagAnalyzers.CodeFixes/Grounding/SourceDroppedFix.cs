using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>
/// RAG6002: a search plug-in that returns names and links beside the texts. Its function has another name, so the fix is offered where no
/// text of the document names the old one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SourceDroppedFix))]
public sealed class SourceDroppedFix : RuleCodeFixProvider
{
    private const string Title = "Have the plug-in return names and links";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG6002");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            SourceDroppedHandOver.Read(diagnostic) is not { Instead: { } instead } handOver
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || handOver.Search.SourceTree != root.SyntaxTree
            || CallAt.Find(root, handOver.Search) is not InvocationExpressionSyntax made
            || made.Expression is not MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name }
            || root.DescendantTokens().Any(static t => t.Value is string text && (text.Contains(".Search") || text.Contains("-Search")))
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var changed = root.ReplaceToken(
            name.Identifier,
            SyntaxFactory.Identifier(name.Identifier.LeadingTrivia, instead, name.Identifier.TrailingTrivia)
        );
        return ImmutableArray.Create(new ProposedFix(Title, document.WithSyntaxRoot(changed), Mended: null));
    }
}
