using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Flow.Operations;

/// <summary>
/// Which identifiers a syntax tree holds, and where. Made by one walk over the tree and kept as long as the tree, so that an edit re-reads
/// one file and not the compilation; kept as hash codes, because a large compilation holds millions of identifiers.
/// </summary>
internal sealed class IdentifierIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, IdentifierIndex> Indexes = new();

    /// <summary>The hash codes of all identifiers, in order; each stands as often as its identifier.</summary>
    private readonly int[] _hashes;

    /// <summary>Where the identifier of each hash code begins; those of one hash code in source order.</summary>
    private readonly int[] _starts;

    private readonly ConditionalWeakTable<ICollection<string>, int[]> _startsOfSets = new();

    private IdentifierIndex(SyntaxTree tree)
    {
        var hashes = new List<int>();
        var starts = new List<int>();
        foreach (var token in tree.GetRoot().DescendantTokens())
        {
            if (token.IsKind(SyntaxKind.IdentifierToken) && !token.IsMissing)
            {
                hashes.Add(token.ValueText.GetHashCode());
                starts.Add(token.SpanStart);
            }
        }

        // The order of the places with one hash code is that of the source: both parts of the key are in it.
        var keys = new long[hashes.Count];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = ((long)hashes[i] << 32) | (uint)starts[i];
        }

        Array.Sort(keys);
        _hashes = Array.ConvertAll(keys, static k => (int)(k >> 32));
        _starts = Array.ConvertAll(keys, static k => (int)k);
    }

    /// <summary>False only when the identifier certainly does not occur in the tree; a collision only costs a second look.</summary>
    public static bool MayMention(SyntaxTree tree, string identifier) =>
        Array.BinarySearch(Of(tree)._hashes, identifier.GetHashCode()) >= 0;

    /// <summary>False only when none of the identifiers occurs in the tree.</summary>
    public static bool MayMentionAny(SyntaxTree tree, IEnumerable<string> identifiers) => identifiers.Any(i => MayMention(tree, i));

    /// <summary>The same for a set that is kept, and that nobody changes any more: where it stands in a tree is kept for it.</summary>
    public static bool MayMentionAnyOf(SyntaxTree tree, HashSet<string> identifiers) => Of(tree).StartsOfAny(identifiers).Length > 0;

    /// <summary>The places at which an identifier stands in a tree, in source order.</summary>
    public static IEnumerable<SyntaxToken> Tokens(SyntaxTree tree, string identifier) =>
        Of(tree).Starts(identifier).Select(start => TokenAt(tree, start)).Where(token => token.ValueText == identifier);

    /// <summary>The places at which an identifier stands below a node, in source order.</summary>
    public static IEnumerable<SyntaxToken> Tokens(SyntaxNode node, string identifier)
    {
        var span = node.Span;
        return Of(node.SyntaxTree)
            .Starts(identifier)
            .Where(start => start >= span.Start && start < span.End)
            .Select(start => TokenAt(node.SyntaxTree, start))
            .Where(token => token.ValueText == identifier);
    }

    /// <summary>The places at which one of the identifiers stands in a tree, in source order.</summary>
    public static IEnumerable<SyntaxToken> TokensOfAny(SyntaxTree tree, ICollection<string> identifiers) =>
        Of(tree).Sorted(identifiers).Select(start => TokenAt(tree, start)).Where(token => identifiers.Contains(token.ValueText));

    /// <summary>The identifier occurs below the node.</summary>
    public static bool IsMentionedIn(SyntaxNode node, string identifier) => Tokens(node, identifier).Any();

    /// <summary>One of the identifiers occurs below the node.</summary>
    /// <param name="identifiers">A set that nobody changes any more: what it is found to be in a tree is kept for it.</param>
    public static bool IsMentionedIn(SyntaxNode node, ICollection<string> identifiers)
    {
        if (identifiers.Count == 0)
        {
            return false;
        }

        var starts = Of(node.SyntaxTree).StartsOfAny(identifiers);
        var span = node.Span;
        var first = Array.BinarySearch(starts, span.Start);
        for (var i = first < 0 ? ~first : first; i < starts.Length && starts[i] < span.End; i++)
        {
            if (identifiers.Contains(TokenAt(node.SyntaxTree, starts[i]).ValueText))
            {
                return true;
            }
        }

        return false;
    }

    private static IdentifierIndex Of(SyntaxTree tree) => Indexes.GetValue(tree, static t => new IdentifierIndex(t));

    private static SyntaxToken TokenAt(SyntaxTree tree, int start) => tree.GetRoot().FindToken(start);

    private IEnumerable<int> Starts(string identifier)
    {
        var hash = identifier.GetHashCode();
        var found = Array.BinarySearch(_hashes, hash);
        if (found < 0)
        {
            yield break;
        }

        while (found > 0 && _hashes[found - 1] == hash)
        {
            found--;
        }

        for (; found < _hashes.Length && _hashes[found] == hash; found++)
        {
            yield return _starts[found];
        }
    }

    private int[] StartsOfAny(ICollection<string> identifiers) =>
        _startsOfSets.TryGetValue(identifiers, out var known) ? known : _startsOfSets.GetValue(identifiers, Sorted);

    private int[] Sorted(ICollection<string> identifiers)
    {
        var starts = identifiers.SelectMany(Starts).ToArray();
        Array.Sort(starts);
        return starts;
    }
}
