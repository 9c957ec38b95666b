using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>What stands between commas: a call's arguments, an initializer's members, a collection's elements, the arms of a switch.</summary>
internal sealed record ListOfCode(SyntaxNode Node, SyntaxToken Open, IReadOnlyList<SyntaxNode> Elements, SyntaxToken Close)
{
    public TextSpan Span => Node.Span;

    /// <summary>The list, or null when the node is none or has nothing in it.</summary>
    public static ListOfCode? Of(SyntaxNode node) =>
        node switch
        {
            ArgumentListSyntax { Arguments: { Count: > 0 } arguments } list => new ListOfCode(
                list,
                list.OpenParenToken,
                arguments,
                list.CloseParenToken
            ),
            InitializerExpressionSyntax { Expressions: { Count: > 0 } expressions } list => new ListOfCode(
                list,
                list.OpenBraceToken,
                expressions,
                list.CloseBraceToken
            ),
            CollectionExpressionSyntax { Elements: { Count: > 0 } elements } list => new ListOfCode(
                list,
                list.OpenBracketToken,
                elements,
                list.CloseBracketToken
            ),
            SwitchExpressionSyntax { Arms: { Count: > 0 } arms } chosen => new ListOfCode(
                chosen,
                chosen.OpenBraceToken,
                arms,
                chosen.CloseBraceToken
            ),
            _ => null,
        };

    /// <summary>Every element, the closing token, and the opening brace of an initializer or a switch begin lines.</summary>
    public void LayOut(LineBreaks breaks, Layout layout, StyleOptions options)
    {
        var indent = layout.IndentAt(Open);
        if (Node is InitializerExpressionSyntax or SwitchExpressionSyntax && options.InitializerOnNewLine)
        {
            breaks.Before(Open, indent);
        }

        foreach (var element in Elements)
        {
            breaks.Before(element.GetFirstToken(), indent + layout.Unit);
            breaks.Shift(element);
        }

        breaks.Before(Close, indent);
    }
}
