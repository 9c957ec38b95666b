using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Tells by names alone whether a file declares a type that derives from, or implements, one of some types.</summary>
internal static class DeclaredBases
{
    /// <param name="names">The names of the types, without what stands before or behind them.</param>
    public static bool AreNamed(SyntaxTree tree, string[] names) =>
        IdentifierIndex.TokensOfAny(tree, names).Any(static token => token.Parent is SimpleNameSyntax name && IsBase(name));

    private static bool IsBase(SimpleNameSyntax name) =>
        name.Parent is BaseTypeSyntax
        || (name.Parent is QualifiedNameSyntax { Parent: BaseTypeSyntax } qualified && qualified.Right == name);
}
