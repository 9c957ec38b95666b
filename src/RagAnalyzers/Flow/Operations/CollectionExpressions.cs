using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Flow.Operations;

/// <summary><c>[a, ..b]</c>, which Roslyn 4.8 shows as an operation without a kind, and newer hosts with kinds that it does not name.</summary>
internal static class CollectionExpressions
{
    private const OperationKind CollectionExpression = (OperationKind)127;
    private const OperationKind Spread = (OperationKind)128;

    /// <summary>The whole, <c>[a, ..b]</c>.</summary>
    public static bool IsCollectionExpression(this IOperation operation) =>
        operation.Kind == CollectionExpression || IsNameless(operation, SyntaxKind.CollectionExpression);

    /// <summary>An element that brings the elements of another collection, <c>..b</c>.</summary>
    public static bool IsSpread(this IOperation operation) => operation.Kind == Spread || IsNameless(operation, SyntaxKind.SpreadElement);

    private static bool IsNameless(IOperation operation, SyntaxKind kind) =>
        operation.Kind == OperationKind.None && operation.Syntax.IsKind(kind);
}
