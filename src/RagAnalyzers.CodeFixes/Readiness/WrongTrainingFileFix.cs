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

namespace RagAnalyzers.CodeFixes.Readiness;

/// <summary>
/// RAG4005: the one expression that decides is changed, a purpose to the one for fine-tuning, or the name of uploaded content to .jsonl.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(WrongTrainingFileFix))]
public sealed class WrongTrainingFileFix : RuleCodeFixProvider
{
    private const string PurposeTitle = "Upload the file for fine-tuning";
    private const string NameTitle = "Name the file .jsonl";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG4005");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || WrongTrainingFileHandOver.Read(diagnostic) is not { } found
            || (found.Purpose ?? found.Name) is not { } place
            || place.SourceTree != root.SyntaxTree
            || root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) is not ExpressionSyntax expression
            || CallAt.Find(root, diagnostic.Location) is not InvocationExpressionSyntax call
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var isPurpose = found.Purpose is not null;
        if ((isPurpose ? Purpose(expression) : Name(expression)) is not { } replacement)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var title = isPurpose ? PurposeTitle : NameTitle;
        replacement = replacement.WithTriviaFrom(expression);
        return ImmutableArray.Create(ProposedFix.Replacing(document, root, call, expression, replacement, title));
    }

    private static ExpressionSyntax? Purpose(ExpressionSyntax expression) =>
        expression switch
        {
            LiteralExpressionSyntax literal => Text(literal, "fine-tune"),
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } access => access.WithName(
                PlainSyntax.Name("FineTune").WithTriviaFrom(name)
            ),
            _ => null,
        };

    private static LiteralExpressionSyntax? Name(ExpressionSyntax expression) =>
        expression is LiteralExpressionSyntax literal && literal.Token.ValueText is var name && name.LastIndexOf('.') is > 0 and var at
            ? Text(literal, name.Substring(0, at) + ".jsonl")
            : null;

    /// <summary>A regular string literal; the text of a verbatim or raw one would have to be written differently.</summary>
    private static LiteralExpressionSyntax? Text(LiteralExpressionSyntax literal, string text) =>
        literal.IsKind(SyntaxKind.StringLiteralExpression)
        && literal.Token.Text.FirstOrDefault() == '"'
        && !literal.Token.Text.StartsWith("\"\"\"", System.StringComparison.Ordinal)
            ? literal.WithToken(SyntaxFactory.Literal(text).WithTriviaFrom(literal.Token))
            : null;
}
