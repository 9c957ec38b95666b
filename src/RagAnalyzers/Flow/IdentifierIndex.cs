using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Flow;

/// <summary>Which identifiers a syntax tree holds. Kept as long as the tree, so that an edit re-reads one file, not the compilation.</summary>
internal static class IdentifierIndex
{
    private static readonly ConditionalWeakTable<SyntaxTree, HashSet<string>> Identifiers = new();

    public static bool Mentions(SyntaxTree tree, string identifier)
        => Identifiers.GetValue(tree, static t => new HashSet<string>(t.GetRoot().DescendantTokens().Where(static k => k.IsKind(SyntaxKind.IdentifierToken)).Select(static k => k.ValueText)))
            .Contains(identifier);
}
