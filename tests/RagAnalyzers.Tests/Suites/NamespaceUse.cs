using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Tests.Suites;

/// <summary>A name in a source that binds to something of another namespace.</summary>
/// <param name="From">The namespace that the name stands in.</param>
/// <param name="To">The namespace that it binds to.</param>
/// <param name="Place">The file and the line.</param>
/// <param name="Name">The name as written.</param>
internal sealed record NamespaceUse(string From, string To, string Place, string Name)
{
    /// <returns>Every use of another namespace in the sources of a compilation, by file and line; a line's second use of the same is left out.</returns>
    public static ImmutableArray<NamespaceUse> In(Compilation compilation) =>
        [
            .. compilation
                .SyntaxTrees.SelectMany(tree => In(compilation.GetSemanticModel(tree), tree))
                .Distinct()
                .OrderBy(use => use.Place, StringComparer.Ordinal),
        ];

    public override string ToString() => $"{Place}: {Name} of {To}";

    private static IEnumerable<NamespaceUse> In(SemanticModel model, SyntaxTree tree)
    {
        var root = tree.GetRoot();
        // Using directives stand outside the namespace that they serve.
        if (root.DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().FirstOrDefault() is not { } first)
        {
            yield break;
        }

        foreach (var name in root.DescendantNodes(descendIntoTrivia: false).OfType<SimpleNameSyntax>())
        {
            var from = (name.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>() ?? first).Name.ToString();
            if (NamespaceOf(name, model) is { } to && to != from)
            {
                var line = tree.GetLineSpan(name.Span).StartLinePosition.Line + 1;
                yield return new NamespaceUse(from, to, $"{tree.FilePath}({line})", name.ToString());
            }
        }
    }

    private static string? NamespaceOf(SimpleNameSyntax name, SemanticModel model) =>
        model.GetSymbolInfo(name).Symbol switch
        {
            // The last name of a directive is a use; before a dot it only leads to one.
            INamespaceSymbol @namespace => IsWholeDirective(name) ? @namespace.ToDisplayString() : null,
            var symbol => NamespaceOf(symbol),
        };

    private static string? NamespaceOf(ISymbol? symbol) =>
        symbol switch
        {
            null => null,
            IArrayTypeSymbol array => NamespaceOf(array.ElementType),
            // A local or a parameter is no use by itself: its type was named, or came from a member, elsewhere.
            ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or IRangeVariableSymbol or ILabelSymbol => null,
            _ => symbol.ContainingNamespace?.ToDisplayString(),
        };

    private static bool IsWholeDirective(SimpleNameSyntax name) =>
        name.Parent is UsingDirectiveSyntax
        || name.Parent is QualifiedNameSyntax { Parent: UsingDirectiveSyntax } whole && whole.Right == name;
}
