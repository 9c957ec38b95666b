using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5008: documents that are embedded as they are.</summary>
public sealed class DocumentEmbeddedWholeTests
{
    [Theory]
    [InlineData("""await {|RAG5008:unknown.GenerateVectorAsync|}(await File.ReadAllTextAsync("handbook.md"));""")]
    [InlineData(
        """foreach (var f in Directory.GetFiles(text)) { var t = File.ReadAllText(f); await {|RAG5008:unknown.GenerateAsync|}(t); }"""
    )]
    [InlineData("""var d = new Report("", ""); await {|RAG5008:unknown.GenerateVectorAsync|}(Loaded().FullText);""")]
    [InlineData("""await unknown.GenerateVectorAsync(File.ReadAllText("handbook.md").Substring(0, 500));""")]
    [InlineData("""foreach (var part in File.ReadAllText("a.md").Split("##")) await unknown.GenerateVectorAsync(part);""")]
    [InlineData("""foreach (var line in File.ReadAllLines("a.md")) await unknown.GenerateVectorAsync(line);""")]
    [InlineData("""await unknown.GenerateVectorAsync(text);""")]
    [InlineData("""await unknown.GenerateVectorAsync(Loaded().Summary);""")]
    [InlineData("""await unknown.GenerateVectorAsync(page.Text);""")]
    public Task Texts(string statements) =>
        Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            Indexing.Program(
                statements,
                "private static Report Loaded() => System.Text.Json.JsonSerializer.Deserialize<Report>(\"\")!;",
                Indexing.Page384 + "\npublic record Report(string FullText, string Summary);"
            )
        );
}
