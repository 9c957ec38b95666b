using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Reads which names a file gives to types that are called something else: <c>using Cut = OpenAI.VectorStores.ChunkingStrategy;</c>.</summary>
internal static class AliasNames
{
    /// <summary>The name of the type by its alias in a file; null where there is none.</summary>
    public static Dictionary<string, string>? In(SyntaxTree tree)
    {
        Dictionary<string, string>? names = null;
        foreach (var directive in tree.GetRoot().ChildNodes().SelectMany(UsingsAt))
        {
            if (
                directive is { Alias.Name.Identifier.ValueText: { Length: > 0 } alias, Name: { } target }
                && LastOf(target) is { Length: > 0 } name
                && name != alias
            )
            {
                (names ??= new(StringComparer.Ordinal))[alias] = name;
            }
        }

        return names;
    }

    private static IEnumerable<UsingDirectiveSyntax> UsingsAt(SyntaxNode node) =>
        node switch
        {
            UsingDirectiveSyntax directive => [directive],
            BaseNamespaceDeclarationSyntax space => space.ChildNodes().SelectMany(UsingsAt),
            _ => [],
        };

    private static string LastOf(NameSyntax name) =>
        name switch
        {
            QualifiedNameSyntax qualified => qualified.Right.Identifier.ValueText,
            AliasQualifiedNameSyntax qualified => qualified.Name.Identifier.ValueText,
            SimpleNameSyntax simple => simple.Identifier.ValueText,
            _ => "",
        };
}
