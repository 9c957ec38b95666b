using System.Collections.Immutable;
using System.Reflection;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Whoever looks for the tests of a rule or a fix finds them under its name, in the folder of its folder's name.</summary>
public sealed class MirroredTestsTests
{
    private static readonly ImmutableHashSet<string> s_tests =
    [
        .. typeof(MirroredTestsTests)
            .Assembly.GetTypes()
            .Where(type => type.GetMethods().Any(method => method.GetCustomAttribute<FactAttribute>() is not null))
            .Select(type => type.FullName!),
    ];

    [Fact]
    public void Every_rule_has_tests_of_its_name() => Complaints.AssertNone(RagRules.AnalyzerTypes.Select(Missing).OfType<string>());

    [Fact]
    public void Every_fix_has_tests_of_its_name() => Complaints.AssertNone(RagRules.FixTypes.Select(Missing).OfType<string>());

    [Fact]
    public void Every_test_of_a_rule_or_a_fix_is_in_the_file_of_its_name()
    {
        var files = Repository
            .CSharpFiles(Repository.PathOf("tests", "RagAnalyzers.Tests"))
            .Select(path => Path.GetRelativePath(Repository.PathOf("tests", "RagAnalyzers.Tests"), path)[..^".cs".Length])
            .Select(path => "RagAnalyzers.Tests." + path.Replace(Path.DirectorySeparatorChar, '.'))
            .ToHashSet();
        Assert.All(s_tests, name => Assert.Contains(name, files));
    }

    [Fact]
    public void A_class_without_tests_is_found() =>
        Assert.Equal(
            "RagAnalyzers.Tests.Tests.Suites.MirroredTestsTestsTests is not there, nor one for an aspect of it",
            Missing(typeof(MirroredTestsTests))
        );

    /// <summary>The tests of "RagAnalyzers.Rules.Output.X" are "RagAnalyzers.Tests.Rules.Output.XTests", or, by aspect, "XAgentsTests".</summary>
    private static string? Missing(Type type)
    {
        var name = type.FullName!.Replace("RagAnalyzers.", "RagAnalyzers.Tests.", StringComparison.Ordinal);
        return s_tests.Any(test =>
            test.StartsWith(name, StringComparison.Ordinal)
            && test.EndsWith("Tests", StringComparison.Ordinal)
            && !test[name.Length..].Contains('.')
        )
            ? null
            : name + "Tests is not there, nor one for an aspect of it";
    }
}
