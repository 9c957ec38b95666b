using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Adds using directives where the document keeps them, in their alphabetical place when they are kept in order.</summary>
internal static class UsingDirectives
{
    public static CompilationUnitSyntax Add(CompilationUnitSyntax root, IEnumerable<string> namespaces, Layout layout) =>
        namespaces.Aggregate(root, (current, name) => Add(current, name, layout));

    private static CompilationUnitSyntax Add(CompilationUnitSyntax root, string name, Layout layout)
    {
        var inner = root.Members.OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault();
        if (root.Usings.Count == 0 && inner is { Usings.Count: > 0 })
        {
            return root.ReplaceNode(inner, inner.WithUsings(Insert(inner.Usings, name, layout)));
        }

        return root.Usings.Count > 0 ? root.WithUsings(Insert(root.Usings, name, layout)) : AddFirst(root, name, layout);
    }

    private static SyntaxList<UsingDirectiveSyntax> Insert(SyntaxList<UsingDirectiveSyntax> usings, string name, Layout layout)
    {
        if (usings.Any(directive => IsPlain(directive) && directive.Name!.ToString() == name))
        {
            return usings;
        }

        var lastPlain = usings.LastIndexOf(directive => IsPlain(directive) || directive.GlobalKeyword != default);
        var index = lastPlain + 1;
        if (IsSorted(usings.Where(IsPlain)))
        {
            var following = usings.IndexOf(directive => IsPlain(directive) && Compare(directive.Name!.ToString(), name) > 0);
            index = following < 0 ? index : following;
        }

        var indent = usings[0].GetLeadingTrivia().LastOrDefault(trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia));
        var added = Directive(name, layout);
        if (index > 0)
        {
            return usings.Insert(index, indent == default ? added : added.WithLeadingTrivia(indent));
        }

        // What stands above the first directive (a file header) stays above.
        var first = usings[0];
        added = added.WithLeadingTrivia(first.GetLeadingTrivia());
        first = first.WithLeadingTrivia(indent == default ? SyntaxFactory.TriviaList() : SyntaxFactory.TriviaList(indent));
        return usings.Replace(usings[0], first).Insert(0, added);
    }

    private static CompilationUnitSyntax AddFirst(CompilationUnitSyntax root, string name, Layout layout)
    {
        var newLine = SyntaxFactory.EndOfLine(layout.NewLine);
        var firstToken = root.GetFirstToken(includeZeroWidth: true);
        var above = firstToken.LeadingTrivia;
        var header = above
            .TakeWhile(trivia =>
                trivia.Kind()
                    is SyntaxKind.SingleLineCommentTrivia
                        or SyntaxKind.MultiLineCommentTrivia
                        or SyntaxKind.EndOfLineTrivia
                        or SyntaxKind.WhitespaceTrivia
            )
            .ToList();
        var rest = above.Skip(header.Count).ToList();
        if (rest.Count > 0 || !header.Any(CodeComments.Is))
        {
            rest = [.. above];
            header = [];
        }

        var directive = Directive(name, layout).WithLeadingTrivia(header);
        var isBlank = rest.FirstOrDefault().IsKind(SyntaxKind.EndOfLineTrivia);
        return root.ReplaceToken(firstToken, firstToken.WithLeadingTrivia(isBlank ? rest : rest.Prepend(newLine)))
            .WithUsings(SyntaxFactory.SingletonList(directive));
    }

    private static UsingDirectiveSyntax Directive(string name, Layout layout) =>
        SyntaxFactory.ParseCompilationUnit($"using {name};").Usings[0].WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine));

    private static bool IsPlain(UsingDirectiveSyntax directive) =>
        directive.Alias is null && directive.StaticKeyword == default && directive.GlobalKeyword == default && directive.Name is not null;

    private static bool IsSorted(IEnumerable<UsingDirectiveSyntax> directives)
    {
        var names = directives.Select(directive => directive.Name!.ToString()).ToList();
        return names.Zip(names.Skip(1), Compare).All(order => order <= 0);
    }

    private static int Compare(string left, string right)
    {
        var system = IsSystem(right).CompareTo(IsSystem(left));
        return system != 0 ? system : string.Compare(left, right, StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsSystem(string name) => name == "System" || name.StartsWith("System.", StringComparison.Ordinal);
}
