using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>
/// Library methods that run a function and hand on what it returns, told by their shape: <c>T Execute&lt;T&gt;(Func&lt;T&gt; run)</c>,
/// <c>Task&lt;T&gt; GetOrCreateAsync&lt;T&gt;(object key, Func&lt;Entry, Task&lt;T&gt;&gt; make)</c>. Where nothing else that the method gets
/// is a T, only the function can make one: retries, caches, dispatchers.
/// </summary>
internal static class FunctionRunners
{
    public static bool Contain(IMethodSymbol method) =>
        Unwrapped(method.ReturnType) is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Method } made
        && method.Parameters.Any(p => Returned(p.Type) is { } returned && IsSame(Unwrapped(returned), made))
        && !method.Parameters.Any(p => IsSame(Unwrapped(p.Type), made));

    private static ITypeSymbol? Returned(ITypeSymbol type) => (type as INamedTypeSymbol)?.DelegateInvokeMethod?.ReturnType;

    private static ITypeSymbol Unwrapped(ITypeSymbol type) =>
        type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;

    private static bool IsSame(ITypeSymbol type, ITypeSymbol other) => SymbolEqualityComparer.Default.Equals(type, other);
}
