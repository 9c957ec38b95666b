using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>
/// Tells the methods that a test framework runs, and those beside them: an exception there is a failed test, and what is expected of an
/// answer is an assertion.
/// </summary>
internal static class TestMethods
{
    private static readonly ImmutableHashSet<string> Attributes = ImmutableHashSet.Create(
        "Xunit.FactAttribute",
        "NUnit.Framework.TestAttribute",
        "NUnit.Framework.TestCaseAttribute",
        "NUnit.Framework.TestCaseSourceAttribute",
        "NUnit.Framework.TheoryAttribute",
        "Microsoft.VisualStudio.TestTools.UnitTesting.TestMethodAttribute",
        "TUnit.Core.TestAttribute"
    );

    private static readonly ImmutableArray<string> Names = ImmutableArray.Create("Fact", "Theory", "Test", "TestMethod", "TestCase");

    /// <summary>The method that a body belongs to is a test, or stands beside tests.</summary>
    public static bool Contain(Body body) => body.Picture.MethodAround(body) is { } method && Contain(method);

    /// <summary>The method is a test, or its class or a class that it derives from has tests.</summary>
    public static bool Contain(IMethodSymbol method) =>
        method
            .ContainingType.AndBaseTypes()
            .TakeWhile(static t => t.SpecialType == SpecialType.None)
            .SelectMany(static t => t.GetMembers())
            .OfType<IMethodSymbol>()
            .Any(static m => m.GetAttributes().Any(static a => IsTest(a.AttributeClass)));

    private static bool IsTest(INamedTypeSymbol? attribute) =>
        attribute
            .AndBaseTypes()
            .Any(static t => Attributes.Contains(t.FullName()) || (t.TypeKind == TypeKind.Error && IsCalledTest(t.Name)));

    // What cannot be bound is named as it is written; frameworks on top of others have names such as RetryFact.
    private static bool IsCalledTest(string name)
    {
        const string suffix = "Attribute";
        var bare = name.EndsWith(suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - suffix.Length) : name;
        return Names.Any(ending => bare.EndsWith(ending, StringComparison.Ordinal));
    }
}
