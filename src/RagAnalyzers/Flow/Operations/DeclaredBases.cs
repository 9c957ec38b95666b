using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Tells by names alone whether a file declares a type that derives from, or implements, one of some types.</summary>
internal static class DeclaredBases
{
    /// <param name="names">The names of the types, without what stands before or behind them.</param>
    public static bool AreNamed(SyntaxTree tree, string[] names) =>
        IdentifierIndex.MayMentionAny(tree, names)
        && tree.GetRoot()
            .DescendantNodes()
            .OfType<BaseTypeSyntax>()
            .Any(b => NameOf(b.Type)?.Identifier.ValueText is { } name && names.Contains(name));

    private static SimpleNameSyntax? NameOf(TypeSyntax type) => type as SimpleNameSyntax ?? (type as QualifiedNameSyntax)?.Right;
}
