using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Knowledge;
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
    [InlineData("""await {|RAG5008:unknown.GenerateAsync|}(Directory.GetFiles(text).Select(File.ReadAllText).ToList());""")]
    [InlineData("""await unknown.GenerateAsync(Directory.GetFiles(text).Select(File.ReadAllText).SelectMany(t => t.Split("##")));""")]
    [InlineData("""await unknown.GenerateVectorAsync(File.ReadAllText("handbook.md").Substring(0, 500));""")]
    [InlineData("""foreach (var part in File.ReadAllText("a.md").Split("##")) await unknown.GenerateVectorAsync(part);""")]
    [InlineData("""foreach (var line in File.ReadAllLines("a.md")) await unknown.GenerateVectorAsync(line);""")]
    [InlineData(
        """using var reader = new StreamReader("handbook.md"); await {|RAG5008:unknown.GenerateVectorAsync|}(await reader.ReadToEndAsync());"""
    )]
    [InlineData(
        """using var reader = new StreamReader(Path.Combine("docs", text)); await {|RAG5008:unknown.GenerateVectorAsync|}(reader.ReadToEnd());"""
    )]
    [InlineData(
        """using var file = File.OpenRead(text); using var reader = new StreamReader(file); var all = await reader.ReadToEndAsync(); await {|RAG5008:unknown.GenerateVectorAsync|}(all.Trim());"""
    )]
    [InlineData(
        """using var file = new FileStream(text, FileMode.Open); using var reader = new StreamReader(file); await {|RAG5008:unknown.GenerateVectorAsync|}(await reader.ReadToEndAsync());"""
    )]
    [InlineData("""using var reader = File.OpenText(text); await {|RAG5008:unknown.GenerateVectorAsync|}(reader.ReadToEnd());""")]
    [InlineData("""await {|RAG5008:unknown.GenerateVectorAsync|}(await LoadAsync(text));""")]
    [InlineData("""using var reader = new StreamReader("faq.txt"); await unknown.GenerateVectorAsync((await reader.ReadLineAsync())!);""")]
    [InlineData("""using var reader = new StringReader(text); await unknown.GenerateVectorAsync(reader.ReadToEnd());""")]
    [InlineData(
        """using var reader = new StreamReader("handbook.md"); foreach (var part in (await reader.ReadToEndAsync()).Split("##")) await unknown.GenerateVectorAsync(part);"""
    )]
    [InlineData(
        """using var reader = new StreamReader("handbook.md"); var all = reader.ReadToEnd(); await unknown.GenerateVectorAsync(all.Length > 500 ? all[..500] : all);"""
    )]
    [InlineData("""var wiki = Given<WikiDocument>(); await {|RAG5008:unknown.GenerateVectorAsync|}(wiki.Content);""")]
    [InlineData("""foreach (var wiki in Given<List<WikiDocument>>()) await {|RAG5008:unknown.GenerateVectorAsync|}(wiki.Content);""")]
    [InlineData(
        """await EmbedAsync(Given<WikiDocument>()); async Task EmbedAsync(WikiDocument wiki) => await {|RAG5008:unknown.GenerateVectorAsync|}(wiki.Content);"""
    )]
    [InlineData("""await unknown.GenerateVectorAsync(Given<WikiDocument>().Title);""")]
    [InlineData("""await unknown.GenerateVectorAsync(Given<ChunkDocument>().Content);""")]
    [InlineData("""await unknown.GenerateVectorAsync(Given<PolicyDocument>().Content);""")]
    [InlineData("""await unknown.GenerateVectorAsync(Given<WikiDocument>().Content[..200]);""")]
    [InlineData("""await unknown.GenerateVectorAsync(text);""")]
    [InlineData("""await unknown.GenerateVectorAsync(Loaded().Summary);""")]
    [InlineData("""await unknown.GenerateVectorAsync(page.Text);""")]
    public Task Texts(string statements) =>
        Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            Indexing.Program(
                statements,
                """
                private static T Given<T>() => System.Text.Json.JsonSerializer.Deserialize<T>("")!;
                private static Report Loaded() => System.Text.Json.JsonSerializer.Deserialize<Report>("")!;
                private static async Task<string> LoadAsync(string path) { using var reader = new StreamReader(path); return await reader.ReadToEndAsync(); }
                """,
                Indexing.Page384
                    + "\npublic record Report(string FullText, string Summary);\npublic record WikiDocument(string Title, string Content);\npublic record ChunkDocument(string Content);\npublic record PolicyDocument(string Content, int ChunkIndex);"
            )
        );

    /// <summary>The store embeds what a property of the record holds, or shows.</summary>
    [Theory]
    [InlineData("""await {|RAG5008:viewed.UpsertAsync|}(new Viewed { Id = "a", Text = await File.ReadAllTextAsync("handbook.md") });""")]
    [InlineData("""var all = File.ReadAllText(text); await {|RAG5008:held.UpsertAsync|}(new Held("a", all));""")]
    [InlineData("""await {|RAG5008:held.UpsertAsync|}([new Held("a", File.ReadAllText("a.md")), new Held("b", text)]);""")]
    [InlineData(
        """foreach (var part in File.ReadAllText("a.md").Split("##")) await viewed.UpsertAsync(new Viewed { Id = "a", Text = part });"""
    )]
    [InlineData("""await viewed.UpsertAsync(new Viewed { Id = File.ReadAllText("id.txt"), Text = text });""")]
    [InlineData("""await joined.UpsertAsync(new Joined { Id = "a", Title = text, Text = File.ReadAllText("a.md") });""")]
    [InlineData("""await plain.UpsertAsync(new Plain { Id = "a", Text = File.ReadAllText("a.md") });""")]
    public Task Embedded_by_the_store(string statements) =>
        Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            $$"""
            using Microsoft.Extensions.VectorData;

            public class Index(
                VectorStoreCollection<string, Viewed> viewed,
                VectorStoreCollection<string, Held> held,
                VectorStoreCollection<string, Joined> joined,
                VectorStoreCollection<string, Plain> plain
            )
            {
                public async Task AddAsync(string text) { await Task.Yield(); {{statements}} }
            }

            public class Viewed
            {
                [VectorStoreKey] public string Id { get; set; } = "";
                [VectorStoreData] public string Text { get; set; } = "";
                [VectorStoreVector(1536)] public string Embedding => Text;
            }

            public record Held([property: VectorStoreKey] string Id, [property: VectorStoreVector(1536)] string Text);

            public class Joined
            {
                [VectorStoreKey] public string Id { get; set; } = "";
                [VectorStoreData] public string Title { get; set; } = "";
                [VectorStoreData] public string Text { get; set; } = "";
                [VectorStoreVector(1536)] public string Embedding => Title + " " + Text;
            }

            public class Plain
            {
                [VectorStoreKey] public string Id { get; set; } = "";
                [VectorStoreData] public string Text { get; set; } = "";
                [VectorStoreVector(1536)] public ReadOnlyMemory<float> Embedding { get; set; }
            }
            """
        );

    /// <summary>What is cut, or read to its end, by who calls what embeds.</summary>
    [Theory]
    [InlineData("""var chunks = Paragraphs(await File.ReadAllTextAsync(text)).ToList(); await EmbedAllAsync(chunks);""", false)]
    [InlineData("""await EmbedAllAsync(File.ReadAllText(text).Split("##").Select(s => s.Trim()).ToArray());""", false)]
    [InlineData("""await EmbedAllAsync([File.ReadAllText(text)[..500]]);""", false)]
    [InlineData("""await EmbedAllAsync(Characters(await File.ReadAllTextAsync(text)).ToList());""", false)]
    [InlineData("""await EmbedAllAsync(Indexed(await File.ReadAllTextAsync(text)));""", false)]
    [InlineData("""var all = File.ReadAllText(text); await EmbedAllAsync([string.Concat(all.TakeWhile(c => c != '#'))]);""", false)]
    [InlineData("""var all = File.ReadAllText(text); await EmbedAllAsync([new string(all.Skip(20).ToArray())]);""", false)]
    [InlineData("""await EmbedAllAsync([await File.ReadAllTextAsync(text)]);""", true)]
    public Task Handed_over(string statements, bool isWhole) =>
        Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            Indexing.Program(
                statements,
                $$"""
                private async Task EmbedAllAsync(IReadOnlyList<string> chunks)
                {
                    foreach (var chunk in chunks)
                    {
                        await {{(isWhole ? "{|RAG5008:unknown.GenerateVectorAsync|}" : "unknown.GenerateVectorAsync")}}(chunk);
                    }
                }

                private static IEnumerable<string> Characters(string text)
                {
                    var current = new System.Text.StringBuilder();
                    foreach (var character in text)
                    {
                        current.Append(character);
                        if (current.Length > 1000 && character == ' ')
                        {
                            yield return current.ToString();
                            current.Clear();
                        }
                    }

                    yield return current.ToString();
                }

                private static List<string> Indexed(string text)
                {
                    var sections = new List<System.Text.StringBuilder> { new() };
                    for (var i = 0; i < text.Length; i++)
                    {
                        if (text[i] == '#')
                        {
                            sections.Add(new System.Text.StringBuilder());
                        }

                        sections[^1].Append(text[i]);
                    }

                    return sections.Select(s => s.ToString()).ToList();
                }

                private static IEnumerable<string> Paragraphs(string text)
                {
                    var current = new System.Text.StringBuilder();
                    foreach (var paragraph in text.Split("\n\n"))
                    {
                        if (current.Length > 1500)
                        {
                            yield return current.ToString();
                            current.Clear();
                        }

                        current.Append(paragraph);
                    }

                    yield return current.ToString();
                }
                """,
                Indexing.Page384
            )
        );

    /// <summary>What embeds documents embeds questions as well: the caller that hands over a whole document is wrong.</summary>
    [Theory]
    [InlineData(
        """using var reader = new StreamReader(text); await {|RAG5008:EmbedAsync|}(await reader.ReadToEndAsync()); await EmbedAsync(page.Text);"""
    )]
    [InlineData("""await {|RAG5008:EmbedAsync|}(await File.ReadAllTextAsync(text)); await EmbedAsync(page.Text);""")]
    [InlineData(
        """using var reader = new StreamReader(text); foreach (var part in (await reader.ReadToEndAsync()).Split("##")) await EmbedAsync(part); await EmbedAsync(page.Text);"""
    )]
    public Task One_of_two_callers(string statements) =>
        Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            Indexing.Program(
                statements,
                "private async Task EmbedAsync(string some) => await unknown.GenerateVectorAsync(some);",
                Indexing.Page384
            )
        );

    /// <summary>Libraries that read PDF and Word files, by the names of their members.</summary>
    [Theory]
    [InlineData("""await {|RAG5008:unknown.GenerateVectorAsync|}(string.Join("\n", pdf.GetPages().Select(p => p.Text)));""")]
    [InlineData(
        """var all = new System.Text.StringBuilder(); foreach (var p in pdf.GetPages()) all.AppendLine(p.Text); await {|RAG5008:unknown.GenerateVectorAsync|}(all.ToString());"""
    )]
    [InlineData(
        """var all = ""; foreach (var p in pdf.GetPages()) all += p.Text + "\n"; await {|RAG5008:unknown.GenerateVectorAsync|}(all);"""
    )]
    [InlineData(
        """foreach (var file in texts) { var one = PdfDocument.Open(file); await {|RAG5008:unknown.GenerateVectorAsync|}(string.Join(" ", one.GetPages().Select(p => p.Text))); }"""
    )]
    [InlineData(
        """var all = new System.Text.StringBuilder(); foreach (var p in pdf.GetPages()) all.Append(ContentOrderTextExtractor.GetText(p)); await {|RAG5008:unknown.GenerateVectorAsync|}(all.ToString());"""
    )]
    [InlineData("""foreach (var p in pdf.GetPages()) await unknown.GenerateVectorAsync(p.Text);""")]
    [InlineData(
        """foreach (var p in pdf.GetPages()) { var one = new System.Text.StringBuilder(); one.Append(p.Text); await unknown.GenerateVectorAsync(one.ToString()); }"""
    )]
    [InlineData(
        """foreach (var p in pdf.GetPages()) await unknown.GenerateVectorAsync(ContentOrderTextExtractor.GetText(p).Trim() + "\n");"""
    )]
    [InlineData(
        """foreach (var p in pdf.GetPages()) await unknown.GenerateVectorAsync(string.Join(" ", p.GetWords().Select(w => w.Text)));"""
    )]
    [InlineData("""await {|RAG5008:unknown.GenerateVectorAsync|}(word.MainDocumentPart!.Document.Body!.InnerText);""")]
    [InlineData("""foreach (var p in word.MainDocumentPart!.Document.Body!.Elements()) await unknown.GenerateVectorAsync(p.InnerText);""")]
    public async Task Files_of_other_libraries(string statements)
    {
        var libraries = AnalyzerRun
            .Compile(
                [
                    """
                    namespace UglyToad.PdfPig
                    {
                        public class PdfDocument { public static PdfDocument Open(string file) => null!; public IEnumerable<Page> GetPages() => null!; }
                        public class Page { public string Text => ""; public IEnumerable<Word> GetWords() => null!; }
                        public class Word { public string Text => ""; }
                    }
                    namespace UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor
                    {
                        public static class ContentOrderTextExtractor { public static string GetText(UglyToad.PdfPig.Page page) => ""; }
                    }
                    namespace DocumentFormat.OpenXml
                    {
                        public class OpenXmlElement { public string InnerText => ""; public IEnumerable<OpenXmlElement> Elements() => null!; }
                        public class Body : OpenXmlElement { }
                        public class Document : OpenXmlElement { public Body? Body => null; }
                        public class MainDocumentPart { public Document Document => null!; }
                        public class WordprocessingDocument { public MainDocumentPart? MainDocumentPart => null; }
                    }
                    """,
                ],
                ReferenceSets.Latest
            )
            .WithAssemblyName("Libraries");
        using var image = new MemoryStream();
        Assert.True(libraries.Emit(image, cancellationToken: TestContext.Current.CancellationToken).Success);
        await Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            Indexing
                .Program(
                    $"PdfDocument pdf = PdfDocument.Open(text); WordprocessingDocument word = Word(); {statements}",
                    "private static WordprocessingDocument Word() => null!;"
                )
                .Replace(
                    "using OpenAI;",
                    "using OpenAI;\nusing DocumentFormat.OpenXml;\nusing UglyToad.PdfPig;\nusing UglyToad.PdfPig.DocumentLayoutAnalysis.TextExtractor;",
                    StringComparison.Ordinal
                )
                .Replace("Page page)", "global::Page page)", StringComparison.Ordinal),
            ReferenceSets.Latest.Add(MetadataReference.CreateFromImage(image.ToArray()))
        );
    }

    /// <summary>What people upload, what stands in a store of blobs, and what iText reads.</summary>
    [Theory]
    [InlineData(
        "using var reader = new StreamReader(upload.OpenReadStream()); await {|RAG5008:unknown.GenerateVectorAsync|}(await reader.ReadToEndAsync());"
    )]
    [InlineData(
        "await using var stream = upload.OpenReadStream(); using StreamReader reader = new(stream); var all = await reader.ReadToEndAsync(); await {|RAG5008:unknown.GenerateVectorAsync|}(all);"
    )]
    [InlineData(
        "using var reader = new StreamReader(upload.OpenReadStream()); while (await reader.ReadLineAsync() is { } line) await unknown.GenerateVectorAsync(line);"
    )]
    [InlineData("await unknown.GenerateVectorAsync(upload.FileName);")]
    [InlineData(
        "var blob = await blobs.GetBlobClient(text).DownloadContentAsync(); await {|RAG5008:unknown.GenerateVectorAsync|}(blob.Content.ToString());"
    )]
    [InlineData(
        "await foreach (var item in blobs.GetBlobsAsync()) { var all = (await blobs.GetBlobClient(item.Name).DownloadContentAsync()).Content.ToString(); await {|RAG5008:unknown.GenerateVectorAsync|}(all); }"
    )]
    [InlineData(
        "var all = (await blobs.GetBlobClient(text).DownloadContentAsync()).Content.ToString(); foreach (var part in all.Split(\"##\")) await unknown.GenerateVectorAsync(part);"
    )]
    [InlineData("await foreach (var item in blobs.GetBlobsAsync()) await unknown.GenerateVectorAsync(item.Name);")]
    [InlineData(
        "var all = new System.Text.StringBuilder(); for (var i = 1; i <= pdf.GetNumberOfPages(); i++) all.AppendLine(PdfTextExtractor.GetTextFromPage(pdf.GetPage(i))); await {|RAG5008:unknown.GenerateVectorAsync|}(all.ToString());"
    )]
    [InlineData(
        "var all = string.Join(\"\\n\", Enumerable.Range(1, pdf.GetNumberOfPages()).Select(i => PdfTextExtractor.GetTextFromPage(pdf.GetPage(i)))); await {|RAG5008:unknown.GenerateVectorAsync|}(all);"
    )]
    [InlineData(
        "for (var i = 1; i <= pdf.GetNumberOfPages(); i++) await unknown.GenerateVectorAsync(PdfTextExtractor.GetTextFromPage(pdf.GetPage(i)));"
    )]
    [InlineData("await unknown.GenerateVectorAsync(PdfTextExtractor.GetTextFromPage(pdf.GetPage(1)));")]
    public Task Uploads_blobs_and_pages(string statements) =>
        Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            Indexing
                .Program(
                    $"IFormFile upload = Given<IFormFile>(); BlobContainerClient blobs = Given<BlobContainerClient>(); PdfDocument pdf = new(new PdfReader(text)); {statements}",
                    "private static T Given<T>() => default!;"
                )
                .Replace(
                    "using OpenAI;",
                    "using OpenAI;\nusing Azure.Storage.Blobs;\nusing iText.Kernel.Pdf;\nusing iText.Kernel.Pdf.Canvas.Parser;\nusing Microsoft.AspNetCore.Http;",
                    StringComparison.Ordinal
                ),
            [.. ReferenceSets.Latest, .. Libraries.Uploads, .. Libraries.Blobs, .. Libraries.IText]
        );

    /// <summary>A service of the program embeds documents and questions alike: the mistake is where a document is handed to it.</summary>
    [Theory]
    [InlineData("""await {|RAG5008:embedder.EmbedAsync|}(File.ReadAllText("handbook.md")); await embedder.EmbedAsync(text);""")]
    [InlineData(
        """foreach (var f in Directory.GetFiles(text)) { var all = await File.ReadAllTextAsync(f); await {|RAG5008:embedder.EmbedAsync|}(all.Trim()); } await embedder.EmbedAsync(text);"""
    )]
    [InlineData("""await {|RAG5008:concrete.EmbedAsync|}(File.ReadAllText("handbook.md")); await concrete.EmbedAsync(text);""")]
    [InlineData("""await embedder.EmbedAsync(File.ReadAllText("handbook.md")[..500]); await embedder.EmbedAsync(text);""")]
    [InlineData(
        """foreach (var part in File.ReadAllText("a.md").Split("##")) await embedder.EmbedAsync(part); await embedder.EmbedAsync(text);"""
    )]
    [InlineData("""await concrete.EmbedStartAsync(File.ReadAllText("handbook.md")); await concrete.EmbedStartAsync(text);""")]
    [InlineData("""await concrete.CountAsync(File.ReadAllText("handbook.md")); await concrete.EmbedAsync(text);""")]
    public Task Through_a_service(string statements) =>
        Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            Indexing.Program(
                statements,
                "private readonly IEmbedder embedder = new Embedder(null!); private readonly Embedder concrete = new Embedder(null!);",
                Indexing.Page384
                    + """

                    public interface IEmbedder { Task<ReadOnlyMemory<float>> EmbedAsync(string text); }

                    public class Embedder(IEmbeddingGenerator<string, Embedding<float>> generator) : IEmbedder
                    {
                        public async Task<ReadOnlyMemory<float>> EmbedAsync(string text) => await generator.GenerateVectorAsync(text.Trim());
                        public async Task<ReadOnlyMemory<float>> EmbedStartAsync(string text) => await generator.GenerateVectorAsync(text.Substring(0, 100));
                        public async Task<int> CountAsync(string text) => (await generator.GenerateVectorAsync("count")).Length + text.Length;
                    }
                    """
            )
        );

    /// <summary>One mistake is said once: where only documents come, at the call that embeds.</summary>
    [Fact]
    public Task Through_a_method_that_only_documents_come_to() =>
        Verify.AnalyzerAsync<DocumentEmbeddedWhole>(
            Indexing.Program(
                """await EmbedAsync(File.ReadAllText("a.md"));""",
                "private async Task EmbedAsync(string all) => await {|RAG5008:unknown.GenerateVectorAsync|}(all);"
            )
        );
}
