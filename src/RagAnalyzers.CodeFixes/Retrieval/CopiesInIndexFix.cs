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

namespace RagAnalyzers.CodeFixes.Retrieval;

/// <summary>RAG5013: the key is made of the source and the position in it, where both are in scope.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(CopiesInIndexFix))]
public sealed class CopiesInIndexFix : RuleCodeFixProvider
{
    private const string Title = "Make the key from source and position";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG5013");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || CopiesInIndexHandOver.Read(diagnostic) is not { Key: { } key, Source: { } source } found
            || !found.IsWithin(root.SyntaxTree)
            || CallAt.Find(root, diagnostic.Location) is not { } call
            || Expression(root, key) is not { } value
            || Expression(root, source) is not { } from
            || model is null
            || KeyText.For(value, model, cancellationToken) is not { } written
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var layout = Layout.Of(root, document);

        var repeated = value
            .Ancestors()
            .TakeWhile(static a => a is not (MemberDeclarationSyntax or LocalFunctionStatementSyntax))
            .FirstOrDefault(static a => a is CommonForEachStatementSyntax or ForStatementSyntax or LambdaExpressionSyntax);

        // A loop over the documents themselves writes one record for each: the source alone is the key.
        if (
            repeated is ForEachStatementSyntax { Identifier.ValueText: var one }
            && from is IdentifierNameSyntax name
            && one == name.Identifier.ValueText
        )
        {
            return await OneAsync(ProposedFix.Replacing(document, root, call, value, written.Of(from.ToString()), Title))
                .ConfigureAwait(false);
        }

        switch (repeated)
        {
            case ForStatementSyntax { Declaration.Variables: [{ Identifier.ValueText: var index }] }:
                return await OneAsync(ProposedFix.Replacing(document, root, call, value, written.Of(Text(from, index)), Title))
                    .ConfigureAwait(false);
            case LambdaExpressionSyntax lambda when Indexed(lambda, model, cancellationToken) is var (parameters, index):
                return await OneAsync(Numbered(document, root, call, value, written.Of(Text(from, index)), lambda, parameters))
                    .ConfigureAwait(false);
            case CommonForEachStatementSyntax loop when Statements.IsInList(loop):
                var position = FreshNames.In(loop, "position", "chunkPosition");
                return await OneAsync(Counted(document, root, call, value, written.Of(Text(from, position + "++")), loop, position))
                    .ConfigureAwait(false);
            default:
                return ImmutableArray<ProposedFix>.Empty;
        }

        async Task<ImmutableArray<ProposedFix>> OneAsync(ProposedFix fix)
        {
            var changed = (CompilationUnitSyntax)(await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            changed = UsingDirectives.Add(changed, written.Imports, layout);
            return ImmutableArray.Create(fix with { Changed = fix.Changed.WithSyntaxRoot(changed) });
        }
    }

    private static ExpressionSyntax? Expression(SyntaxNode root, Location at) =>
        root.FindNode(at.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax expression && expression.Span == at.SourceSpan
            ? expression
            : null;

    /// <summary>The text of both. What is interpolated already grows by the position.</summary>
    private static string Text(ExpressionSyntax source, string position)
    {
        var plain = source.WithoutTrivia();
        var text = plain switch
        {
            InterpolatedStringExpressionSyntax { StringStartToken.RawKind: (int)SyntaxKind.InterpolatedStringStartToken } known =>
                known.Contents.ToFullString(),
            LiteralExpressionSyntax { Token.RawKind: (int)SyntaxKind.StringLiteralToken } literal
                when literal.Token.Text.StartsWith("\"", System.StringComparison.Ordinal) => literal
                .Token.Text.Substring(1, literal.Token.Text.Length - 2)
                .Replace("{", "{{")
                .Replace("}", "}}"),
            IdentifierNameSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax => "{" + plain + "}",
            _ => "{(" + plain + ")}",
        };
        return "$\"" + text + "-{" + position + "}\"";
    }

    /// <summary>The lambda's parameters with one more for the position, when what runs it would pass one.</summary>
    private static (ParameterListSyntax Parameters, string Name)? Indexed(
        LambdaExpressionSyntax lambda,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (
            lambda.Parent is not ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax runs }
            || model.GetSymbolInfo(runs, cancellationToken).Symbol is not IMethodSymbol { Name: "Select" }
        )
        {
            return null;
        }

        var first = lambda switch
        {
            SimpleLambdaExpressionSyntax { Parameter: var parameter } => parameter,
            ParenthesizedLambdaExpressionSyntax { ParameterList.Parameters: [{ Type: null } parameter] } => parameter,
            _ => null,
        };
        if (first is null)
        {
            return null;
        }

        var name = FreshNames.In(lambda, "position", "chunkPosition");
        var second = SyntaxFactory.Parameter(SyntaxFactory.Identifier(default, name, default));
        var list = SyntaxFactory.ParameterList(
            PlainSyntax.Token(SyntaxKind.OpenParenToken),
            SyntaxFactory.SeparatedList(
                new[] { first.WithoutTrivia(), second },
                new[] { PlainSyntax.Token(SyntaxKind.CommaToken, SyntaxFactory.Space) }
            ),
            PlainSyntax.Token(SyntaxKind.CloseParenToken)
        );
        return (list, name);
    }

    private static ProposedFix Numbered(
        Document document,
        SyntaxNode root,
        SyntaxNode call,
        ExpressionSyntax value,
        ExpressionSyntax key,
        LambdaExpressionSyntax lambda,
        ParameterListSyntax parameters
    )
    {
        var mark = new SyntaxAnnotation();
        var changed = root.ReplaceNodes(
            new[] { call, value, lambda },
            (original, current) =>
                original == value ? key
                : original == lambda
                    ? SyntaxFactory
                        .ParenthesizedLambdaExpression(
                            ((LambdaExpressionSyntax)current).Modifiers,
                            parameters.WithTrailingTrivia(SyntaxFactory.Space),
                            ((LambdaExpressionSyntax)current).ArrowToken,
                            ((LambdaExpressionSyntax)current).Block,
                            ((LambdaExpressionSyntax)current).ExpressionBody
                        )
                        .WithTriviaFrom(current)
                : current.WithAdditionalAnnotations(mark)
        );
        return new ProposedFix(Title, document.WithSyntaxRoot(changed), mark);
    }

    private static ProposedFix Counted(
        Document document,
        SyntaxNode root,
        SyntaxNode call,
        ExpressionSyntax value,
        ExpressionSyntax key,
        StatementSyntax loop,
        string position
    )
    {
        var mark = new SyntaxAnnotation();
        var place = new SyntaxAnnotation();
        var changed = root.ReplaceNodes(
            new[] { call, value, loop },
            (original, current) =>
                original == value ? key
                : original == loop ? current.WithAdditionalAnnotations(place)
                : current.WithAdditionalAnnotations(mark)
        );
        var layout = Layout.Of(root, document);
        var counter = SyntaxFactory.ParseStatement($"var {position} = 0;");
        var marked = (StatementSyntax)changed.GetAnnotatedNodes(place).Single();
        changed = Statements.InsertBefore(changed, marked, counter, layout, layout.IndentAt(loop));
        return new ProposedFix(Title, document.WithSyntaxRoot(changed), mark);
    }
}
