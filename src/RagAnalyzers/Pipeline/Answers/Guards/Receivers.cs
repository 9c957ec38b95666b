using System;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>Library methods that are handed functions, of which it is known that they catch nothing that those throw.</summary>
internal static class Receivers
{
    /// <summary>The exception comes out of the call, or of the task or sequence that it returns.</summary>
    public static bool LetThrough(IMethodSymbol method) =>
        method.FullNamespaceOfType() is "System.Linq" or "System.Collections.Generic"
        || method.ContainingType.FullName() is "System.Array" or "System.Threading.Tasks.Parallel"
        || (
            method.ContainingType.FullName() is "System.Threading.Tasks.Task" or "System.Threading.Tasks.TaskFactory"
            && method.Name is "Run" or "StartNew"
        );

    /// <summary>The function answers requests; what happens to its exceptions is up to the host.</summary>
    public static bool AreEndpoints(IMethodSymbol method) =>
        method.FullNamespaceOfType().StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal)
        && method.Name.StartsWith("Map", StringComparison.Ordinal);

    private static string FullNamespaceOfType(this IMethodSymbol method) => method.ContainingType.FullNamespace();
}
