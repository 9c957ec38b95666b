using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>How a document is laid out: its line ends, its indentation. Generated code follows it.</summary>
internal sealed class Layout
{
    private readonly SourceText _text;

    private Layout(SourceText text, StyleOptions? options)
    {
        _text = text;
        NewLine = text.Lines.Select(LineEnd).FirstOrDefault(end => end.Length > 0) ?? options?.NewLine ?? "\n";
        var indents = text.Lines.Select(IndentOf).Where(indent => indent.Length > 1 || indent == "\t").ToList();
        var first = indents.FirstOrDefault() ?? "";
        Unit =
            first.Length == 0 && options?.Indentation is { } said ? said
            : first.StartsWith("\t", System.StringComparison.Ordinal) ? "\t"
            : new string(' ', first.Length == 2 || (first.Length == 3 && AreSteps(indents, 3)) ? first.Length : 4);
    }

    /// <summary>More lines are indented by such steps than by steps of four: three blanks may as well be a slip.</summary>
    private static bool AreSteps(IReadOnlyCollection<string> indents, int length) =>
        indents.Count(indent => indent.Length % length == 0) > indents.Count(static indent => indent.Length % 4 == 0);

    public string NewLine { get; }

    /// <summary>One level of indentation.</summary>
    public string Unit { get; }

    /// <summary>The layout of the root's text; what that does not show is as the document's options say.</summary>
    public static Layout Of(SyntaxNode root, Document document) =>
        new(root.GetText(), document.TryGetSyntaxTree(out var tree) ? StyleOptions.Of(tree, document.Project) : null);

    public bool IsOnOneLine(int start, int end) =>
        _text.Lines.GetLineFromPosition(start).LineNumber == _text.Lines.GetLineFromPosition(end).LineNumber;

    /// <summary>The white space with which the position's line begins in the text as it was.</summary>
    public string IndentAt(int position) => IndentOf(_text.Lines.GetLineFromPosition(position));

    /// <summary>The white space with which the node's line begins, in the tree that the node is in: a changed one has other positions.</summary>
    public string IndentAt(SyntaxNode node) => IndentOf(node.SyntaxTree.GetText().Lines.GetLineFromPosition(node.SpanStart));

    /// <inheritdoc cref="IndentAt(SyntaxNode)"/>
    public string IndentAt(SyntaxToken token) =>
        token.SyntaxTree is { } tree ? IndentOf(tree.GetText().Lines.GetLineFromPosition(token.SpanStart)) : IndentAt(token.SpanStart);

    /// <summary>
    /// Lines separated by "\n" in; the same lines out, with this document's line ends and every line but the first indented.
    /// </summary>
    public string Indented(string lines, string indent) => lines.Replace("\n", NewLine + indent);

    private static string IndentOf(TextLine line)
    {
        var (text, end) = (line.Text!, line.Start);
        while (end < line.End && text[end] is ' ' or '\t')
        {
            end++;
        }

        return text.ToString(TextSpan.FromBounds(line.Start, end));
    }

    private string LineEnd(TextLine line) => _text.ToString(TextSpan.FromBounds(line.End, line.EndIncludingLineBreak));
}
