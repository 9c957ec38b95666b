using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>The values that a local is declared with and assigned.</summary>
internal static class LocalValues
{
    public static IEnumerable<ExpressionSyntax> Of(ILocalSymbol local, SemanticModel model, CancellationToken cancellationToken)
    {
        if (local.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellationToken) is not VariableDeclaratorSyntax declarator)
            yield break;
        if (declarator.Initializer is { Value: var value })
            yield return value;
        var assignments = Scope(declarator).DescendantNodes()
            .OfType<AssignmentExpressionSyntax>()
            .Where(assignment => assignment.Left is IdentifierNameSyntax name
                && name.Identifier.ValueText == local.Name
                && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(name, cancellationToken).Symbol, local));
        foreach (var assignment in assignments)
            yield return assignment.Right;
    }

    /// <summary>The nodes among which every use of the local stands.</summary>
    public static SyntaxNode Scope(VariableDeclaratorSyntax declarator)
        => declarator.Ancestors().FirstOrDefault(node => node is BlockSyntax or SwitchSectionSyntax) ?? declarator.SyntaxTree.GetRoot();
}
