using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>
/// Registrations and requests on a host whose type is not referenced here (<c>builder.Services</c> of a web application in a part of a
/// build): what is called cannot be bound, but no other method is meant by its name, and what is passed is bound all the same.
/// </summary>
internal static class UnboundServices
{
    /// <summary>The method that a call on such a host means, with what is passed for the parameters; null for any other call.</summary>
    public static (IMethodSymbol Method, ServiceRegistrationFact Fact, IOperation Value)? Registration(
        Picture picture,
        InvocationExpressionSyntax call
    )
    {
        if (
            call is not { Expression: MemberAccessExpressionSyntax { Name: { } name } access, ArgumentList.Arguments: [.., { } last] }
            || !IsUnbound(picture, access.Expression)
            || picture.OperationOf(last.Expression) is not { } value
        )
        {
            return null;
        }

        var isFunction = last.Expression is AnonymousFunctionExpressionSyntax;
        foreach (var method in picture.Sdks.SymbolsWith<ServiceRegistrationFact>().OfType<IMethodSymbol>())
        {
            if (
                method.Name == name.Identifier.ValueText
                && picture.Sdks.TryGetFact<ServiceRegistrationFact>(method, out var fact)
                && fact.Key is null
                && method.Parameters.FirstOrDefault(p => fact.From.Contains(p.Name)) is { } parameter
                && (parameter.Type.TypeKind == TypeKind.Delegate) == isFunction
            )
            {
                return (method, fact, value);
            }
        }

        return null;
    }

    /// <summary>The type that a call names in angle brackets, or null.</summary>
    public static ITypeSymbol? TypeArgument(Picture picture, InvocationExpressionSyntax call) =>
        call.Expression is MemberAccessExpressionSyntax { Name: GenericNameSyntax { TypeArgumentList.Arguments: [{ } type, ..] } }
            ? picture.SemanticModelOf(type.SyntaxTree).GetTypeInfo(type).Type
            : null;

    /// <summary>The type that is asked for where a trace ended at a call that cannot be bound; null for anything else.</summary>
    public static ITypeSymbol? Requested(Picture picture, IOperation operation) =>
        operation.Syntax
            is InvocationExpressionSyntax
            {
                ArgumentList.Arguments.Count: 0,
                Expression: MemberAccessExpressionSyntax
                {
                    Name: GenericNameSyntax { TypeArgumentList.Arguments: [{ } type] } name,
                    Expression: { } on
                }
            }
        && picture.Mentions.NamesOf<ServiceRequestFact>().Contains(name.Identifier.ValueText)
        && IsUnbound(picture, on)
            ? picture.SemanticModelOf(type.SyntaxTree).GetTypeInfo(type).Type
            : null;

    private static bool IsUnbound(Picture picture, ExpressionSyntax expression) =>
        picture.SemanticModelOf(expression.SyntaxTree).GetTypeInfo(expression).Type is null or IErrorTypeSymbol;
}
