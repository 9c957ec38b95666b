using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Formatting;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// Brings what a fix has written into the style of the project: braces, and types or "var". What was there before stays as it is.
/// </summary>
internal static class ProjectStyle
{
    public static async Task<ProposedFix> ApplyAsync(Document before, ProposedFix fix, CancellationToken cancellationToken)
    {
        var styled = await StyledAsync(before, fix, cancellationToken).ConfigureAwait(false);
        // Where a fix has left the white space to the formatter, it is asked now, since only the text goes on from here.
        var spaced = await Formatter
            .FormatAsync(styled.Changed, SyntaxAnnotation.ElasticAnnotation, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        return styled with { Changed = spaced };
    }

    private static async Task<ProposedFix> StyledAsync(Document before, ProposedFix fix, CancellationToken cancellationToken)
    {
        var oldRoot = await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (oldRoot is null || root is null)
        {
            return fix;
        }

        var options = StyleOptions.Of(oldRoot.SyntaxTree, before.Project);
        var spans = root.SyntaxTree.GetChangedSpans(oldRoot.SyntaxTree);
        // A node is new when its first token is: of its last ones some may have been there.
        var added = root.DescendantNodes().Where(node => spans.Any(span => span.Contains(node.GetFirstToken().Span))).ToList();
        var types = await TypesAsync(fix.Changed, added, options, cancellationToken).ConfigureAwait(false);
        var braceless = added
            .OfType<IfStatementSyntax>()
            .Where(statement => statement.Statement is not BlockSyntax && options.WantsBraces(oldRoot, statement.Statement))
            .ToList();
        if (types.Count == 0 && braceless.Count == 0)
        {
            return fix;
        }

        var layout = Layout.Of(root, before);
        var styled = root.ReplaceNodes(
            types.Keys.Concat<SyntaxNode>(braceless),
            (original, current) =>
                original is IdentifierNameSyntax name
                    ? types[name]
                    : Braced((IfStatementSyntax)current, layout.IndentAt(original), options, layout)
        );
        return fix with { Changed = fix.Changed.WithSyntaxRoot(styled) };
    }

    /// <summary>For every new "var" that the project would not write, the type.</summary>
    private static async Task<Dictionary<IdentifierNameSyntax, TypeSyntax>> TypesAsync(
        Document changed,
        IEnumerable<SyntaxNode> added,
        StyleOptions options,
        CancellationToken cancellationToken
    )
    {
        var types = new Dictionary<IdentifierNameSyntax, TypeSyntax>();
        foreach (var name in added.OfType<IdentifierNameSyntax>().Where(static name => name.IsVar))
        {
            var model = await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            var value = (name.Parent as VariableDeclarationSyntax)?.Variables.FirstOrDefault()?.Initializer?.Value;
            if (
                model?.GetTypeInfo(name.Parent is DeclarationExpressionSyntax declared ? declared : name, cancellationToken).Type
                    is { TypeKind: not TypeKind.Error, IsAnonymousType: false } type
                && options.WantsType(type, value)
            )
            {
                types.Add(name, SyntaxFactory.ParseTypeName(type.ToMinimalDisplayString(model, name.SpanStart)).WithTriviaFrom(name));
            }
        }

        return types;
    }

    private static IfStatementSyntax Braced(IfStatementSyntax statement, string indent, StyleOptions options, Layout layout)
    {
        var lineEnd = SyntaxFactory.EndOfLine(layout.NewLine);
        var inner = statement.Statement;
        var open = PlainSyntax.Token(SyntaxKind.OpenBraceToken).WithTrailingTrivia(lineEnd);
        var closing = statement.CloseParenToken;
        if (options.BraceOnNewLine)
        {
            closing = closing.WithTrailingTrivia(lineEnd);
            open = open.WithLeadingTrivia(SyntaxFactory.Whitespace(indent));
        }
        else
        {
            closing = closing.WithTrailingTrivia(SyntaxFactory.Space);
        }

        var block = SyntaxFactory.Block(
            open,
            SyntaxFactory.SingletonList(
                inner.WithLeadingTrivia(SyntaxFactory.Whitespace(indent + layout.Unit)).WithTrailingTrivia(lineEnd)
            ),
            PlainSyntax
                .Token(SyntaxKind.CloseBraceToken)
                .WithLeadingTrivia(SyntaxFactory.Whitespace(indent))
                .WithTrailingTrivia(inner.GetTrailingTrivia())
        );
        return statement.WithCloseParenToken(closing).WithStatement(block);
    }
}
