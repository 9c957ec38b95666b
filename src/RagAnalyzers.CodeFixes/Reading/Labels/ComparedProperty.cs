using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Reading.Labels;

/// <summary>The property that is compared, when it is declared beside the comparisons and used for nothing else in the project.</summary>
/// <param name="Owner">The declaration of the type that has the property.</param>
/// <param name="Type">The property's type as it is written.</param>
/// <param name="Initializers">The property's declaration, when it starts as an empty text.</param>
internal sealed record ComparedProperty(
    IPropertySymbol Symbol,
    TypeDeclarationSyntax Owner,
    TypeSyntax Type,
    IReadOnlyList<PropertyDeclarationSyntax> Initializers
)
{
    public static async Task<ComparedProperty?> ReadAsync(Document document, ComparedText found, CancellationToken cancellationToken)
    {
        var names = found.Tests.Select(test => CleanedText.Bare(test.Text) as MemberAccessExpressionSyntax).ToList();
        var symbols = names
            .Select(name => name is null ? null : found.Model.GetSymbolInfo(name, cancellationToken).Symbol)
            .Distinct(SymbolEqualityComparer.Default)
            .ToList();
        if (
            symbols is not [IPropertySymbol { DeclaringSyntaxReferences: [var reference] } symbol]
            || symbol.Name != found.Property
            || reference.SyntaxTree != found.Root.SyntaxTree
            || await reference.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) is not { Parent: not null } declaration
            || declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>() is not { } owner
        )
        {
            return null;
        }

        // Every other use would need another conversion.
        foreach (var other in document.Project.Solution.Projects.SelectMany(project => project.Documents))
        {
            var root = await other.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
            if (root is null)
            {
                continue;
            }

            var uses = root.DescendantNodes()
                .OfType<SimpleNameSyntax>()
                .Where(name => name.Identifier.ValueText == symbol.Name && !names.Any(known => known!.Name == name))
                .ToList();
            if (uses.Count == 0)
            {
                continue;
            }

            var model = await other.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
            if (model is null || uses.Any(use => IsUse(model, use, symbol, cancellationToken)))
            {
                return null;
            }
        }

        return declaration switch
        {
            PropertyDeclarationSyntax { Initializer: null, ExpressionBody: null, Type: var type } => new ComparedProperty(
                symbol,
                owner,
                type,
                []
            ),
            PropertyDeclarationSyntax { AccessorList: not null, Initializer.Value: { } value } property when IsEmpty(value) =>
                new ComparedProperty(symbol, owner, property.Type, [property]),
            ParameterSyntax { Default: null, Type: { } type } => new ComparedProperty(symbol, owner, type, []),
            _ => null,
        };
    }

    private static bool IsUse(SemanticModel model, SimpleNameSyntax name, IPropertySymbol property, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(name, cancellationToken).Symbol is { } used
        && used.Name == property.Name
        && used.ContainingType?.ToDisplayString() == property.ContainingType.ToDisplayString();

    private static bool IsEmpty(ExpressionSyntax value) =>
        value
            is LiteralExpressionSyntax { Token.ValueText: "" }
                or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
                or MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Empty" };
}
