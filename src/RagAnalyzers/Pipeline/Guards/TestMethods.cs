using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow;

namespace RagAnalyzers.Pipeline.Guards;

/// <summary>Tells the methods that a test framework runs: an exception there is a failed test, which is what a test is for.</summary>
internal static class TestMethods
{
    private static readonly ImmutableHashSet<string> Attributes = ImmutableHashSet.Create(
        "Xunit.FactAttribute",
        "NUnit.Framework.TestAttribute",
        "NUnit.Framework.TestCaseAttribute",
        "NUnit.Framework.TestCaseSourceAttribute",
        "NUnit.Framework.TheoryAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
        "TUnit.Core.TestAttribute");

    public static bool Contain(IMethodSymbol method) => method.GetAttributes().Any(static a => IsTest(a.AttributeClass));

    private static bool IsTest(INamedTypeSymbol? attribute)
    {
        for (var type = attribute; type is not null; type = type.BaseType)
        {
            if (Attributes.Contains(type.FullName()))
                return true;
        }

        return false;
    }
}
