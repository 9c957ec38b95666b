using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Finds code by name before anything is bound: what mentions certain identifiers, and what mentions that.</summary>
internal static class NamesAround
{
    /// <summary>The names of the declarations in a tree that mention one of the identifiers.</summary>
    /// <param name="nameAround">The name of the declaration around a token, or null when it has none that counts.</param>
    public static IEnumerable<string> In(SyntaxTree tree, HashSet<string> identifiers, Func<SyntaxToken, string?> nameAround) =>
        IdentifierIndex.TokensOfAny(tree, identifiers).Select(nameAround).OfType<string>();

    /// <summary>The name of the method around a token, or null.</summary>
    public static string? MethodAround(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText;

    /// <summary>The name of the method or property around a token, or null.</summary>
    public static string? MethodOrProperty(SyntaxToken token) =>
        token.Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>() switch
        {
            MethodDeclarationSyntax method => method.Identifier.ValueText,
            PropertyDeclarationSyntax property => property.Identifier.ValueText,
            _ => null,
        };

    /// <summary>
    /// Adds to <paramref name="names"/> what mentions one of <paramref name="last"/>, then what mentions that, so many steps far.
    /// </summary>
    /// <param name="namesAround">The names of what mentions a token, or null where it is nothing that counts.</param>
    public static void Spread(
        HashSet<string> names,
        HashSet<string> last,
        int steps,
        Compilation compilation,
        params Func<SyntaxToken, string?>[] namesAround
    )
    {
        for (var step = 0; step < steps && last.Count > 0; step++)
        {
            var mentioning = compilation.SyntaxTrees.Where(t => IdentifierIndex.MentionsAny(t, last));
            var next = new HashSet<string>(mentioning.SelectMany(t => namesAround.SelectMany(around => In(t, last, around))));
            next.ExceptWith(names);
            names.UnionWith(next);
            last = next;
        }
    }
}
