namespace RagAnalyzers.PackageTests;

/// <summary>
/// A solution is taught by one command: the table of its seams is empty, <c>dotnet format</c> writes it, and the next build finds the parse in the
/// application. It takes its time, so it runs in CI and when it is asked for (<c>--explicit only</c>).
/// </summary>
public sealed class TableTests(PackedPackage package)
{
    private const string Path = Layers.Folder + "/RagAnalyzers.Apis.txt";

    [Fact(Explicit = true)]
    public async Task One_command_writes_the_table_of_a_solution()
    {
        var consumer = package.CreateConsumer("taught");
        Layers.AddTo(consumer);
        consumer.AddSolution("All.slnx");
        consumer.AddFile(Path, "");

        var (exitCode, findings, output) = await consumer.BuildAsync("All.slnx");
        Assert.True(exitCode == 0, output);
        Assert.Empty(findings);

        (exitCode, output) = await consumer.RunAsync("format", "analyzers", "--diagnostics", "RAG0004", "--severity", "info");
        Assert.True(exitCode == 0, output);
        var table = consumer.ReadFile(Path);
        Assert.EndsWith(Layers.Table.TrimEnd(), table.TrimEnd());

        (exitCode, findings, output) = await consumer.BuildAsync("All.slnx");
        Assert.True(exitCode == 0, output);
        Assert.Equal(Sources.Expected("Application.cs", Layers.Application), findings);

        (exitCode, output) = await consumer.RunAsync("format", "analyzers", "--diagnostics", "RAG0004", "--severity", "info");
        Assert.True(exitCode == 0, output);
        Assert.Equal(table, consumer.ReadFile(Path));
    }
}
