using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// A string literal, or several that are added up, whose text can be edited in the style in which it is written: raw, verbatim or regular,
/// with or without <c>u8</c>. Edits of the text go in, the expression with the same edits comes out.
/// </summary>
internal sealed class LiteralText
{
    private readonly ExpressionSyntax _expression;
    private readonly ImmutableArray<LiteralPiece> _pieces;

    private LiteralText(ExpressionSyntax expression, ImmutableArray<LiteralPiece> pieces)
    {
        _expression = expression;
        _pieces = pieces;
        Value = string.Concat(pieces.Select(piece => piece.Value));
    }

    /// <summary>The text.</summary>
    public string Value { get; }

    /// <summary>Reads the expression, or returns null when it is no literal.</summary>
    public static LiteralText? Of(ExpressionSyntax expression)
    {
        var pieces = ImmutableArray.CreateBuilder<LiteralPiece>();
        var start = 0;
        foreach (var literal in Literals(expression))
        {
            if (literal is null || LiteralPiece.Read(literal.Token, start) is not { } piece)
            {
                return null;
            }

            pieces.Add(piece);
            start += piece.Value.Length;
        }

        return new LiteralText(expression, pieces.ToImmutable());
    }

    /// <summary>The expression with the text edited, or null when an edit does not fit into one literal.</summary>
    public ExpressionSyntax? With(IEnumerable<JsonTextEdit> edits)
    {
        var source = _expression.ToString();
        var changes = new List<JsonTextEdit>();
        foreach (var edit in edits)
        {
            if (_pieces.FirstOrDefault(piece => piece.Holds(edit)) is not { } piece)
            {
                return null;
            }

            changes.Add(piece.InSource(edit, _expression.SpanStart));
        }

        var parsed = SyntaxFactory.ParseExpression(JsonTextEdit.Apply(source, changes), options: _expression.SyntaxTree.Options);
        return parsed.ContainsDiagnostics ? null : parsed.WithTriviaFrom(_expression);
    }

    private static IEnumerable<LiteralExpressionSyntax?> Literals(ExpressionSyntax expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Literals(parenthesized.Expression),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Literals(sum.Left).Concat(Literals(sum.Right)),
            LiteralExpressionSyntax { Token.Value: string } literal => [literal],
            _ => [null],
        };
}
