namespace RagAnalyzers.PackageTests;

/// <summary>One build of a solution with a project of every kind that a team may have; each reports exactly what its source marks.</summary>
public sealed class SolutionTests(BuiltSolution solution) : IClassFixture<BuiltSolution>
{
    [Theory]
    [InlineData("Console.cs", BuiltSolution.Console)]
    [InlineData("Web.cs", BuiltSolution.Web)]
    [InlineData("Tested.cs", Sources.Answers)]
    [InlineData("Central.cs", Sources.Answers)]
    [InlineData("Locked.cs", Sources.Answers)]
    [InlineData("Multi.cs", BuiltSolution.Multi)]
    [InlineData("Mistyped.cs", Sources.Answers)]
    public void A_project_reports_what_its_source_marks(string file, string source) =>
        Assert.Equal(Sources.Expected(file, source), solution.FindingsIn(file));

    [Theory]
    [InlineData("NoAi.cs")]
    [InlineData("Basic.vb")]
    [InlineData("Functional.fs")]
    public void A_project_without_an_AI_SDK_or_in_another_language_reports_nothing(string file) => Assert.Empty(solution.FindingsIn(file));

    [Fact]
    public void A_table_serves_the_projects_below_its_folder()
    {
        Assert.Equal(Sources.Expected("Application.cs", Layers.Application), solution.FindingsIn("Application.cs"));
        Assert.Empty(solution.FindingsIn("Infrastructure.cs"));
        Assert.Empty(solution.FindingsIn("Apart.cs"));
        Assert.DoesNotContain("RAG0003", solution.Output);
    }

    [Fact]
    public void Warnings_as_errors_are_errors() =>
        Assert.Equal(Sources.Expected("Errors.cs", Sources.Answers, "error"), solution.FindingsIn("Errors.cs"));

    [Theory]
    [InlineData("None")]
    [InlineData("Minimum", "warning RAG2002")]
    [InlineData("Default", "warning RAG2002")]
    [InlineData("Recommended", "warning RAG2002", "warning RAG2012")]
    [InlineData("All", "warning RAG2002", "warning RAG2012", "warning RAG2014")]
    [InlineData("Strict", "error RAG2002", "error RAG2012", "error RAG2014")]
    // A category's own mode goes before the general one, in any case of letters.
    [InlineData("Mixed", "error RAG2002", "error RAG2012", "error RAG2014")]
    // What the user wrote for one rule goes before the mode.
    [InlineData("Own", "warning RAG2002", "error RAG2014")]
    public void A_mode_decides_what_is_seen(string mode, params string[] expected) =>
        Assert.Equal(expected, solution.FindingsIn($"Mode{mode}.cs").Select(finding => finding[(finding.IndexOf(": ") + 2)..]));

    [Fact]
    public void A_value_that_is_no_mode_is_named_with_those_that_are() =>
        Assert.Contains(
            "RagAnalysisModeOutput is 'Loud', which is no mode and has no effect. Use one of: None, Minimum, Default, Recommended, All, Strict.",
            solution.Output
        );
}
