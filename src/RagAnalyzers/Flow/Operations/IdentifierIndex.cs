using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Flow.Operations;

/// <summary>
/// Which identifiers a syntax tree holds, and where; and where it compares without naming anything. An alias stands for the name that it renames, too. Made by one walk over the tree and kept as
/// long as the tree, so that an edit re-reads one file and not the compilation; kept in arrays, because a large compilation holds millions of
/// identifiers.
/// </summary>
internal sealed class IdentifierIndex
{
    /// <summary>Stands for every place at which a value may be compared by an operator, a pattern or a key.</summary>
    public const string Comparison = "==";

    private static readonly ConditionalWeakTable<SyntaxTree, IdentifierIndex> Indexes = new();

    /// <summary>The hash codes of the different identifiers, in order.</summary>
    private readonly int[] _hashes;

    /// <summary>The identifier of each hash code.</summary>
    private readonly string[] _texts;

    /// <summary>Where the places of each identifier begin in <see cref="_starts"/>, and at last where they end.</summary>
    private readonly int[] _firsts;

    /// <summary>Where the identifiers stand, those of one identifier in source order.</summary>
    private readonly int[] _starts;

    private readonly ConditionalWeakTable<ICollection<string>, int[]> _startsOfSets = new();

    private IdentifierIndex(SyntaxTree tree)
    {
        var texts = new List<string>();
        var starts = new List<int>();
        var times = new Dictionary<string, int>();
        var aliases = AliasNames.In(tree);
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            var text =
                token.IsKind(SyntaxKind.IdentifierToken) && !token.IsMissing ? token.ValueText
                : ComparisonTokens.Compares(token) ? Comparison
                : null;
            if (text is not null)
            {
                Add(text);
                if (aliases is not null && aliases.TryGetValue(text, out var renamed))
                {
                    Add(renamed);
                }
            }

            void Add(string name)
            {
                times[name] = times.TryGetValue(name, out var before) ? before + 1 : 1;
                texts.Add(name);
                starts.Add(token.SpanStart);
            }
        }

        _texts = times.Keys.ToArray();
        _hashes = Array.ConvertAll(_texts, static t => t.GetHashCode());
        Array.Sort(_hashes, _texts);
        _firsts = new int[_texts.Length + 1];
        for (var i = 0; i < _texts.Length; i++)
        {
            _firsts[i + 1] = _firsts[i] + times[_texts[i]];
            times[_texts[i]] = _firsts[i];
        }

        // From here on, where the next place of each belongs.
        _starts = new int[starts.Count];
        for (var i = 0; i < _starts.Length; i++)
        {
            _starts[times[texts[i]]++] = starts[i];
        }
    }

    /// <summary>The identifier occurs in the tree.</summary>
    public static bool Mentions(SyntaxTree tree, string identifier) => Of(tree).Find(identifier) >= 0;

    /// <summary>One of the identifiers occurs in the tree.</summary>
    public static bool MentionsAny(SyntaxTree tree, IEnumerable<string> identifiers) => identifiers.Any(i => Mentions(tree, i));

    /// <summary>The same for a set that is kept, and that nobody changes any more: where it stands in a tree is kept for it.</summary>
    public static bool MentionsAnyOf(SyntaxTree tree, HashSet<string> identifiers) => Of(tree).StartsOfAny(identifiers).Length > 0;

    /// <summary>The places at which an identifier stands in a tree, in source order.</summary>
    public static IEnumerable<SyntaxToken> Tokens(SyntaxTree tree, string identifier) =>
        Of(tree).Starts(identifier) is { Count: > 0 } starts ? TokensAt(tree, starts) : Enumerable.Empty<SyntaxToken>();

    /// <summary>The places at which an identifier stands below a node, in source order.</summary>
    public static IEnumerable<SyntaxToken> Tokens(SyntaxNode node, string identifier)
    {
        if (!IsMentionedIn(node, identifier))
        {
            return Enumerable.Empty<SyntaxToken>();
        }

        var span = node.Span;
        return TokensAt(node.SyntaxTree, Of(node.SyntaxTree).Starts(identifier).Where(start => start >= span.Start && start < span.End));
    }

    /// <summary>The places at which one of the identifiers stands in a tree, in source order.</summary>
    public static IEnumerable<SyntaxToken> TokensOfAny(SyntaxTree tree, ICollection<string> identifiers) =>
        Of(tree).Sorted(identifiers) is { Length: > 0 } starts ? TokensAt(tree, starts) : Enumerable.Empty<SyntaxToken>();

    /// <summary>The identifier occurs below the node.</summary>
    public static bool IsMentionedIn(SyntaxNode node, string identifier)
    {
        var index = Of(node.SyntaxTree);
        return index.Find(identifier) is >= 0 and var found
            && IsAnyIn(node, index._starts, index._firsts[found], index._firsts[found + 1] - index._firsts[found]);
    }

    /// <summary>One of the identifiers occurs below the node.</summary>
    /// <param name="identifiers">A set that nobody changes any more: what it is found to be in a tree is kept for it.</param>
    public static bool IsMentionedIn(SyntaxNode node, ICollection<string> identifiers) =>
        identifiers.Count > 0
        && Of(node.SyntaxTree).StartsOfAny(identifiers) is { Length: > 0 } starts
        && IsAnyIn(node, starts, 0, starts.Length);

    private static bool IsAnyIn(SyntaxNode node, int[] starts, int from, int count)
    {
        var span = node.Span;
        var first = Array.BinarySearch(starts, from, count, span.Start);
        first = first < 0 ? ~first : first;
        return first < from + count && starts[first] < span.End;
    }

    private static IdentifierIndex Of(SyntaxTree tree) => Indexes.GetValue(tree, static t => new IdentifierIndex(t));

    private static IEnumerable<SyntaxToken> TokensAt(SyntaxTree tree, IEnumerable<int> starts) =>
        starts.Select(start => tree.GetRoot().FindToken(start));

    /// <summary>The number of an identifier; negative when it does not occur.</summary>
    private int Find(string identifier)
    {
        var hash = identifier.GetHashCode();
        var found = Array.BinarySearch(_hashes, hash);
        while (found > 0 && _hashes[found - 1] == hash)
        {
            found--;
        }

        for (; found >= 0 && found < _hashes.Length && _hashes[found] == hash; found++)
        {
            if (_texts[found] == identifier)
            {
                return found;
            }
        }

        return -1;
    }

    private ArraySegment<int> Starts(string identifier) =>
        Find(identifier) is >= 0 and var found
            ? new ArraySegment<int>(_starts, _firsts[found], _firsts[found + 1] - _firsts[found])
            : new ArraySegment<int>([]);

    private int[] StartsOfAny(ICollection<string> identifiers) =>
        _startsOfSets.TryGetValue(identifiers, out var known) ? known : _startsOfSets.GetValue(identifiers, Sorted);

    private int[] Sorted(ICollection<string> identifiers)
    {
        List<int>? starts = null;
        foreach (var identifier in identifiers)
        {
            if (Starts(identifier) is { Count: > 0 } found)
            {
                (starts ??= new()).AddRange(found);
            }
        }

        starts?.Sort();
        return starts?.ToArray() ?? [];
    }
}
