using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Tells by names alone which types of a file derive from, or implement, one of some types.</summary>
internal static class DeclaredBases
{
    /// <param name="names">The names of the types, without what stands before or behind them.</param>
    public static bool AreNamed(SyntaxTree tree, string[] names) => TypesNaming(tree, names).Any();

    /// <summary>The types that name one among their bases.</summary>
    /// <param name="names">The names of the bases, without what stands before or behind them.</param>
    public static IEnumerable<BaseTypeDeclarationSyntax> TypesNaming(SyntaxTree tree, string[] names) =>
        IdentifierIndex
            .TokensOfAny(tree, names)
            .Select(static token => token.Parent is SimpleNameSyntax name ? BaseOf(name)?.Parent?.Parent : null)
            .OfType<BaseTypeDeclarationSyntax>();

    private static BaseTypeSyntax? BaseOf(SimpleNameSyntax name) =>
        name.Parent switch
        {
            BaseTypeSyntax named => named,
            QualifiedNameSyntax { Parent: BaseTypeSyntax named } qualified when qualified.Right == name => named,
            _ => null,
        };
}
