using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Locals in; the values that they are declared with and assigned, and their uses, out.</summary>
internal static class LocalValues
{
    public static IEnumerable<ExpressionSyntax> Of(ILocalSymbol local, SemanticModel model, CancellationToken cancellationToken)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax declarator)
        {
            yield break;
        }

        if (declarator.Initializer is { Value: var value })
        {
            yield return value;
        }

        var assignments = Uses(local, model, cancellationToken)
            .Select(use => use.Parent)
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == local.Name);
        foreach (var assignment in assignments)
        {
            yield return assignment.Right;
        }
    }

    /// <summary>
    /// The declarators of the locals that an expression mentions, and of those that they are declared with, in the order in which they may
    /// become unused.
    /// </summary>
    public static ImmutableArray<VariableDeclaratorSyntax> DeclaratorsIn(
        ExpressionSyntax expression,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        var found = ImmutableArray.CreateBuilder<VariableDeclaratorSyntax>();
        Collect(expression);
        return found.ToImmutable();

        void Collect(ExpressionSyntax value)
        {
            foreach (var name in value.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>())
            {
                if (
                    model.GetSymbolInfo(name, cancellationToken).Symbol is not ILocalSymbol { DeclaringSyntaxReferences: [var reference] }
                    || reference.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax declarator
                    || found.Contains(declarator)
                )
                {
                    continue;
                }

                found.Add(declarator);
                if (declarator.Initializer is { Value: var initial })
                {
                    Collect(initial);
                }
            }
        }
    }

    /// <summary>Every mention of the local besides its declaration.</summary>
    public static IEnumerable<IdentifierNameSyntax> Uses(ILocalSymbol local, SemanticModel model, CancellationToken cancellationToken) =>
        local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is VariableDeclaratorSyntax declarator
            ? Scope(declarator)
                .DescendantNodes()
                .OfType<IdentifierNameSyntax>()
                .Where(name =>
                    name.Identifier.ValueText == local.Name
                    && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local)
                )
            : [];

    /// <summary>The nodes among which every use of the local stands.</summary>
    public static SyntaxNode Scope(VariableDeclaratorSyntax declarator) =>
        declarator.Ancestors().FirstOrDefault(node => node is BlockSyntax or SwitchSectionSyntax) ?? declarator.SyntaxTree.GetRoot();
}
