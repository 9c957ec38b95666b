using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>
/// What the type parameters of a method say of a call: <c>Join&lt;TOuter, TInner, TKey, TResult></c> returns what its last function makes, and
/// hands that function an element of either sequence.
/// </summary>
internal static class TypeParameterFlow
{
    // By convention; what is grouped by a key is not the key.
    private const string Key = "TKey";

    /// <summary>The call tells keys from what stands under them.</summary>
    public static bool HasKeys(IMethodSymbol method) =>
        method.TypeParameters.Any(static p => p.Name == Key) && In(method.OriginalDefinition.ReturnType).Any(static p => p.Name == Key);

    /// <summary>
    /// The arguments whose values, or whose functions' results, the result is made of; default where the types do not tell.
    /// </summary>
    /// <param name="keys">The keys of the result are asked for, and not what stands under them.</param>
    public static ImmutableArray<IArgumentOperation> IntoResult(IInvocationOperation call, bool keys)
    {
        var method = call.TargetMethod.OriginalDefinition;
        return method.TypeParameters.Length < 2
            ? default
            : Carriers(call, In(method.ReturnType).Where(p => p.Name == Key == keys).ToImmutableHashSet(SymbolEqualityComparer.Default));
    }

    /// <summary>
    /// The arguments that a function's parameter gets its values from; default where the types do not tell, as with an accumulator, which the
    /// function itself makes.
    /// </summary>
    public static ImmutableArray<IArgumentOperation> IntoParameter(IArgumentOperation function, int ordinal)
    {
        if (
            function is not { Parameter: { } parameter, Parent: IInvocationOperation { TargetMethod.TypeParameters.Length: > 1 } call }
            || InvokeOf(parameter.OriginalDefinition.Type) is not { } invoke
            || ordinal >= invoke.Parameters.Length
        )
        {
            return default;
        }

        var wanted = In(invoke.Parameters[ordinal].Type).ToImmutableHashSet(SymbolEqualityComparer.Default);
        return In(invoke.ReturnType).Any(wanted.Contains) ? default : Carriers(call, wanted);
    }

    private static ImmutableArray<IArgumentOperation> Carriers(IInvocationOperation call, ImmutableHashSet<ISymbol?> wanted)
    {
        var carriers = call
            .Arguments.Where(a =>
                a.ArgumentKind != ArgumentKind.DefaultValue && a.Parameter is { } p && In(CarriedBy(p)).Any(wanted.Contains)
            )
            .ToImmutableArray();
        return carriers.IsEmpty ? default : carriers;
    }

    private static ITypeSymbol CarriedBy(IParameterSymbol parameter) =>
        InvokeOf(parameter.OriginalDefinition.Type)?.ReturnType ?? parameter.OriginalDefinition.Type;

    private static IMethodSymbol? InvokeOf(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Expression", TypeArguments: [INamedTypeSymbol function] }
            ? function.DelegateInvokeMethod
            : (type as INamedTypeSymbol)?.DelegateInvokeMethod;

    private static IEnumerable<ITypeParameterSymbol> In(ITypeSymbol type) =>
        type switch
        {
            ITypeParameterSymbol parameter => new[] { parameter },
            IArrayTypeSymbol array => In(array.ElementType),
            INamedTypeSymbol named => named.TypeArguments.SelectMany(In),
            _ => Enumerable.Empty<ITypeParameterSymbol>(),
        };
}
