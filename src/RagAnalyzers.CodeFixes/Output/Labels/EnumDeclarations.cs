using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>
/// Puts the enum of some labels behind the code that uses it: the last member of its type, or the end of a file of top-level statements.
/// </summary>
internal static class EnumDeclarations
{
    public static SyntaxNode Add(SyntaxNode root, SyntaxNode use, LabelEnum labels, Layout layout) =>
        AddMember(root, use, modifiers => labels.Declaration(modifiers, layout.Unit), layout);

    /// <summary>Puts a type there of which a text is given.</summary>
    /// <param name="use">What uses the type.</param>
    /// <param name="declaration">Makes the type's text, its lines separated by "\n"; its input is the modifiers that it needs there.</param>
    public static SyntaxNode AddMember(SyntaxNode root, SyntaxNode use, Func<string, string> declaration, Layout layout)
    {
        if (use.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault() is { } type)
        {
            var member = Declaration(declaration("private "), IndentOf(type) + layout.Unit, layout);
            return root.ReplaceNode(type, type.WithMembers(type.Members.Add(member)));
        }

        var unit = WithLineEnd((CompilationUnitSyntax)root, layout);
        return unit.AddMembers(Declaration(declaration(""), "", layout));
    }

    /// <summary>Puts the enum behind a type, as visible as that is.</summary>
    public static SyntaxNode AddAfter(SyntaxNode root, TypeDeclarationSyntax type, LabelEnum labels, Layout layout)
    {
        var modifiers = string.Concat(
            type.Modifiers.Where(modifier => SyntaxFacts.IsAccessibilityModifier(modifier.Kind())).Select(modifier => modifier.Text + " ")
        );
        var declaration = Declaration(labels.Declaration(modifiers, layout.Unit), IndentOf(type), layout);
        if (!type.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
        {
            var ended = type.WithTrailingTrivia(type.GetTrailingTrivia().Add(SyntaxFactory.EndOfLine(layout.NewLine)));
            root = root.ReplaceNode(type, ended.WithAdditionalAnnotations(new SyntaxAnnotation(nameof(AddAfter))));
            type = (TypeDeclarationSyntax)root.GetAnnotatedNodes(nameof(AddAfter)).Single();
        }

        return root.InsertNodesAfter(type, [declaration]);
    }

    private static MemberDeclarationSyntax Declaration(string declaration, string indent, Layout layout)
    {
        var lines = layout.Indented(declaration, indent);
        var text =
            layout.NewLine
            + indent
            + lines.Replace(layout.NewLine + indent + layout.NewLine, layout.NewLine + layout.NewLine)
            + layout.NewLine;
        return SyntaxFactory.ParseMemberDeclaration(text)!;
    }

    /// <summary>The file may end without a line end.</summary>
    private static CompilationUnitSyntax WithLineEnd(CompilationUnitSyntax unit, Layout layout) =>
        unit.Members.Last() is var last && last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia)
            ? unit
            : unit.ReplaceNode(last, last.WithTrailingTrivia(last.GetTrailingTrivia().Add(SyntaxFactory.EndOfLine(layout.NewLine))));

    private static string IndentOf(TypeDeclarationSyntax type) =>
        type.GetFirstToken().LeadingTrivia.LastOrDefault() is var last && last.IsKind(SyntaxKind.WhitespaceTrivia) ? last.ToString() : "";
}
