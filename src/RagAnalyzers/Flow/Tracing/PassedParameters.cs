using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Tells which of the parameters that traces end at are those of a function that is called.</summary>
internal static class PassedParameters
{
    /// <summary>
    /// The parameter that an origin is, when it is one that a call of the body passes. It is told by where it is declared: an
    /// implementation has other parameters than the interface, the parts of a partial method have parameters of their own, and
    /// through a field a trace may come to parameters of methods that are not called here.
    /// </summary>
    public static IParameterSymbol? Of(Origin origin, IOperation body) =>
        body is IAnonymousFunctionOperation lambda
            ? origin.Via is null && IsOf(origin, lambda.Symbol)
                ? (IParameterSymbol)origin.Symbol!
                : null
            : origin
                is {
                    Kind: OriginKind.Parameter,
                    Via: null,
                    Symbol: IParameterSymbol
                    {
                        ContainingSymbol: IMethodSymbol { MethodKind: not (MethodKind.AnonymousFunction or MethodKind.LocalFunction) }
                    } parameter
                }
            && parameter.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == body.Syntax.SyntaxTree && body.Syntax.Span.Contains(r.Span))
                ? parameter
                : null;

    /// <summary>The origin is a parameter of the method.</summary>
    public static bool IsOf(Origin origin, IMethodSymbol method) =>
        origin is { Kind: OriginKind.Parameter, Symbol: IParameterSymbol parameter }
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method.OriginalDefinition);
}
