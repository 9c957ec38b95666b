using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Flow.Operations;

/// <summary>
/// Which identifiers a syntax tree holds. Kept as long as the tree, so that an edit re-reads one file and not the compilation;
/// kept as hash codes, because a large compilation holds millions of identifiers. A collision only costs a second look.
/// </summary>
internal static class IdentifierIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, int[]> Hashes = new();

    /// <summary>False only when the identifier certainly does not occur in the tree.</summary>
    public static bool MayMention(SyntaxTree tree, string identifier) => Array.BinarySearch(Of(tree), identifier.GetHashCode()) >= 0;

    /// <summary>False only when none of the identifiers occurs in the tree.</summary>
    public static bool MayMentionAny(SyntaxTree tree, IEnumerable<string> identifiers) => identifiers.Any(i => MayMention(tree, i));

    /// <summary>One of the identifiers occurs below the node.</summary>
    public static bool IsMentionedIn(SyntaxNode node, ICollection<string> identifiers) =>
        identifiers.Count > 0
        && MayMentionAny(node.SyntaxTree, identifiers)
        && node.DescendantTokens().Any(t => t.IsKind(SyntaxKind.IdentifierToken) && identifiers.Contains(t.ValueText));

    private static int[] Of(SyntaxTree tree) =>
        Hashes.GetValue(
            tree,
            static t =>
            {
                var hashes = new HashSet<int>(
                    t.GetRoot()
                        .DescendantTokens()
                        .Where(static k => k.IsKind(SyntaxKind.IdentifierToken))
                        .Select(static k => k.ValueText.GetHashCode())
                ).ToArray();
                Array.Sort(hashes);
                return hashes;
            }
        );
}
