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
/// RAG6002: where the program itself puts the passages together, each gets its source in front of it. Offered where the text of a hit is read in
/// one place of the method that searches.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(SourceBesidePassageFix))]
public sealed class SourceBesidePassageFix : RuleCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG6002");

    // What a passage looks like in the prompt a person should see.
    internal override bool IsSafeInBulk => false;

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            SourceDroppedHandOver.Read(diagnostic) is not { Text: { } text, Source: { } source, Search: { } search }
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || search.SourceTree != root.SyntaxTree
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        SyntaxNode around =
            root.FindNode(search.SourceSpan).FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax)
            ?? root;
        var reads = around
            .DescendantNodes()
            .OfType<MemberAccessExpressionSyntax>()
            .Where(access => access.Name.Identifier.ValueText == text && IsPassage(access, source, model, cancellationToken))
            .Take(2)
            .ToList();
        return reads is [var read] && Changed(root, Whole(read, model, cancellationToken), $"{read.Expression}.{source}") is { } changed
            ? ImmutableArray.Create(
                new ProposedFix($"Put '{source}' in front of each passage", document.WithSyntaxRoot(changed), Mended: null)
            )
            : ImmutableArray<ProposedFix>.Empty;
    }

    /// <summary>The text of a hit or record that can be asked for the source as well, and as often.</summary>
    private static bool IsPassage(
        MemberAccessExpressionSyntax access,
        string source,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        model.GetSymbolInfo(access, cancellationToken).Symbol is IPropertySymbol { Type.SpecialType: SpecialType.System_String }
        && model.GetTypeInfo(access.Expression, cancellationToken).Type is { } owner
        && model.LookupSymbols(access.SpanStart, owner, source).Any(static member => member is IPropertySymbol)
        && access.Expression.DescendantNodesAndSelf().All(static n => n is IdentifierNameSyntax or MemberAccessExpressionSyntax)
        && !(access.Parent is AssignmentExpressionSyntax assignment && assignment.Left == access);

    /// <summary>The text with what is done to it: <c>hit.Text.Trim()</c>, <c>hit.Text!</c>.</summary>
    private static ExpressionSyntax Whole(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken)
    {
        while (true)
        {
            switch (text.Parent)
            {
                case PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed:
                    text = suppressed;
                    continue;
                case MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax call } called
                    when called.Expression == text
                        && model.GetTypeInfo(call, cancellationToken).Type?.SpecialType == SpecialType.System_String:
                    text = call;
                    continue;
                default:
                    return text;
            }
        }
    }

    private static SyntaxNode? Changed(SyntaxNode root, ExpressionSyntax passage, string source)
    {
        switch (passage.Parent)
        {
            case InterpolationSyntax { Parent: InterpolatedStringExpressionSyntax text } hole:
                var before = SyntaxFactory.ParseExpression($"$\"[{{{source}}}] \"") as InterpolatedStringExpressionSyntax;
                return text.StringStartToken.Text.TrimEnd('"', '@') == "$" || text.StringStartToken.Text == "@$\""
                    ? root.ReplaceNode(text, text.WithContents(text.Contents.InsertRange(text.Contents.IndexOf(hole), before!.Contents)))
                    : null;
            case MemberAccessExpressionSyntax or BinaryExpressionSyntax { RawKind: not (int)SyntaxKind.AddExpression }:
                return null;
            default:
                var written = SyntaxFactory.ParseExpression(
                    $"$\"[{{{source}}}] {{{passage.WithoutTrivia()}}}\"",
                    options: root.SyntaxTree.Options
                );
                return written.ContainsDiagnostics ? null : root.ReplaceNode(passage, written.WithTriviaFrom(passage));
        }
    }
}
