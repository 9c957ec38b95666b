using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>A call that parses JSON text into a type.</summary>
/// <param name="Invocation">The call.</param>
/// <param name="Target">The type, as far as it is named.</param>
/// <param name="Newtonsoft">Newtonsoft.Json parses, otherwise System.Text.Json.</param>
/// <param name="IsAsync">The call returns a task.</param>
/// <param name="Input">The text.</param>
/// <param name="Settings">The options, settings, type info or context that the call passes, or null.</param>
internal sealed record JsonParse(
    InvocationExpressionSyntax Invocation,
    ITypeSymbol Target,
    bool Newtonsoft,
    bool IsAsync,
    ExpressionSyntax Input,
    ExpressionSyntax? Settings
)
{
    /// <summary>Reads the call, or returns null when it is no parse into a named type.</summary>
    public static JsonParse? Read(InvocationExpressionSyntax invocation, SemanticModel model, CancellationToken cancellationToken)
    {
        if (
            model.GetSymbolInfo(invocation, cancellationToken).Symbol
            is not IMethodSymbol { IsStatic: true, IsExtensionMethod: false } method
        )
        {
            return null;
        }

        bool? newtonsoft = (method.ContainingType.ToDisplayString(), method.Name) switch
        {
            ("System.Text.Json.JsonSerializer", "Deserialize" or "DeserializeAsync") => false,
            ("Newtonsoft.Json.JsonConvert", "DeserializeObject") => true,
            _ => null,
        };
        var arguments = invocation.ArgumentList.Arguments;
        if (newtonsoft is null || Argument(method.Parameters[0]) is not { } input || Target() is not { } target)
        {
            return null;
        }

        var settings = method
            .Parameters.Where(parameter => IsSettings(parameter.Type))
            .Select(Argument)
            .FirstOrDefault(expression => expression is not null && !IsNull(expression));
        return new JsonParse(
            invocation,
            target.WithNullableAnnotation(NullableAnnotation.NotAnnotated),
            newtonsoft.Value,
            IsAsync: method.Name.EndsWith("Async", System.StringComparison.Ordinal),
            input,
            settings
        );

        ExpressionSyntax? Argument(IParameterSymbol parameter) =>
            (
                arguments.FirstOrDefault(argument => argument.NameColon?.Name.Identifier.ValueText == parameter.Name)
                ?? arguments.Where((argument, i) => argument.NameColon is null && i == parameter.Ordinal).FirstOrDefault()
            )?.Expression;

        ITypeSymbol? Target()
        {
            if (method.TypeArguments.Length == 1)
            {
                return Known(method.TypeArguments[0]);
            }

            var typeOf = arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault();
            return typeOf is null ? null : Known(model.GetTypeInfo(typeOf.Type, cancellationToken).Type);
        }

        static ITypeSymbol? Known(ITypeSymbol? type) => type is INamedTypeSymbol or IArrayTypeSymbol or ITypeParameterSymbol ? type : null;
    }

    private static bool IsSettings(ITypeSymbol type) =>
        (type as IArrayTypeSymbol)?.ElementType.Name == "JsonConverter"
        || type.Name is "JsonSerializerOptions" or "JsonSerializerContext" or "JsonTypeInfo" or "JsonSerializerSettings";

    private static bool IsNull(ExpressionSyntax expression) =>
        expression.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression;
}
