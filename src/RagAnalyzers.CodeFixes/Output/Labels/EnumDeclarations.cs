using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>Puts the enum behind the code that uses it: the last member of its type, or the end of a file of top-level statements.</summary>
internal static class EnumDeclarations
{
    public static SyntaxNode Add(SyntaxNode root, SyntaxNode use, LabelEnum labels, string? attribute, Layout layout)
    {
        var type = use.Ancestors().OfType<TypeDeclarationSyntax>().LastOrDefault();
        var indent = type is null ? "" : IndentOf(type) + layout.Unit;
        var lines = labels.Declaration(type is null ? "" : "private ", layout.Unit, attribute);
        var text = layout.NewLine + indent + layout.Indented(lines, indent).Replace(layout.NewLine + indent + layout.NewLine, layout.NewLine + layout.NewLine) + layout.NewLine;
        var declaration = SyntaxFactory.ParseMemberDeclaration(text)!;
        if (type is null)
        {
            var unit = (CompilationUnitSyntax)root;
            var last = unit.Members.Last();
            // The file may end without a line end.
            if (!last.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia))
                unit = unit.ReplaceNode(last, last.WithTrailingTrivia(last.GetTrailingTrivia().Add(SyntaxFactory.EndOfLine(layout.NewLine))));
            return unit.AddMembers(declaration);
        }

        return root.ReplaceNode(type, type.WithMembers(type.Members.Add(declaration)));
    }

    private static string IndentOf(TypeDeclarationSyntax type)
        => type.CloseBraceToken.LeadingTrivia.LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia)).ToString();
}
