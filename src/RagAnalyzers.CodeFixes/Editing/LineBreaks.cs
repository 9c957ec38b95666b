using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Collects places at which lines shall end, and code that moves to the right with it; changes all of them at once.</summary>
internal sealed class LineBreaks(Layout layout)
{
    private readonly Dictionary<SyntaxToken, string> _starts = new();
    private readonly HashSet<SyntaxToken> _ends = new();
    private readonly HashSet<SyntaxToken> _shifted = new();

    public bool IsEmpty => _starts.Count == 0;

    /// <summary>The token is the first of its line, comments not counted that stand before it on the line of what precedes it.</summary>
    public static bool StartsLine(SyntaxToken token) =>
        token.GetPreviousToken() is var previous
        && (previous.IsKind(SyntaxKind.None) || previous.TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia));

    /// <summary>The token begins a line of this indentation, unless it begins one already.</summary>
    public void Before(SyntaxToken token, string indent)
    {
        if (!StartsLine(token))
        {
            _starts[token] = indent;
            _ends.Add(token.GetPreviousToken());
        }
    }

    /// <summary>The lines that begin in the node move one level to the right; those inside literals do where the literals say the same then.</summary>
    public void Shift(SyntaxNode node) => _shifted.UnionWith(node.DescendantTokens());

    public SyntaxNode Apply(SyntaxNode root) =>
        root.ReplaceTokens(
            _starts.Keys.Concat(_ends).Concat(_shifted).Distinct(),
            (token, _) =>
                (_shifted.Contains(token) ? IndentedLines.WithLines(token, layout.Unit) : token)
                    .WithLeadingTrivia(Leading(token))
                    .WithTrailingTrivia(Trailing(token))
        );

    private IEnumerable<SyntaxTrivia> Leading(SyntaxToken token)
    {
        var begins = _starts.TryGetValue(token, out var indent);
        var leading = _shifted.Contains(token)
            ? IndentedLines.Leading(token.LeadingTrivia, StartsLine(token), layout.Unit)
            : token.LeadingTrivia;
        return begins ? leading.Prepend(SyntaxFactory.Whitespace(indent!)) : leading;
    }

    private IEnumerable<SyntaxTrivia> Trailing(SyntaxToken token)
    {
        if (!_ends.Contains(token))
        {
            return token.TrailingTrivia;
        }

        var kept = token.TrailingTrivia.ToList();
        while (kept.Count > 0 && kept[kept.Count - 1].IsKind(SyntaxKind.WhitespaceTrivia))
        {
            kept.RemoveAt(kept.Count - 1);
        }

        kept.Add(SyntaxFactory.EndOfLine(layout.NewLine));
        return kept;
    }
}
