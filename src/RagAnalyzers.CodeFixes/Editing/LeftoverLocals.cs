using System.Collections.Generic;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Removes locals that nothing reads any more after an edit, when making their value had no other effect.</summary>
internal static class LeftoverLocals
{
    /// <param name="root">The edited root, which still tracks the declarators.</param>
    /// <param name="declarators">The declarators of the locals in the original root, in the order in which they may become unused.</param>
    public static async Task<SyntaxNode> RemoveAsync(
        Document document,
        SyntaxNode root,
        IEnumerable<VariableDeclaratorSyntax> declarators,
        Layout layout,
        CancellationToken cancellationToken
    )
    {
        foreach (var original in declarators)
        {
            var changed = document.WithSyntaxRoot(root);
            root = (await changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
            var model = (await changed.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
            if (
                root.GetCurrentNode(original) is not { } declarator
                || Removable(declarator, model, cancellationToken) is not { } statements
            )
            {
                continue;
            }

            root = statements.Aggregate(
                root.TrackNodes(statements),
                (current, statement) => Statements.Remove(current, current.GetCurrentNode(statement)!, layout)
            );
        }

        return root;
    }

    /// <summary>The statements that only make the local's value, or null when it is still read or made with side effects.</summary>
    private static IReadOnlyList<StatementSyntax>? Removable(
        VariableDeclaratorSyntax declarator,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (
            declarator.Initializer is not { Value: var value }
            || declarator.Parent
                is not VariableDeclarationSyntax
                {
                    Variables.Count: 1,
                    Parent: LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0 } declaration
                }
            || !Statements.IsInList(declaration)
            || !HasNoEffect(value, model, cancellationToken)
            || model.GetDeclaredSymbol(declarator, cancellationToken) is not { } local
        )
        {
            return null;
        }

        var statements = new List<StatementSyntax> { declaration };
        var uses = LocalValues.Uses((ILocalSymbol)local, model, cancellationToken).ToList();
        bool Cleans(ExpressionSyntax expression) =>
            expression
                is AssignmentExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.SimpleAssignmentExpression,
                    Left: IdentifierNameSyntax left,
                    Right: var right
                }
            && uses.Contains(left)
            && HasNoEffect(right, model, cancellationToken);

        // A variable that is only ever cleaned into itself is not read either, whatever it is asked before.
        statements.AddRange(
            uses.SelectMany(static use => use.Ancestors().OfType<IfStatementSyntax>())
                .Where(asked => IsBeside(asked, declaration) && OnlyCleans(asked, Cleans, model, cancellationToken))
                .Distinct()
        );
        statements.AddRange(
            uses.Select(use => use.Parent)
                .OfType<AssignmentExpressionSyntax>()
                .Where(Cleans)
                .Select(assignment => assignment.Parent)
                .OfType<ExpressionStatementSyntax>()
                .Where(statement => Statements.IsInList(statement) && !statements.Exists(asked => asked.Span.Contains(statement.Span)))
                .ToList()
        );
        return uses.All(use => statements.Any(statement => statement.Span.Contains(use.Span))) ? statements : null;
    }

    private static bool IsBeside(StatementSyntax statement, StatementSyntax other) =>
        statement.Parent == other.Parent || statement.Parent is GlobalStatementSyntax && other.Parent is GlobalStatementSyntax;

    /// <summary>Nothing is done in the statement but to clean the local, under conditions that do nothing.</summary>
    private static bool OnlyCleans(
        StatementSyntax? statement,
        System.Func<ExpressionSyntax, bool> cleans,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        statement switch
        {
            null => true,
            BlockSyntax block => block.Statements.All(inner => OnlyCleans(inner, cleans, model, cancellationToken)),
            ExpressionStatementSyntax { Expression: var expression } => cleans(expression),
            IfStatementSyntax asked => HasNoEffect(asked.Condition, model, cancellationToken)
                && OnlyCleans(asked.Statement, cleans, model, cancellationToken)
                && OnlyCleans(asked.Else?.Statement, cleans, model, cancellationToken),
            _ => false,
        };

    /// <summary>Making the value does nothing else, so that it may as well not be made.</summary>
    public static bool HasNoEffect(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        value
            .DescendantNodesAndSelf()
            .All(node =>
                node switch
                {
                    AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax } => true,
                    AwaitExpressionSyntax or AssignmentExpressionSyntax or ThrowExpressionSyntax or AnonymousFunctionExpressionSyntax =>
                        false,
                    PrefixUnaryExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression
                    } => false,
                    PostfixUnaryExpressionSyntax
                    {
                        RawKind: (int)SyntaxKind.PostIncrementExpression or (int)SyntaxKind.PostDecrementExpression
                    } => false,
                    InvocationExpressionSyntax call => model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol method
                        && OnlyComputes(method),
                    _ => true,
                }
            );

    /// <summary>Static helpers, and the libraries' own members that make text from text.</summary>
    private static bool OnlyComputes(IMethodSymbol method) =>
        method.IsStatic
        || method.ReducedFrom is not null
        || method.Name == "ToString"
        || method.ContainingType.SpecialType == SpecialType.System_String
        || method.ContainingNamespace.ToDisplayString() is "System.Text" or "System.Text.RegularExpressions";
}
