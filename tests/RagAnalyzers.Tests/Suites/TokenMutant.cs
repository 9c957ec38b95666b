using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Tests.Suites;

/// <summary>A program with one thing in it changed at random: what somebody writes in the middle of a change, or by mistake.</summary>
internal static class TokenMutant
{
    private static readonly Func<Random, SyntaxNode, string, string?>[] s_changes =
    [
        // A token is gone, there twice, or has changed places with the next one.
        static (random, root, text) => Token(random, root) is { } token ? text.Remove(token.SpanStart, token.Span.Length) : null,
        static (random, root, text) => Token(random, root) is { } token ? text.Insert(token.Span.End, " " + token.Text) : null,
        static (random, root, text) => Token(random, root) is { } token ? Swapped(token, token.GetNextToken(), text) : null,
        // A name is another one's, a type is dynamic.
        static (random, root, text) =>
            Any<IdentifierNameSyntax>(random, root) is { } name && Any<IdentifierNameSyntax>(random, root) is { } other
                ? Replaced(name, other.ToString(), text)
                : null,
        static (random, root, text) => Any<TypeSyntax>(random, root) is { } type ? Replaced(type, "dynamic", text) : null,
        // A value is set to itself, stands in a lambda, or is the whole method's that it stands in.
        static (random, root, text) =>
            Any<ExpressionSyntax>(random, root) is { } value ? Replaced(value, $"({value} = {value})", text) : null,
        static (random, root, text) =>
            Any<ExpressionSyntax>(random, root) is { } value ? Replaced(value, $"((Func<object>)(() => {value}))()", text) : null,
        static (random, root, text) =>
            Any<InvocationExpressionSyntax>(random, root) is { } call && call.FirstAncestorOrSelf<MethodDeclarationSyntax>() is { } method
                ? Replaced(call, $"{method.Identifier}({call})", text)
                : null,
        // A statement is gone.
        static (random, root, text) => Any<StatementSyntax>(random, root) is { } statement ? Replaced(statement, "", text) : null,
    ];

    public static int Kinds => s_changes.Length;

    /// <summary>The changed text, and what was changed.</summary>
    public static (string Text, string What) Of(string text, Random random)
    {
        var root = CSharpSyntaxTree.ParseText(text, Verifiers.TestSources.ParseOptions).GetRoot();
        while (true)
        {
            var kind = random.Next(s_changes.Length);
            if (s_changes[kind](random, root, text) is { } changed && changed != text)
            {
                return (changed, $"change {kind}");
            }
        }
    }

    private static SyntaxToken? Token(Random random, SyntaxNode root)
    {
        var tokens = root.DescendantTokens().Where(static token => token.Span.Length > 0).ToList();
        return tokens[random.Next(tokens.Count)];
    }

    private static T? Any<T>(Random random, SyntaxNode root)
        where T : SyntaxNode
    {
        var nodes = root.DescendantNodes().OfType<T>().ToList();
        return nodes.Count == 0 ? null : nodes[random.Next(nodes.Count)];
    }

    private static string Replaced(SyntaxNode node, string by, string text) =>
        text.Remove(node.SpanStart, node.Span.Length).Insert(node.SpanStart, by);

    private static string Swapped(SyntaxToken first, SyntaxToken second, string text) =>
        second.Span.Length == 0
            ? text
            : text[..first.SpanStart] + second.Text + text[first.Span.End..second.SpanStart] + first.Text + text[second.Span.End..];
}
