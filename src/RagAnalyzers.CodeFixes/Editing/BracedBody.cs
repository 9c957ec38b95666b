using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>What stands between two braces: a block's statements, a type's members, a property's accessors.</summary>
internal sealed record BracedBody(SyntaxNode Node, SyntaxToken Open, IReadOnlyList<SyntaxNode> Elements, SyntaxToken Close)
{
    /// <summary>Both braces are on one line.</summary>
    public bool IsOnOneLine =>
        Node.SyntaxTree.GetText() is var text
        && text.Lines.GetLineFromPosition(Open.SpanStart).LineNumber == text.Lines.GetLineFromPosition(Close.SpanStart).LineNumber;

    /// <summary>It is a type's, or a member's own.</summary>
    public bool IsOfDeclaration => Node is not BlockSyntax || Node.Parent is BaseMethodDeclarationSyntax or AccessorDeclarationSyntax;

    public TextSpan Span => TextSpan.FromBounds(Open.SpanStart, Close.Span.End);

    /// <summary>The first element is on the line of the opening brace.</summary>
    public bool SharesLine => Elements.Count > 0 && !LineBreaks.StartsLine(Elements[0].GetFirstToken());

    /// <summary>The bodies that the span is in, from the inside to the outside.</summary>
    public static IEnumerable<BracedBody> Around(SyntaxNode root, TextSpan span) =>
        root.FindNode(span, getInnermostNodeForTie: true).AncestorsAndSelf().Select(Of).OfType<BracedBody>();

    /// <summary>The bodies that begin in the span, from the outside to the inside.</summary>
    public static IEnumerable<BracedBody> In(SyntaxNode root, TextSpan span) =>
        root.DescendantNodes(span).Select(Of).OfType<BracedBody>().Where(body => span.Contains(body.Open.Span));

    private static BracedBody? Of(SyntaxNode node) =>
        node switch
        {
            BlockSyntax block => new BracedBody(block, block.OpenBraceToken, block.Statements, block.CloseBraceToken),
            TypeDeclarationSyntax { OpenBraceToken.RawKind: not 0 } type => new BracedBody(
                type,
                type.OpenBraceToken,
                type.Members,
                type.CloseBraceToken
            ),
            AccessorListSyntax list when list.Accessors.Any(static a => a.Body is not null || a.ExpressionBody is not null) =>
                new BracedBody(list, list.OpenBraceToken, list.Accessors, list.CloseBraceToken),
            _ => null,
        };

    /// <summary>Every element, and both braces, begin lines.</summary>
    public void LayOut(LineBreaks breaks, Layout layout, StyleOptions options)
    {
        var indent = layout.IndentAt(Open);
        if (options.BraceOnNewLine)
        {
            breaks.Before(Open, indent);
        }

        foreach (var element in Elements)
        {
            breaks.Before(element.GetFirstToken(), indent + layout.Unit);
            breaks.Shift(element);
        }

        breaks.Before(Close, indent);
        // What follows, a statement or a clause of this one, does not begin behind a brace that has its line.
        var next = Close.GetNextToken();
        if (
            options.BraceOnNewLine && next.Kind() is SyntaxKind.ElseKeyword or SyntaxKind.CatchKeyword or SyntaxKind.FinallyKeyword
            || next.Parent?.FirstAncestorOrSelf<StatementSyntax>() is { } following && following.GetFirstToken() == next
        )
        {
            breaks.Before(next, indent);
        }
    }
}
