using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Makes names for new locals that nothing around them uses.</summary>
internal static class FreshNames
{
    /// <summary>
    /// The first of the candidates that is free in the member around the node, or the last one with a number. What is named inside of other
    /// functions of the member is seen by none but them.
    /// </summary>
    public static string In(SyntaxNode node, params string[] candidates)
    {
        SyntaxNode scope =
            node.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().FirstOrDefault(member => member is not GlobalStatementSyntax)
            ?? node.SyntaxTree.GetRoot();
        var taken = new HashSet<string>(
            scope
                .DescendantTokens(child => !IsFunction(child) || IsFunctionAround(child, node))
                .Concat(scope.DescendantNodes().OfType<LocalFunctionStatementSyntax>().Select(static f => f.Identifier))
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.ValueText),
            StringComparer.Ordinal
        );
        bool IsFree(string name) => !taken.Contains(name);

        var last = candidates[candidates.Length - 1];
        return candidates.FirstOrDefault(IsFree) ?? Enumerable.Range(2, int.MaxValue - 2).Select(number => last + number).First(IsFree);
    }

    private static bool IsFunction(SyntaxNode node) => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax;

    /// <summary>The function is around the node, or in the same one as the node.</summary>
    private static bool IsFunctionAround(SyntaxNode function, SyntaxNode node) =>
        function.Span.Contains(node.Span)
        || (function.Ancestors().FirstOrDefault(IsFunction) is var outer && node.Ancestors().FirstOrDefault(IsFunction) == outer);

    /// <summary>
    /// A local's name for a value of the type: "verdict" for Verdict, escaped when that is a keyword, "items" for a list.
    /// </summary>
    public static string ForType(ITypeSymbol type)
    {
        if (type is IArrayTypeSymbol or INamedTypeSymbol { Arity: 1 } && Collections.IsSequence(type))
        {
            return "items";
        }

        if (type is ITypeParameterSymbol || type.SpecialType != SpecialType.None)
        {
            return "value";
        }

        var name = JsonNames.Convert(type.Name, JsonNaming.CamelCase);
        return SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None && SyntaxFacts.GetContextualKeywordKind(name) == SyntaxKind.None
            ? name
            : "parsed" + type.Name;
    }
}
