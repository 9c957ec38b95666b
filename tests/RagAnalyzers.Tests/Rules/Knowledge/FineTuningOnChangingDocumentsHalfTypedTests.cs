using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001 on code that is being written: whatever is missing of it, the rule does not throw.</summary>
public sealed class FineTuningOnChangingDocumentsHalfTypedTests
{
    private static readonly string s_source = Training.InMethod(
        """"
        var builder = new StringBuilder();
        var extensions = new[] { ".md", ".txt" };
        foreach (var path in Directory.EnumerateFiles(folder, "*.md").Where(p => !p.EndsWith(".pdf") && extensions.Contains(p)))
        {
            if (Path.GetExtension(path) is not ".md") continue;
            var page = await File.ReadAllTextAsync(path);
            builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "assistant", content = page?.Trim() ?? "" } } }));
            builder.AppendLine($$"""{"role":"assistant","content":"{{page}}"}""");
            await passages.UpsertAsync(new Passage(path, page!));
        }

        using (var writer = new StreamWriter(File.Create("train.jsonl")))
        {
            writer.Write(builder.ToString());
        }

        var rows = new List<Passage>().AsQueryable().Where(r => r.Date > DateTime.UtcNow.AddDays(-30));
        File.Copy("train.jsonl", args[0]);
        OpenAIFile file = await files.UploadFileAsync(args[0], FileUploadPurpose.FineTune);
        OpenAIFile other = await files.UploadFileAsync(BinaryData.FromObjectAsJson(new Dictionary<string, object> { ["role"] = rows, { "completion", "x" } }), "t", "fine-tune");
        await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, waitUntilCompleted: false);
        await fineTuning.FineTuneAsync(System.ClientModel.BinaryContent.Create(BinaryData.FromObjectAsJson(new { training_file = other.Id })), false, null);
        """",
        """
        public string[] args = [];
        private readonly Microsoft.Extensions.VectorData.VectorStoreCollection<string, Passage> passages = null!;
        private record Passage(string Id, string Text) { public DateTime Date { get; init; } }
        """
    );

    // Were there nothing to find in the whole, little of the rule would run on its parts.
    [Fact]
    public async Task Whole_code_is_reported()
    {
        var findings = await AnalyzerRun.DiagnosticsAsync([new FineTuningOnChangingDocuments()], [s_source], ReferenceSets.Latest);
        Assert.Equal(["RAG1001", "RAG1001"], findings.Select(finding => finding.Id));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Nothing_throws_on_parts_of_it(int part)
    {
        // Cut off at every thirteenth place, and with a gap there.
        for (var at = part * s_source.Length / 4; at < (part + 1) * s_source.Length / 4; at += 13)
        {
            var gap = Math.Min(5 + (at % 20), s_source.Length - at);
            foreach (var broken in new[] { s_source[..at], s_source.Remove(at, gap) })
            {
                var findings = await AnalyzerRun.DiagnosticsAsync([new FineTuningOnChangingDocuments()], [broken], ReferenceSets.Latest);
                Assert.DoesNotContain(findings, finding => finding.Id == "AD0001");
            }
        }
    }
}
