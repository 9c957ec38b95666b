using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>The type that a parse reads its text as.</summary>
internal static class ParseTarget
{
    /// <summary>The type that a parse in a body names.</summary>
    public static ITypeSymbol Of(IOperation parse, IMethodSymbol method, ParseFact fact)
    {
        if (method.TypeArguments.Length > 0)
        {
            return method.TypeArguments[0];
        }

        if (
            fact.TargetParameter is { } name
            && parse is IInvocationOperation call
            && call.ArgumentNamed(name)?.Unwrapped() is ITypeOfOperation type
        )
        {
            return type.TypeOperand;
        }

        return parse is IInvocationOperation { TargetMethod.ReturnType: var result } ? Result(result) : method.ContainingType;
    }

    /// <summary>
    /// The type as a caller of the helper around the parse sees it: a type parameter of the helper, or of its type, is what the caller makes
    /// of it.
    /// </summary>
    public static ITypeSymbol For(ITypeSymbol target, IMethodSymbol method)
    {
        if (target is not ITypeParameterSymbol parameter)
        {
            return target;
        }

        var made =
            parameter.TypeParameterKind == TypeParameterKind.Method ? method.TypeArguments
            : SymbolEqualityComparer.Default.Equals(parameter.ContainingType, method.ContainingType.OriginalDefinition)
                ? method.ContainingType.TypeArguments
            : ImmutableArray<ITypeSymbol>.Empty;
        return parameter.Ordinal < made.Length ? made[parameter.Ordinal] : target;
    }

    private static ITypeSymbol Result(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments.Length: 1, Name: "Task" or "ValueTask" } task ? task.TypeArguments[0] : type;
}
