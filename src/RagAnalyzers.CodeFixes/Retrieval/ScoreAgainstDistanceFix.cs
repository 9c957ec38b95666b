using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Retrieval;

/// <summary>RAG5006: what takes the farthest first takes the nearest first. A threshold has to be chosen anew, and has no fix.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ScoreAgainstDistanceFix))]
public sealed class ScoreAgainstDistanceFix : RuleCodeFixProvider
{
    private const string Title = "Take the nearest first";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG5006");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || ScoreAgainstDistanceHandOver.Read(diagnostic) is not { Instead: { } instead }
            || CallAt.Find(root, diagnostic.Location) is not InvocationExpressionSyntax call
            || call.Expression is not MemberAccessExpressionSyntax { Name: { } name }
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var changed = call.ReplaceToken(
            name.Identifier,
            SyntaxFactory.Identifier(name.Identifier.LeadingTrivia, instead, name.Identifier.TrailingTrivia)
        );
        return ImmutableArray.Create(ProposedFix.Changing(document, root, call, changed, Title));
    }
}
