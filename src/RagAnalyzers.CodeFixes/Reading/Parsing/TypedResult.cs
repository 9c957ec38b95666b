using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>A typed response whose text is parsed by hand.</summary>
/// <param name="Response">The response, as it may be written at the parse.</param>
internal sealed record TypedResult(ExpressionSyntax Response)
{
    /// <summary>Follows a parse's text to the typed response that it is read from; null when it is none of the parse's type.</summary>
    public static TypedResult? Of(JsonParse parse, SemanticModel model, CancellationToken cancellationToken)
    {
        var text = parse.Input;
        var isHere = true;
        while (true)
        {
            switch (text)
            {
                case ParenthesizedExpressionSyntax parenthesized:
                    text = parenthesized.Expression;
                    break;
                case InvocationExpressionSyntax
                {
                    ArgumentList.Arguments.Count: 0,
                    Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Trim", Expression: var trimmed }
                }:
                    text = trimmed;
                    break;
                case IdentifierNameSyntax when ValueOf(text, model, cancellationToken) is { } value:
                    text = value;
                    isHere = false;
                    break;
                case MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Text", Expression: var response }:
                    return IsTyped(response, parse, model, cancellationToken) && (isHere || response is IdentifierNameSyntax)
                        ? new TypedResult(response)
                        : null;
                default:
                    return null;
            }
        }
    }

    private static ExpressionSyntax? ValueOf(ExpressionSyntax name, SemanticModel model, CancellationToken cancellationToken) =>
        model.GetSymbolInfo(name, cancellationToken).Symbol is ILocalSymbol local
        && LocalValues.Of(local, model, cancellationToken).Take(2).ToList() is [var only]
            ? only
            : null;

    private static bool IsTyped(ExpressionSyntax response, JsonParse parse, SemanticModel model, CancellationToken cancellationToken) =>
        !parse.IsAsync
        && model.GetTypeInfo(response, cancellationToken).Type is INamedTypeSymbol { TypeArguments: [var type] } typed
        && SymbolEqualityComparer.Default.Equals(type, parse.Target)
        && typed.GetMembers("Result").OfType<IPropertySymbol>().Any(p => SymbolEqualityComparer.Default.Equals(p.Type, type));
}
