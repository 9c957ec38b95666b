namespace RagAnalyzers.PackageTests;

public sealed class ConsumerBuildTests(PackedPackage package)
{
    [Fact]
    public async Task A_build_reports_the_findings_as_warnings()
    {
        var consumer = package.CreateConsumer("warnings");
        consumer.AddProject("Answers", Sources.Answers, Sources.Sdks);

        var (exitCode, findings, output) = await consumer.BuildAsync("Answers");

        Assert.True(exitCode == 0, output);
        Assert.Equal(Sources.Expected("Answers.cs", Sources.Answers), findings);
    }

    [Fact]
    public async Task A_build_that_treats_warnings_as_errors_fails()
    {
        var consumer = package.CreateConsumer("errors");
        consumer.AddProject("Answers", Sources.Answers, Sources.Sdks, "<TreatWarningsAsErrors>true</TreatWarningsAsErrors>");

        var (exitCode, findings, _) = await consumer.BuildAsync("Answers");

        Assert.NotEqual(0, exitCode);
        Assert.Equal(Sources.Expected("Answers.cs", Sources.Answers, "error"), findings);
    }

    [Fact]
    public async Task Severities_follow_the_editorconfig()
    {
        var consumer = package.CreateConsumer("configured");
        consumer.AddProject("Answers", Sources.Answers, Sources.Sdks);
        consumer.AddFile(
            ".editorconfig",
            """
            root = true

            [*.cs]
            dotnet_diagnostic.RAG2001.severity = error
            dotnet_diagnostic.RAG2002.severity = none
            """
        );

        var (exitCode, findings, _) = await consumer.BuildAsync("Answers");

        Assert.NotEqual(0, exitCode);
        Assert.Equal(Sources.Expected("Answers.cs", Sources.Answers, "error").Where(finding => finding.EndsWith("RAG2001")), findings);
    }

    [Fact]
    public async Task A_project_without_an_AI_SDK_builds_without_warnings()
    {
        var consumer = package.CreateConsumer("no-ai");
        consumer.AddProject("Answers", Sources.LookAlike, []);

        var (exitCode, findings, output) = await consumer.BuildAsync("Answers");

        Assert.True(exitCode == 0, output);
        Assert.Empty(findings);
    }
}
