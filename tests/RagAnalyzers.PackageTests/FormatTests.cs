namespace RagAnalyzers.PackageTests;

/// <summary>
/// <c>dotnet format analyzers</c> on a project of ten files with the package: one run is enough, the project builds, and a second run changes
/// nothing. It takes its time, so it runs in CI and when it is asked for (<c>--explicit only</c>).
/// </summary>
public sealed class FormatTests(PackedPackage package)
{
    private static readonly string[] s_sdks =
    [
        "Microsoft.Agents.AI",
        "Microsoft.Agents.AI.Workflows",
        "Microsoft.Extensions.AI.OpenAI",
        "Microsoft.Extensions.VectorData.Abstractions",
        "Microsoft.SemanticKernel.Connectors.OpenAI",
        "Newtonsoft.Json",
        "System.Numerics.Tensors",
    ];

    // What the tests pin by documentation: there is no package to build a program against.
    private const string Documented = "using Microsoft.SemanticKernel.Agents";

    [Fact(Explicit = true)]
    public async Task One_run_is_enough()
    {
        var consumer = package.CreateConsumer("format");
        var sources = Directory
            .EnumerateFiles(Path.Combine(Repository.Root, "tests", "RagAnalyzers.Tests", "Mistaken"), "*.cs")
            .Where(static source => !File.ReadAllText(source).Contains(Documented, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
        consumer.AddProject("Mistaken", "", s_sdks, "<NoWarn>$(NoWarn);SKEXP0001;SKEXP0010;SKEXP0110;OPENAI001;MEAI001</NoWarn>");
        foreach (var source in sources)
        {
            consumer.AddFile(
                Path.Combine("Mistaken", Path.GetFileName(source)),
                await File.ReadAllTextAsync(source, TestContext.Current.CancellationToken)
            );
        }

        var (exitCode, before, output) = await consumer.BuildAsync("Mistaken");
        Assert.True(exitCode == 0, output);
        await FormatAsync(consumer);
        var texts = Read(consumer, sources);
        (exitCode, var after, output) = await consumer.BuildAsync("Mistaken");
        Assert.True(exitCode == 0, output);
        await FormatAsync(consumer);

        Assert.True(sources.Length >= 10);
        Assert.Equal(texts, Read(consumer, sources));
        Assert.ProperSuperset(Rules(after), Rules(before));
        // An answer that a delegate or a workflow hands over is parsed elsewhere than the model is called; no fix reaches from one to the other.
        string[] mended = ["RAG2001", "RAG2002", "RAG2005", "RAG2008"];
        Assert.Equal(
            "CityWorkflow.cs RAG2002, HandbookDesk.cs RAG2002",
            string.Join(
                ", ",
                after.Where(finding => mended.Contains(finding[^7..])).Select(FileAndRule).Distinct().Order(StringComparer.Ordinal)
            )
        );
    }

    private static HashSet<string> Rules(IEnumerable<string> findings) => [.. findings.Select(finding => finding[^7..])];

    private static string FileAndRule(string finding) => $"{finding[..finding.IndexOf('(')]} {finding[^7..]}";

    private static async Task FormatAsync(Consumer consumer)
    {
        var (exitCode, output) = await consumer.RunAsync("format", "analyzers", "Mistaken", "--severity", "info");
        Assert.True(exitCode == 0, output);
    }

    private static string[] Read(Consumer consumer, string[] sources) =>
        [.. sources.Select(source => consumer.ReadFile(Path.Combine("Mistaken", Path.GetFileName(source))))];
}
