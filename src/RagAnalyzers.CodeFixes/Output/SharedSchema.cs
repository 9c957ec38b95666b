using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>A schema that a fix writes a second time into a type becomes one constant of the type.</summary>
internal static class SharedSchema
{
    /// <summary>The changed document in, the same with one text of each schema that the change has doubled out.</summary>
    /// <param name="before">The document before the change.</param>
    /// <param name="call">Marks the model call in the changed document.</param>
    /// <param name="target">The name of the type whose schema was written.</param>
    public static SyntaxNode Share(SyntaxNode before, SyntaxNode root, SyntaxAnnotation call, string target, Layout layout)
    {
        if (root.GetAnnotatedNodes(call).FirstOrDefault()?.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } type)
        {
            return root;
        }

        var known = Schemas(before).ToLookup(KeyOf);
        var now = Schemas(root).ToLookup(KeyOf);
        var doubled = Schemas(type)
            .GroupBy(KeyOf)
            .FirstOrDefault(same => same.Count() > 1 && now[same.Key].Count() > known[same.Key].Count());
        if (doubled is null)
        {
            return root;
        }

        var constant = doubled.Select(ConstantOf).FirstOrDefault(static name => name is not null);
        var name = constant ?? FreeName(type, target + "Schema");
        var first = doubled.First();
        var changed = type.ReplaceNodes(
            doubled.Where(literal => ConstantOf(literal) is null),
            (literal, _) => PlainSyntax.Name(name).WithTriviaFrom(literal)
        );
        return root.ReplaceNode(
            type,
            constant is null ? changed.WithMembers(changed.Members.Insert(0, Constant(type, name, first, layout))) : changed
        );
    }

    private static IEnumerable<LiteralExpressionSyntax> Schemas(SyntaxNode node) =>
        node.DescendantNodes()
            .OfType<LiteralExpressionSyntax>()
            .Where(static literal =>
                literal.IsKind(SyntaxKind.StringLiteralExpression)
                && literal.Token.ValueText.TrimStart().StartsWith("{", StringComparison.Ordinal)
                && literal.Token.ValueText.IndexOf("\"type\"", StringComparison.Ordinal) > 0
            );

    /// <summary>The schema without the white space by which its lines are laid out.</summary>
    private static string KeyOf(LiteralExpressionSyntax literal) =>
        string.Concat(literal.Token.ValueText.Where(static c => !char.IsWhiteSpace(c)));

    private static string? ConstantOf(LiteralExpressionSyntax literal) =>
        literal.Parent
            is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax field } variable }
        && field.Modifiers.Any(SyntaxKind.ConstKeyword)
            ? variable.Identifier.ValueText
            : null;

    private static string FreeName(TypeDeclarationSyntax type, string name)
    {
        var taken = new HashSet<string>(
            type.DescendantTokens().Where(static token => token.IsKind(SyntaxKind.IdentifierToken)).Select(static token => token.ValueText)
        );
        return new[] { name }
            .Concat(Enumerable.Range(2, 98).Select(number => name + number))
            .First(candidate => !taken.Contains(candidate));
    }

    private static MemberDeclarationSyntax Constant(TypeDeclarationSyntax type, string name, LiteralExpressionSyntax literal, Layout layout)
    {
        var indent = layout.IndentAt(type) + layout.Unit;
        var inner = indent + layout.Unit;
        var text = literal.Token.IsKind(SyntaxKind.MultiLineRawStringLiteralToken)
            ? $"\"\"\"{layout.NewLine}{inner}{layout.Indented(literal.Token.ValueText.Replace("\r\n", "\n"), inner)}{layout.NewLine}{inner}\"\"\""
            : literal.Token.Text;
        var end = SyntaxFactory.EndOfLine(layout.NewLine);
        return SyntaxFactory
            .ParseMemberDeclaration($"{indent}private const string {name} = {text};", options: type.SyntaxTree.Options)!
            .WithTrailingTrivia(end, end);
    }
}
