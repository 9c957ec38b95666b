using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Operations;

/// <summary>Tells cheaply which values cannot be a text that the program was given, nor hold one.</summary>
internal static class TextCarriers
{
    /// <summary>False for constants, functions, numbers, enums, tokens and the services of libraries.</summary>
    public static bool MayBe(IOperation value) =>
        value.Unwrapped() switch
        {
            { ConstantValue.HasValue: true } or IDelegateCreationOperation or IAnonymousFunctionOperation => false,
            { Type: { } type } => MayBe(type),
            _ => true,
        };

    /// <summary>False for functions, numbers, enums, times, tokens and the services of libraries.</summary>
    public static bool MayBe(ITypeSymbol type) =>
        type switch
        {
            {
                SpecialType: (>= SpecialType.System_Boolean and <= SpecialType.System_Double and not SpecialType.System_Char)
                    or SpecialType.System_DateTime
            } => false,
            { TypeKind: TypeKind.Enum or TypeKind.Delegate } => false,
            { IsValueType: true, Name: "CancellationToken" or "Guid" or "TimeSpan" or "DateTimeOffset" or "DateOnly" or "TimeOnly" } =>
                false,

            // A logger, a client, a store; a sequence has a type argument, and an own interface may have any member.
            INamedTypeSymbol { TypeKind: TypeKind.Interface, IsGenericType: false } named => named.IsInSource(),
            _ => true,
        };
}
