using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Tells the lines of an answer that code goes through one by one. Each is searched for keywords as any prose is, whatever the prompt offers.
/// </summary>
internal static class TextLines
{
    /// <summary>The text is an element of a sequence of texts: the variable of a loop, or what LINQ hands to a lambda.</summary>
    public static bool Is(IOperation text)
    {
        var value = text.Unwrapped();
        while (
            value is IInvocationOperation { Instance: { Type.SpecialType: SpecialType.System_String } cleaned, TargetMethod.Name: var name }
            && (name.StartsWith("Trim", System.StringComparison.Ordinal) || name.StartsWith("To", System.StringComparison.Ordinal))
        )
        {
            value = cleaned.Unwrapped();
        }

        return value switch
        {
            ILocalReferenceOperation { Local: { Type.SpecialType: SpecialType.System_String } local } => local
                .DeclaringSyntaxReferences.FirstOrDefault()
                ?.GetSyntax() is ForEachStatementSyntax,
            IParameterReferenceOperation
            {
                Parameter:
                {
                    Type.SpecialType: SpecialType.System_String,
                    ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function
                }
            } => IsHandedToLinq(value, function),
            _ => false,
        };
    }

    private static bool IsHandedToLinq(IOperation value, IMethodSymbol function)
    {
        IOperation? lambda = value;
        while (
            lambda is not (null or IAnonymousFunctionOperation)
            || (lambda is IAnonymousFunctionOperation { Symbol: var s } && !SymbolEqualityComparer.Default.Equals(s, function))
        )
        {
            lambda = lambda.Parent;
        }

        return lambda is { Parent: IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } } }
            && call.TargetMethod.ContainingType.FullName()
                is "System.Linq.Enumerable"
                    or "System.Collections.Generic.List"
                    or "System.Array";
    }
}
