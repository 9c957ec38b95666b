using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Finds the names in a source that bind to a namespace its layer may not use.</summary>
internal static class LayerWalker
{
    /// <returns>One line a violation: where, and what is used.</returns>
    public static ImmutableArray<string> Violations(Compilation compilation, IEnumerable<Layer> layers)
    {
        var all = layers.ToList();
        return
        [
            .. compilation
                .SyntaxTrees.SelectMany(tree => Violations(compilation.GetSemanticModel(tree), tree, all))
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];
    }

    private static IEnumerable<string> Violations(SemanticModel model, SyntaxTree tree, List<Layer> layers)
    {
        var root = tree.GetRoot();
        // Using directives stand outside the namespace that they serve.
        var namespaces = root.DescendantNodes()
            .OfType<BaseNamespaceDeclarationSyntax>()
            .Select(declaration => declaration.Name.ToString())
            .ToList();
        var forbidden = layers
            .Where(layer => namespaces.Any(name => Layer.IsIn(name, layer.Namespace)))
            .SelectMany(layer => layer.Forbidden)
            .ToList();
        if (forbidden.Count == 0)
        {
            yield break;
        }

        foreach (var name in root.DescendantNodes(descendIntoTrivia: false).OfType<SimpleNameSyntax>())
        {
            if (NamespaceOf(model.GetSymbolInfo(name).Symbol) is { } used && forbidden.Any(part => Layer.IsIn(used, part)))
            {
                var line = tree.GetLineSpan(name.Span).StartLinePosition.Line + 1;
                yield return $"{tree.FilePath}({line}): {name} of {used}";
            }
        }
    }

    private static string? NamespaceOf(ISymbol? symbol) =>
        symbol switch
        {
            null => null,
            INamespaceSymbol @namespace => @namespace.ToDisplayString(),
            IArrayTypeSymbol array => NamespaceOf(array.ElementType),
            // A local or a parameter is no use by itself: its type was named, or came from a member, elsewhere.
            ILocalSymbol or IParameterSymbol or ITypeParameterSymbol or IRangeVariableSymbol or ILabelSymbol => null,
            _ => symbol.ContainingNamespace?.ToDisplayString(),
        };
}
