using System.Text.Json;
using System.Xml.Linq;
using YamlDotNet.RepresentationModel;

namespace RagAnalyzers.PackageTests;

/// <summary>The files that docs/team.md shows are read as what they are, and the commands in them are run on a new project.</summary>
public sealed class TeamPageTests(PackedPackage package)
{
    public static TheoryData<string, string> Commands =>
        new([
            .. new[] { (Job: GitHubJob, Key: "run"), (Job: TeamPage.Azure, Key: "script") }.SelectMany(pipeline =>
                TeamPage
                    .StepsOf(pipeline.Job)
                    .Select(step => TeamPage.Said(step, pipeline.Key))
                    .OfType<string>()
                    .Select(command => (pipeline.Key, command))
            ),
        ]);

    private static YamlMappingNode GitHubJob => (YamlMappingNode)TeamPage.GitHub.Children["build"];

    [Fact]
    public void The_pipelines_have_steps_of_the_kinds_that_their_service_knows()
    {
        Assert.NotNull(TeamPage.Said(GitHubJob, "runs-on"));
        Assert.All(TeamPage.StepsOf(GitHubJob), step => Assert.Single(step.Children.Keys, key => Name(key) is "uses" or "run"));
        Assert.All(TeamPage.StepsOf(TeamPage.Azure), step => Assert.Single(step.Children.Keys, key => Name(key) is "task" or "script"));

        // Where the build puts the logs, the next step looks for them.
        Assert.Contains("sarif", Input(TeamPage.StepsOf(GitHubJob), "uses", "github/codeql-action/upload-sarif", "with", "sarif_file"));
        Assert.EndsWith("/sarif", Input(TeamPage.StepsOf(TeamPage.Azure), "task", "PublishBuildArtifacts", "inputs", "pathToPublish"));
    }

    [Fact]
    public void The_project_files_are_xml() =>
        Assert.All(TeamPage.XmlBlocks, block => Assert.NotEmpty(XElement.Parse($"<Project>{block}</Project>").Elements()));

    [Theory(Explicit = true)]
    [MemberData(nameof(Commands))]
    public async Task The_commands_write_a_log_for_each_project(string key, string command)
    {
        var consumer = package.CreateConsumer("pipeline-" + key);
        consumer.AddProject("First", Sources.Answers, Sources.Sdks);
        consumer.AddProject("Second", Sources.Answers, Sources.Sdks);
        consumer.AddSolution("All.slnx");
        consumer.AddFile("Directory.Build.targets", TeamPage.LogTargets);
        var said = command
            .Replace("${{ github.workspace }}", consumer.PathOf("").TrimEnd('/'), StringComparison.Ordinal)
            .Replace("$(Build.ArtifactStagingDirectory)", consumer.PathOf("").TrimEnd('/'), StringComparison.Ordinal);
        Assert.DoesNotContain('$', said);

        var (exitCode, output) = await consumer.RunAsync(said.Split(' ')[1..]);

        Assert.True(exitCode == 0, output);
        foreach (var project in (string[])["First", "Second"])
        {
            using var log = JsonDocument.Parse(consumer.ReadFile($"sarif/{project}.net10.0.sarif"));
            Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
            var rules = log
                .RootElement.GetProperty("runs")[0]
                .GetProperty("results")
                .EnumerateArray()
                .Select(result => result.GetProperty("ruleId").GetString());
            Assert.Superset(new HashSet<string?> { "RAG2001", "RAG2002" }, rules.ToHashSet());
        }
    }

    private static string? Name(YamlNode node) => ((YamlScalarNode)node).Value;

    private static string Input(IEnumerable<YamlMappingNode> steps, string kind, string name, string inputs, string input) =>
        TeamPage.Said(
            (YamlMappingNode)
                steps.Single(step => TeamPage.Said(step, kind)?.StartsWith(name, StringComparison.Ordinal) == true).Children[inputs],
            input
        )!;
}
