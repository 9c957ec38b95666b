namespace RagAnalyzers.PackageTests;

public sealed class ConsumerBuildTests(PackedPackage package)
{
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
}
