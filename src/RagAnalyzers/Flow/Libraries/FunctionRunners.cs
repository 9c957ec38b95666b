using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>
/// Library methods that run a function and hand on what it returns, told by their shape: <c>T Execute&lt;T&gt;(Func&lt;T&gt; run)</c>,
/// <c>Task&lt;T&gt; GetOrCreateAsync&lt;T&gt;(object key, Func&lt;Entry, Task&lt;T&gt;&gt; make)</c>. Where nothing else that the method gets
/// is a T, only the function can make one: retries, caches, dispatchers. The T may be that of the type, <c>Policy&lt;T&gt;</c>, where its
/// objects show no T of their own.
/// </summary>
internal static class FunctionRunners
{
    public static bool Contain(IMethodSymbol method) =>
        Unwrapped(method.OriginalDefinition.ReturnType) is ITypeParameterSymbol made
        && TakesMaker(method.OriginalDefinition, made)
        && !method.OriginalDefinition.Parameters.Any(p => IsSame(Unwrapped(p.Type), made))
        && (
            made.TypeParameterKind == TypeParameterKind.Method
            || (!method.IsStatic && !MayHold(method.ContainingType.OriginalDefinition, made))
        );

    private static bool TakesMaker(IMethodSymbol method, ITypeParameterSymbol made) =>
        method.Parameters.Any(p => Returned(p.Type) is { } returned && IsSame(Unwrapped(returned), made));

    /// <summary>An object of the type gives a T away that no function was asked for, or takes one: an optional value, a collection.</summary>
    private static bool MayHold(INamedTypeSymbol type, ITypeParameterSymbol held) =>
        type.AllInterfaces.Any(i => i.HasFullName("System.Collections.Generic.IEnumerable"))
        || type.GetMembers()
            .Any(m =>
                m switch
                {
                    IFieldSymbol field => IsOrHolds(field.Type, held),
                    IPropertySymbol property => IsOrHolds(property.Type, held),
                    IMethodSymbol { MethodKind: MethodKind.Constructor } constructor => constructor.Parameters.Any(p =>
                        IsOrHolds(p.Type, held)
                    ),
                    IMethodSymbol { MethodKind: MethodKind.Ordinary } method => method.Parameters.Any(p => IsOrHolds(p.Type, held))
                        || (IsOrHolds(method.ReturnType, held) && !TakesMaker(method, held)),
                    _ => false,
                }
            );

    private static bool IsOrHolds(ITypeSymbol type, ITypeSymbol held) =>
        IsSame(Unwrapped(type), held)
        || (type is IArrayTypeSymbol array && IsSame(array.ElementType, held))
        || (
            type is INamedTypeSymbol { TypeArguments.IsEmpty: false, DelegateInvokeMethod: null } generic
            && generic.FullNamespace().StartsWith("System", System.StringComparison.Ordinal)
            && generic.TypeArguments.Any(a => IsOrHolds(a, held))
        );

    private static ITypeSymbol? Returned(ITypeSymbol type) => (type as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType;

    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    private static bool IsSame(ITypeSymbol type, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);
}
