using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>
/// How the code around a parse deals with its failure, and which expression a typed result therefore stands in for.
/// </summary>
/// <param name="Replaced">The whole expression that the typed result replaces: the parse, awaited, with its "!", or with its "??".</param>
/// <param name="Fallback">What follows the "??" on the parse, or null.</param>
/// <param name="IsNullChecked">The parse, or the variable that it is assigned to, is compared with null.</param>
/// <param name="Caught">The exception to throw so that the catch that expects the parse to fail still takes it, or null.</param>
/// <param name="CaughtAs">How that catch spells the exception, when it names this very one.</param>
/// <param name="CatchesEverything">That catch takes any exception.</param>
/// <param name="Returned">What that catch returns, when it does nothing else, or null.</param>
internal sealed record ParseFailure(
    ExpressionSyntax Replaced,
    BinaryExpressionSyntax? Fallback = null,
    bool IsNullChecked = false,
    INamedTypeSymbol? Caught = null,
    string? CaughtAs = null,
    bool CatchesEverything = false,
    ExpressionSyntax? Returned = null
)
{
    /// <summary>Reads the surroundings of the parse; null when its result is never awaited.</summary>
    public static ParseFailure? Of(JsonParse parse, SemanticModel model, CancellationToken cancellationToken)
    {
        if (Awaited(parse) is not { } value)
        {
            return null;
        }

        var suppressed = value;
        while (
            suppressed.Parent
                is ParenthesizedExpressionSyntax
                    or PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression }
        )
        {
            suppressed = (ExpressionSyntax)suppressed.Parent;
        }

        var (caught, spelled, everything, returned) = Catch(parse, model, cancellationToken);
        if (
            suppressed.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce
            && coalesce.Left == suppressed
            && (caught is null || everything || Throws(coalesce.Right, caught, model, cancellationToken))
        )
        {
            return caught is not null && returned is not null && Throws(coalesce.Right, caught, model, cancellationToken)
                ? new ParseFailure(coalesce, Caught: caught, CaughtAs: spelled, CatchesEverything: everything, Returned: returned)
                : new ParseFailure(coalesce, coalesce);
        }

        if (caught is not null)
        {
            return new ParseFailure(suppressed, Caught: caught, CaughtAs: spelled, CatchesEverything: everything, Returned: returned);
        }

        return
            IsChecked(suppressed)
            || AssignedLocal(suppressed, model, cancellationToken) is { } local
                && LocalValues.Uses(local, model, cancellationToken).Any(IsChecked)
            ? new ParseFailure(value, IsNullChecked: true)
            : new ParseFailure(suppressed);
    }

    private static ExpressionSyntax? Awaited(JsonParse parse)
    {
        ExpressionSyntax value = parse.Invocation;
        if (!parse.IsAsync)
        {
            return value;
        }

        if (
            value.Parent is MemberAccessExpressionSyntax
            {
                Name.Identifier.ValueText: "ConfigureAwait",
                Parent: InvocationExpressionSyntax configured
            }
        )
        {
            value = configured;
        }

        return value.Parent as AwaitExpressionSyntax;
    }

    /// <summary>
    /// The innermost catch of the same function that the parser's exception reaches, as the exception to throw so that it still does.
    /// </summary>
    private static (INamedTypeSymbol? Exception, string? Spelled, bool Everything, ExpressionSyntax? Returned) Catch(
        JsonParse parse,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        var thrown = model.Compilation.GetTypeByMetadataName(
            parse.Newtonsoft ? "Newtonsoft.Json.JsonException" : "System.Text.Json.JsonException"
        );
        if (thrown is null)
        {
            return default;
        }

        var function = parse
            .Invocation.Ancestors()
            .FirstOrDefault(node => node is AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax or MemberDeclarationSyntax);
        var clauses = parse
            .Invocation.Ancestors()
            .TakeWhile(node => node != function)
            .OfType<TryStatementSyntax>()
            .Where(statement => statement.Block.Span.Contains(parse.Invocation.Span))
            .SelectMany(statement => statement.Catches);
        foreach (var clause in clauses)
        {
            var type = clause.Declaration is null
                ? null
                : model.GetTypeInfo(clause.Declaration.Type, cancellationToken).Type as INamedTypeSymbol;
            if (type is null || type.ToDisplayString() == "System.Exception")
            {
                return (thrown, null, Everything: true, ReturnedBy(clause));
            }

            if (type.IsOrInherits(thrown))
            {
                return (type, clause.Declaration!.Type.WithoutTrivia().ToString(), Everything: false, ReturnedBy(clause));
            }

            if (thrown.IsOrInherits(type))
            {
                return (thrown, null, Everything: false, ReturnedBy(clause));
            }
        }

        return default;
    }

    /// <summary>What the catch returns, when it does nothing else: a value that is the same wherever it is made.</summary>
    private static ExpressionSyntax? ReturnedBy(CatchClauseSyntax clause) =>
        clause is { Filter: null, Block.Statements: [ReturnStatementSyntax { Expression: { } value }] }
        && !value
            .DescendantNodesAndSelf()
            .Any(node =>
                node is InvocationExpressionSyntax or AwaitExpressionSyntax or AssignmentExpressionSyntax or ThrowExpressionSyntax
                || node is IdentifierNameSyntax name && name.Identifier.ValueText == clause.Declaration?.Identifier.ValueText
            )
            ? value
            : null;

    private static bool Throws(
        ExpressionSyntax expression,
        INamedTypeSymbol exception,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        expression is ThrowExpressionSyntax { Expression: var thrown }
        && model.GetTypeInfo(thrown, cancellationToken).Type.IsOrInherits(exception);

    private static bool IsChecked(ExpressionSyntax value) =>
        value.Parent switch
        {
            IsPatternExpressionSyntax pattern => pattern.Expression == value,
            ConditionalAccessExpressionSyntax access => access.Expression == value,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } coalesce => coalesce.Left == value,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.EqualsExpression or (int)SyntaxKind.NotEqualsExpression } comparison =>
                comparison.Left.IsKind(SyntaxKind.NullLiteralExpression) || comparison.Right.IsKind(SyntaxKind.NullLiteralExpression),
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceAssignmentExpression } assignment => assignment.Left == value,
            _ => false,
        };

    private static ILocalSymbol? AssignedLocal(ExpressionSyntax value, SemanticModel model, CancellationToken cancellationToken) =>
        value.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax variable } => model.GetDeclaredSymbol(variable, cancellationToken)
                as ILocalSymbol,
            AssignmentExpressionSyntax assignment when assignment.Right == value => model
                .GetSymbolInfo(assignment.Left, cancellationToken)
                .Symbol as ILocalSymbol,
            _ => null,
        };
}
