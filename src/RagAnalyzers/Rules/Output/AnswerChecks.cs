using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Rules.Output;

/// <summary>Tells code that asserts something of an answer from code that acts on it.</summary>
internal static class AnswerChecks
{
    /// <summary>The comparison is what an assertion asserts.</summary>
    public static bool AreIn(IOperation comparison)
    {
        for (var o = comparison.Parent; o is not null; o = o.Parent)
        {
            if (
                o is IInvocationOperation { TargetMethod: { } method }
                && (IsAssertion(method.Name) || IsAssertion(method.ContainingType.Name))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsAssertion(string name) =>
        name.StartsWith("Assert", StringComparison.Ordinal)
        || name.StartsWith("Should", StringComparison.Ordinal)
        || name.EndsWith("Assert", StringComparison.Ordinal)
        || name.EndsWith("Assertions", StringComparison.Ordinal);
}
