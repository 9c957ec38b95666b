using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>
/// The one object creation that an expression's value comes from, with everything that is set on the object: an expression goes
/// in (a creation, or a local, field or property that holds one), nothing comes out when another writer could be at work.
/// </summary>
/// <param name="Creation">The creation.</param>
/// <param name="Members">Member names and values, from the initializer and from the statements that follow; the elements of a collection
/// one by one.</param>
internal sealed record VisibleCreation(
    BaseObjectCreationExpressionSyntax Creation,
    ImmutableArray<(string Member, ExpressionSyntax? Value)> Members
)
{
    public static VisibleCreation? Find(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Unwrapped(expression) is BaseObjectCreationExpressionSyntax inline)
        {
            return Read(inline, ImmutableArray<(string, ExpressionSyntax?)>.Empty);
        }

        var symbol = model.GetSymbolInfo(expression, cancellationToken).Symbol;
        if (
            symbol is not (ILocalSymbol or IFieldSymbol or IPropertySymbol { SetMethod: null })
            || symbol.DeclaringSyntaxReferences is not [var declaration]
            || Initializer(declaration.GetSyntax(cancellationToken)) is not BaseObjectCreationExpressionSyntax creation
        )
        {
            return null;
        }

        // A local lives in its body, a field or property (as far as anyone sensible writes to its insides) in its type.
        var scopes =
            symbol is ILocalSymbol
                ? [creation.SyntaxTree.GetRoot(cancellationToken)]
                : symbol.ContainingType.DeclaringSyntaxReferences.Select(reference => reference.GetSyntax(cancellationToken));
        var additions = ImmutableArray.CreateBuilder<(string, ExpressionSyntax?)>();
        foreach (var use in scopes.SelectMany(scope => Uses(scope, symbol, model, cancellationToken)))
        {
            switch (Touch(use))
            {
                case (true, { } addition):
                    additions.Add(addition);
                    break;
                case (true, null):
                    return null;
            }
        }

        return Read(creation, additions.ToImmutable());
    }

    private static IEnumerable<IdentifierNameSyntax> Uses(
        SyntaxNode scope,
        ISymbol symbol,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        var semantics = scope.SyntaxTree == model.SyntaxTree ? model : model.Compilation.GetSemanticModel(scope.SyntaxTree);
        return scope
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(name =>
                name.Identifier.ValueText == symbol.Name
                && SymbolEqualityComparer.Default.Equals(semantics.GetSymbolInfo(name, cancellationToken).Symbol, symbol)
            );
    }

    private static VisibleCreation? Read(BaseObjectCreationExpressionSyntax creation, ImmutableArray<(string, ExpressionSyntax?)> additions)
    {
        var members = ImmutableArray.CreateBuilder<(string, ExpressionSyntax?)>();
        foreach (var element in creation.Initializer?.Expressions ?? [])
        {
            if (element is not AssignmentExpressionSyntax { Left: IdentifierNameSyntax member, Right: var value })
            {
                return null;
            }

            IEnumerable<ExpressionSyntax?> values = value switch
            {
                InitializerExpressionSyntax nested => nested.Expressions,
                CollectionExpressionSyntax collection => collection.Elements.Select(item => (item as ExpressionElementSyntax)?.Expression),
                _ => [value],
            };
            members.AddRange(values.Select(item => (member.Identifier.ValueText, item)));
        }

        members.AddRange(additions);
        return new VisibleCreation(creation, members.ToImmutable());
    }

    /// <summary>Whether a use of the variable changes the object or the variable; and how, when it is a statement of its own.</summary>
    private static (bool Touches, (string, ExpressionSyntax?)? Addition) Touch(IdentifierNameSyntax use)
    {
        ExpressionSyntax variable = use.Parent is MemberAccessExpressionSyntax qualified && qualified.Name == use ? qualified : use;
        if (variable.Parent is AssignmentExpressionSyntax assignment && assignment.Left == variable)
        {
            return (true, null);
        }

        if (variable.Parent is ArgumentSyntax { RefKindKeyword.RawKind: not (int)SyntaxKind.None })
        {
            return (true, null);
        }

        if (variable.Parent is not MemberAccessExpressionSyntax access || access.Expression != variable)
        {
            return (false, null);
        }

        var name = access.Name.Identifier.ValueText;
        return access.Parent switch
        {
            AssignmentExpressionSyntax { Parent: ExpressionStatementSyntax } set when set.Left == access => (true, (name, set.Right)),
            MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "Add",
                Parent: InvocationExpressionSyntax
                {
                    Parent: ExpressionStatementSyntax or ArrowExpressionClauseSyntax,
                    ArgumentList.Arguments: [var only]
                },
            } => (true, (name, only.Expression)),
            MemberAccessExpressionSyntax => (true, null),
            AssignmentExpressionSyntax other when other.Left == access => (true, null),
            _ => (false, null),
        };
    }

    private static ExpressionSyntax? Initializer(SyntaxNode declaration) =>
        declaration switch
        {
            VariableDeclaratorSyntax variable => Unwrapped(variable.Initializer?.Value),
            PropertyDeclarationSyntax { Initializer.Value: var value } => Unwrapped(value),
            PropertyDeclarationSyntax { ExpressionBody.Expression: var value } => Unwrapped(value),
            _ => null,
        };

    private static ExpressionSyntax? Unwrapped(ExpressionSyntax? expression) =>
        expression switch
        {
            ParenthesizedExpressionSyntax parenthesized => Unwrapped(parenthesized.Expression),
            PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed => Unwrapped(
                suppressed.Operand
            ),
            _ => expression,
        };
}
