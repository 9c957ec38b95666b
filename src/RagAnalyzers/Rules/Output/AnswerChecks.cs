using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Rules.Output;

/// <summary>Tells code that checks an answer (a test, an assertion) from code that acts on it.</summary>
internal static class AnswerChecks
{
    private static readonly ImmutableArray<string> TestAttributes = ImmutableArray.Create("Fact", "Theory", "Test", "TestMethod", "TestCase");

    /// <summary>The comparison is what an assertion asserts.</summary>
    public static bool AreIn(IOperation comparison)
    {
        for (var o = comparison.Parent; o is not null; o = o.Parent)
        {
            if (o is IInvocationOperation { TargetMethod: { } method } && (IsAssertion(method.Name) || IsAssertion(method.ContainingType.Name)))
                return true;
        }

        return false;
    }

    /// <summary>The method is a test of one of the usual frameworks, or stands beside tests in their class.</summary>
    public static bool IsTest(IMethodSymbol? method)
        => method is not null && method.ContainingType.GetMembers().OfType<IMethodSymbol>()
            .Any(static m => m.GetAttributes().Any(static a => a.AttributeClass?.Name is { } name && IsTestAttribute(name)));

    // An attribute that cannot be bound is named as it is written.
    private static bool IsTestAttribute(string name)
        => (name.EndsWith("Attribute", StringComparison.Ordinal) ? name.Substring(0, name.Length - "Attribute".Length) : name) is var bare
            && TestAttributes.Any(ending => bare.EndsWith(ending, StringComparison.Ordinal));

    private static bool IsAssertion(string name)
        => name.StartsWith("Assert", StringComparison.Ordinal) || name.StartsWith("Should", StringComparison.Ordinal)
            || name.EndsWith("Assert", StringComparison.Ordinal) || name.EndsWith("Assertions", StringComparison.Ordinal);
}
