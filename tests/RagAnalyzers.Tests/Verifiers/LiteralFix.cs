using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>A made-up fix for the tests of the verifiers: 42 becomes 43, except in a method named Keep.</summary>
public sealed class LiteralFix : CodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = [LiteralAnalyzer.Id];

    public override FixAllProvider GetFixAllProvider() => WellKnownFixAllProviders.BatchFixer;

    public override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        var root = (await context.Document.GetSyntaxRootAsync(context.CancellationToken))!;
        var literal = root.FindNode(context.Span, getInnermostNodeForTie: true);
        if (literal.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText == "Keep")
        {
            return;
        }

        context.RegisterCodeFix(
            CodeAction.Create(
                "43",
                _ =>
                    Task.FromResult(
                        context.Document.WithSyntaxRoot(
                            root.ReplaceNode(
                                literal,
                                SyntaxFactory
                                    .LiteralExpression(SyntaxKind.NumericLiteralExpression, SyntaxFactory.Literal(43))
                                    .WithTriviaFrom(literal)
                            )
                        )
                    ),
                equivalenceKey: "43"
            ),
            context.Diagnostics
        );
    }
}
