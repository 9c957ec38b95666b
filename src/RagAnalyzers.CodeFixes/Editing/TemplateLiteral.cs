using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// A text that is put together of literals and values, written as one literal that names a variable for each value. The literal keeps the
/// style of the text.
/// </summary>
/// <param name="Literal">The literal.</param>
/// <param name="Variables">The variables, in order, each with the value that it stands for.</param>
internal sealed record TemplateLiteral(ExpressionSyntax Literal, IReadOnlyList<(string Name, ExpressionSyntax Value)> Variables)
{
    /// <summary>The literal, or null when the text is put together in another way.</summary>
    /// <param name="text">An interpolated string, or strings that are added up.</param>
    /// <param name="placeholder">Makes the placeholder of a variable.</param>
    public static TemplateLiteral? Of(ExpressionSyntax text, Func<string, string> placeholder)
    {
        var variables = new List<(string Name, ExpressionSyntax Value)>();
        string Place(ExpressionSyntax value)
        {
            var name = NameFor(value, variables);
            if (!variables.Any(v => v.Name == name))
            {
                variables.Add((name, value));
            }

            return placeholder(name);
        }

        var written = text switch
        {
            InterpolatedStringExpressionSyntax interpolated => OfInterpolated(interpolated, Place),
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => OfSum(sum, Place),
            _ => null,
        };
        if (written is null || variables.Count == 0)
        {
            return null;
        }

        var parsed = SyntaxFactory.ParseExpression(written, options: text.SyntaxTree.Options);
        return parsed.ContainsDiagnostics || parsed is not LiteralExpressionSyntax
            ? null
            : new TemplateLiteral(parsed.WithTriviaFrom(text), variables);
    }

    private static string? OfInterpolated(InterpolatedStringExpressionSyntax text, Func<ExpressionSyntax, string> place)
    {
        var start = text.StringStartToken.Text;
        var isRaw = start.EndsWith("\"\"\"", StringComparison.Ordinal);
        var written = new StringBuilder(start.Replace("$", ""));
        foreach (var content in text.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax { TextToken.Text: var piece }:
                    written.Append(isRaw ? piece : piece.Replace("{{", "{").Replace("}}", "}"));
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null, Expression: var value }:
                    written.Append(place(value));
                    break;
                default:
                    return null;
            }
        }

        return written.Append(text.StringEndToken.Text).ToString();
    }

    private static string? OfSum(BinaryExpressionSyntax sum, Func<ExpressionSyntax, string> place)
    {
        var written = new StringBuilder("\"");
        foreach (var operand in Operands(sum))
        {
            switch (operand)
            {
                case LiteralExpressionSyntax { Token: { RawKind: (int)SyntaxKind.StringLiteralToken } token }
                    when token.Text.StartsWith("\"", StringComparison.Ordinal):
                    written.Append(token.Text, 1, token.Text.Length - 2);
                    break;
                case LiteralExpressionSyntax or InterpolatedStringExpressionSyntax:
                    return null;
                default:
                    written.Append(place(operand));
                    break;
            }
        }

        return written.Append('"').ToString();
    }

    private static IEnumerable<ExpressionSyntax> Operands(ExpressionSyntax expression) =>
        expression switch
        {
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum => Operands(sum.Left).Concat(Operands(sum.Right)),
            ParenthesizedExpressionSyntax { Expression: BinaryExpressionSyntax inner } => Operands(inner),
            _ => [expression],
        };

    /// <summary>What the value is called; the same value has the same name, and another value another one.</summary>
    private static string NameFor(ExpressionSyntax value, List<(string Name, ExpressionSyntax Value)> taken)
    {
        var wanted = Called(value) is { Length: > 0 } called ? char.ToLowerInvariant(called[0]) + called.Substring(1) : "text";
        for (var number = 1; ; number++)
        {
            var name = number == 1 ? wanted : wanted + number;
            if (taken.All(t => t.Name != name || SyntaxFactory.AreEquivalent(t.Value, value)))
            {
                return name;
            }
        }
    }

    private static string? Called(ExpressionSyntax value) =>
        value switch
        {
            // What a builder is called says nothing of the text that it builds.
            IdentifierNameSyntax { Identifier.ValueText: "sb" or "builder" or "stringBuilder" } => "context",
            IdentifierNameSyntax name => name.Identifier.ValueText.TrimStart('_'),
            MemberAccessExpressionSyntax { Name: IdentifierNameSyntax name } => name.Identifier.ValueText,
            InvocationExpressionSyntax
            {
                Expression: MemberAccessExpressionSyntax { Expression: PredefinedTypeSyntax, Name.Identifier.ValueText: "Join" },
                ArgumentList.Arguments: [_, var joined]
            } => Called(joined.Expression),
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: { } owner } } => Called(owner),
            ParenthesizedExpressionSyntax parenthesized => Called(parenthesized.Expression),
            AwaitExpressionSyntax awaited => Called(awaited.Expression),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Called(
                suppressed.Operand
            ),
            _ => null,
        };
}
