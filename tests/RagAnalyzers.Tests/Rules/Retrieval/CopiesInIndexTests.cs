using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5013: keys that do not stay, and keys that do not differ.</summary>
public sealed class CopiesInIndexTests
{
    // What is moved away, or known already, is not written a second time; another name is another index.
    [Theory]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) { await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); File.Move(file, "done/" + Path.GetFileName(file)); }"""
    )]
    [InlineData(
        """foreach (var info in new DirectoryInfo("docs").GetFiles()) { await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(info.FullName) }); info.Delete(); }"""
    )]
    [InlineData(
        """var known = new HashSet<string>(File.ReadAllLines("known.txt")); foreach (var file in Directory.GetFiles("docs")) { if (!known.Add(file)) continue; await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); }"""
    )]
    [InlineData(
        """var known = new HashSet<string>(File.ReadAllLines("known.txt")); foreach (var file in Directory.GetFiles("docs").Where(f => !known.Contains(f))) { await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); }"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) { if (await pages.GetAsync(p => p.Text == file, 1).AnyAsync()) continue; await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); }"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) { if (File.GetLastWriteTimeUtc(file) < DateTime.UtcNow.AddDays(-1)) continue; await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); }"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) { var run = store.GetCollection<string, Page>($"docs-{DateTime.UtcNow:yyyyMMdd}"); await run.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); }"""
    )]
    [InlineData(
        """var endings = new[] { ".md" }; foreach (var file in Directory.GetFiles("docs")) { if (!endings.Contains(Path.GetExtension(file))) continue; await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); }"""
    )]
    [InlineData(
        """var seen = new HashSet<string>(); foreach (var file in Directory.GetFiles("docs")) { seen.Add(file); await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); }"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) { if (file.Contains("draft")) continue; await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); }"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) }); await foreach (var hit in pages.SearchAsync(text, 3)) Console.WriteLine(hit.Record.Text); Console.WriteLine(await pages.GetAsync(text));"""
    )]
    public Task Read_once(string statements) => Verify.AnalyzerAsync<CopiesInIndex>(Indexing.Program(statements));

    [Theory]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) });"""
    )]
    [InlineData(
        """foreach (var line in File.ReadAllLines("faq.md")) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = line });"""
    )]
    [InlineData(
        """var all = File.ReadAllLines("faq.md").Select(l => new Page { Id = Guid.NewGuid().ToString(), Text = l }).ToList(); await {|RAG5013:pages.UpsertAsync|}(all); await store.GetCollection<string, Page>("more").UpsertAsync(all);"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) foreach (var part in Microsoft.SemanticKernel.Text.TextChunker.SplitPlainTextParagraphs(Microsoft.SemanticKernel.Text.TextChunker.SplitPlainTextLines(File.ReadAllText(file), 100), 400)) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = part });"""
    )]
    [InlineData(
        """await {|RAG5013:pages.UpsertAsync|}(Microsoft.SemanticKernel.Text.TextChunker.SplitMarkDownLines(File.ReadAllText("faq.md"), 100).Select(l => new Page { Id = Guid.NewGuid().ToString(), Text = l }));"""
    )]
    [InlineData(
        """foreach (var line in Microsoft.SemanticKernel.Text.TextChunker.SplitPlainTextLines(text, 100)) await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = line });"""
    )]
    [InlineData("""foreach (var chunk in texts) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = text, Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = "handbook", Text = chunk });""")]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await pages.UpsertAsync(new Page { Id = file, Text = File.ReadAllText(file) });"""
    )]
    [InlineData("""await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = text });""")]
    [InlineData("""var i = 0; foreach (var chunk in texts) await pages.UpsertAsync(new Page { Id = $"{text}-{i++}", Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(new Page { Id = chunk.GetHashCode() + "", Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(new Page { Id = NewKey(), Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(page);""")]
    [InlineData(
        """foreach (var chunk in texts) { if (chunk.Length == 0) continue; var name = Path.GetFileName(text); await {|RAG5013:pages.UpsertAsync|}(new Page { Id = name, Text = chunk.Trim() }); }"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) foreach (var chunk in File.ReadAllLines(file)) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Path.GetFileName(file), Text = chunk });"""
    )]
    [InlineData(
        """foreach (var (heading, part) in texts.Select(t => (t, t.Trim()))) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = $"page {text}", Text = part });"""
    )]
    [InlineData("""for (var i = 0; i < texts.Count; i++) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = text, Text = texts[i] });""")]
    [InlineData(
        """var all = new List<Page>(); foreach (var chunk in texts) all.Add(new Page { Id = text, Text = chunk }); await {|RAG5013:pages.UpsertAsync|}(all);"""
    )]
    [InlineData("""await {|RAG5013:pages.UpsertAsync|}(texts.Select(t => new Page { Id = text, Text = t }));""")]
    [InlineData("""await pages.UpsertAsync(texts.Select((t, i) => new Page { Id = $"{text}-{i}", Text = t }));""")]
    [InlineData("""await pages.UpsertAsync(texts.Select(t => new Page { Id = t, Text = t }));""")]
    [InlineData(
        """var i = 0; foreach (var chunk in texts) { var id = $"{text}_p{++i}"; await pages.UpsertAsync(new Page { Id = id, Text = chunk }); }"""
    )]
    [InlineData("""var i = 0; foreach (var chunk in texts) { i++; await pages.UpsertAsync(new Page { Id = text + i, Text = chunk }); }""")]
    [InlineData(
        """var e = texts.GetEnumerator(); foreach (var chunk in texts) { e.MoveNext(); await pages.UpsertAsync(new Page { Id = e.Current, Text = chunk }); }"""
    )]
    [InlineData(
        """foreach (var chunk in texts) { if (chunk.StartsWith(text)) { await pages.UpsertAsync(new Page { Id = text, Text = chunk }); break; } }"""
    )]
    [InlineData(
        """foreach (var chunk in texts) if (chunk.Trim() == text) await pages.UpsertAsync(new Page { Id = text, Text = chunk });"""
    )]
    [InlineData(
        """foreach (var name in texts) { var each = store.GetCollection<string, Page>(name); await each.UpsertAsync(new Page { Id = "about", Text = name }); }"""
    )]
    [InlineData("""for (var attempt = 0; attempt < 3; attempt++) await pages.UpsertAsync(new Page { Id = "handbook", Text = text });""")]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(new Page { Id = "", Text = chunk });""")]
    [InlineData("""foreach (var chunk in texts) { page.Id += "x"; await pages.UpsertAsync(new Page { Id = page.Id, Text = chunk }); }""")]
    [InlineData(
        """var n = 0; foreach (var file in Directory.GetFiles("docs")) foreach (var chunk in File.ReadAllLines(file)) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = $"chunk-{n++}", Text = chunk });"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:pages.UpsertAsync|}(File.ReadAllLines(file).Select((t, i) => new Page { Id = i.ToString(), Text = t }));"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = $"{file}-{Guid.NewGuid():N}", Text = File.ReadAllText(file) });"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await pages.UpsertAsync(File.ReadAllLines(file).Select((t, i) => new Page { Id = file + "#" + i, Text = t }));"""
    )]
    [InlineData(
        """await pages.EnsureCollectionDeletedAsync(); foreach (var line in File.ReadAllLines("faq.md")) await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = line });"""
    )]
    [InlineData(
        """if (await pages.CollectionExistsAsync()) return; foreach (var line in File.ReadAllLines("faq.md")) await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = line });"""
    )]
    public Task Keys(string statements) =>
        Verify.AnalyzerAsync<CopiesInIndex>(
            Indexing.Program(statements, "private string NewKey() => store.ToString() + Environment.TickCount;")
        );

    [Theory]
    [InlineData("""foreach (var chunk in texts) await {|RAG5013:pages.UpsertAsync|}(Make(text, chunk));""", Make)]
    [InlineData(
        """foreach (var chunk in texts) { var made = Make("handbook", chunk); await {|RAG5013:pages.UpsertAsync|}(made); }""",
        Make
    )]
    [InlineData("""await {|RAG5013:pages.UpsertAsync|}(texts.Select(t => Make(text, t)));""", Make)]
    [InlineData("""await {|RAG5013:pages.UpsertAsync|}(texts.Select(t => Make(text, t)).ToList());""", Make)]
    [InlineData(
        """
            foreach (var chunk in texts) await {|RAG5013:pages.UpsertAsync|}(Local(chunk));
            Page Local(string part) => new() { Id = text, Text = part };
            """,
        ""
    )]
    [InlineData("""foreach (var chunk in texts) await SaveAsync(text, chunk);""", Save)]
    [InlineData("""for (var i = 0; i < texts.Count; i++) { var name = Path.GetFileName(text); await SaveAsync(name, texts[i]); }""", Save)]
    [InlineData("""await SaveAllAsync(text, texts);""", SaveAll)]
    [InlineData("""await {|RAG5013:pages.UpsertAsync|}(MakeAll(text, texts));""", MakeAll)]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) foreach (var part in File.ReadAllLines(file)) await {|RAG5013:pages.UpsertAsync|}(Make(file, part));""",
        Make
    )]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(Make(chunk, chunk));""", Make)]
    [InlineData("""var i = 0; foreach (var chunk in texts) await pages.UpsertAsync(Make($"{text}-{i++}", chunk));""", Make)]
    [InlineData("""foreach (var chunk in texts) await pages.UpsertAsync(Make(text, text));""", Make)]
    [InlineData("""await pages.UpsertAsync(Make(text, text));""", Make)]
    [InlineData("""await pages.UpsertAsync(texts.Select(t => Make(text, t)).First());""", Make)]
    [InlineData("""foreach (var chunk in texts) if (chunk == text) await pages.UpsertAsync(Make(text, chunk));""", Make)]
    [InlineData("""for (var i = 0; i < texts.Count; i++) if (i == 0) await pages.UpsertAsync(Make(text, texts[i]));""", Make)]
    [InlineData(
        """foreach (var (part, at) in texts.Select((t, at) => (t, at))) await pages.UpsertAsync(Numbered(text, part));""",
        Numbered
    )]
    [InlineData("""foreach (var part in texts) { if (!seen.Add(text)) continue; await pages.UpsertAsync(Make(text, part)); }""", Make)]
    [InlineData("""foreach (var part in texts) await pages.UpsertAsync(new Source(part).Make(part));""", OwnName)]
    [InlineData("""foreach (var part in texts) await pages.UpsertAsync(Derived(text, part));""", Derived)]
    [InlineData("""foreach (var chunk in texts) await SaveOnceAsync(text, chunk);""", SaveOnce)]
    [InlineData("""foreach (var part in texts) if (part.Length != 0) await {|RAG5013:pages.UpsertAsync|}(Make(text, part));""", Make)]
    [InlineData("""while (texts.Count > 0) await SaveAsync(text, text);""", SaveSilently)]
    [InlineData("""foreach (var name in texts) await SaveAsync(name, name);""", SaveSilently)]
    [InlineData("""await SaveAsync(text, text);""", SaveSilently)]
    [InlineData("""foreach (var part in texts) await pages.UpsertAsync(Make({|CS0103:missing|}, part));""", Make)]
    public Task Records_made_elsewhere(string statements, string members) =>
        Verify.AnalyzerAsync<CopiesInIndex>(Indexing.Program(statements, "private readonly HashSet<string> seen = new();\n" + members));

    private const string Make = "private static Page Make(string source, string part) => new Page { Id = source, Text = part.Trim() };";

    private const string Save =
        """private async Task SaveAsync(string source, string part) { var made = new Page { Id = source, Text = part }; await {|RAG5013:pages.UpsertAsync|}(made); }""";

    private const string SaveSilently =
        """private async Task SaveAsync(string source, string part) { var made = new Page { Id = source, Text = part }; await pages.UpsertAsync(made); }""";

    private const string SaveOnce =
        """private async Task SaveOnceAsync(string source, string part) { if (seen.Contains(source)) return; seen.Add(source); await pages.UpsertAsync(new Page { Id = source, Text = part }); }""";

    private const string SaveAll = """
        private async Task SaveAllAsync(string source, List<string> parts) { foreach (var part in parts) await OneAsync(source, part); }
        private Task OneAsync(string id, string part) => {|RAG5013:pages.UpsertAsync|}(new Page { Id = $"doc {id}", Text = part });
        """;

    private const string MakeAll =
        """private static List<Page> MakeAll(string source, List<string> parts) { var all = new List<Page>(); foreach (var part in parts) all.Add(new Page { Id = source, Text = part }); return all; }""";

    private const string Numbered =
        """private int _n; private Page Numbered(string source, string part) => new Page { Id = $"{source}-{_n++}", Text = part };""";

    private const string Derived =
        """private static Page Derived(string source, string part) { var id = source + part.Length; return new Page { Id = id, Text = part }; }""";

    private const string OwnName =
        """private sealed class Source(string name) { private readonly string _name = name; public Page Make(string part) => new Page { Id = _name, Text = part }; }""";

    /// <summary>All blobs of a container are read again; what a person uploads comes once.</summary>
    [Theory]
    [InlineData(
        "await foreach (var item in blobs.GetBlobsAsync()) { var all = (await blobs.GetBlobClient(item.Name).DownloadContentAsync()).Content.ToString();",
        true
    )]
    [InlineData("{ var all = (await blobs.GetBlobClient(text).DownloadContentAsync()).Content.ToString();", false)]
    [InlineData("{ using var reader = new StreamReader(upload.OpenReadStream()); var all = await reader.ReadToEndAsync();", false)]
    public Task Blobs_and_uploads(string source, bool isWrong) =>
        Verify.AnalyzerAsync<CopiesInIndex>(
            Indexing
                .Program(
                    $$"""BlobContainerClient blobs = null!; IFormFile upload = null!; {{source}} foreach (var part in all.Split("##")) await {{(isWrong ? "{|RAG5013:pages.UpsertAsync|}" : "pages.UpsertAsync")}}(new Page { Id = Guid.NewGuid().ToString(), Text = part }); }"""
                )
                .Replace(
                    "using OpenAI;",
                    "using OpenAI;\nusing Azure.Storage.Blobs;\nusing Microsoft.AspNetCore.Http;",
                    StringComparison.Ordinal
                ),
            [.. ReferenceSets.Latest, .. Libraries.Blobs, .. Libraries.Uploads]
        );

    /// <summary>A table is read again by the next run; rows that somebody chooses are not.</summary>
    [Theory]
    [InlineData("foreach (var row in await db.Rows.ToListAsync())", "Guid.NewGuid().ToString()", true)]
    [InlineData("foreach (var row in db.Rows)", "Guid.NewGuid().ToString()", true)]
    [InlineData("foreach (var row in db.Rows.Where(r => r.Text == text))", "Guid.NewGuid().ToString()", false)]
    [InlineData("foreach (var row in db.Rows)", "row.Text", false)]
    public Task Table(string loop, string key, bool isWrong) =>
        Verify.AnalyzerAsync<CopiesInIndex>(
            Indexing
                .Program(
                    $$"""Shelf db = null!; {{loop}} await {{(isWrong ? "{|RAG5013:pages.UpsertAsync|}" : "pages.UpsertAsync")}}(new Page { Id = {{key}}, Text = row.Text });""",
                    types: Indexing.Page384
                        + "\npublic class Row { public string Text { get; set; } = \"\"; }\npublic class Shelf : DbContext { public DbSet<Row> Rows => null!; }"
                )
                .Replace("using OpenAI;", "using OpenAI;\nusing Microsoft.EntityFrameworkCore;", StringComparison.Ordinal),
            ReferenceSets.Latest.AddRange(Libraries.EntityFramework)
        );

    /// <summary>The documents of Azure AI Search are dictionaries; the index alone knows which entry is the key.</summary>
    [Theory]
    [InlineData("""["id"] = Guid.NewGuid().ToString("N"), ["content"] = File.ReadAllText(file)""", true)]
    [InlineData("""{ "Id", Guid.NewGuid() }, { "content", File.ReadAllText(file) }""", true)]
    [InlineData("""["id"] = Path.GetFileNameWithoutExtension(file), ["content"] = File.ReadAllText(file)""", false)]
    [InlineData("""["id"] = Guid.NewGuid(), ["chunk_id"] = file.Replace('.', '_'), ["content"] = File.ReadAllText(file)""", false)]
    [InlineData("""["run"] = Guid.NewGuid(), ["content"] = File.ReadAllText(file)""", false)]
    public Task Dictionaries(string entries, bool isWrong)
    {
        var upload = isWrong ? "{|RAG5013:search.UploadDocumentsAsync|}" : "search.UploadDocumentsAsync";
        return Verify.AnalyzerAsync<CopiesInIndex>(
            Indexing
                .Program(
                    $$"""SearchClient search = null!; var all = new List<SearchDocument>(); foreach (var file in Directory.GetFiles("docs")) all.Add(new SearchDocument { {{entries}} }); await {{upload}}(all);"""
                )
                .Replace(
                    "using OpenAI;",
                    "using OpenAI;\nusing Azure.Search.Documents;\nusing Azure.Search.Documents.Models;",
                    StringComparison.Ordinal
                ),
            ReferenceSets.Latest
        );
    }

    /// <summary>The points of Qdrant have their key in a member, and its type takes numbers and guids.</summary>
    [Theory]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:qdrant.UpsertAsync|}("docs", [new PointStruct { Id = Guid.NewGuid(), Vectors = vector, Payload = { ["text"] = File.ReadAllText(file) } }]);"""
    )]
    [InlineData(
        """foreach (var file in new DirectoryInfo("docs").GetFiles("*.md")) { var points = new List<PointStruct>(); foreach (var part in File.ReadAllLines(file.FullName)) points.Add(new PointStruct { Id = new PointId { Uuid = Guid.NewGuid().ToString() }, Vectors = vector, Payload = { ["text"] = part } }); await {|RAG5013:qdrant.UpsertAsync|}("docs", points); }"""
    )]
    [InlineData(
        """ulong n = 0; foreach (var file in Directory.GetFiles("docs")) await {|RAG5013:qdrant.UpsertAsync|}("docs", [new PointStruct { Id = n++, Vectors = vector, Payload = { ["text"] = File.ReadAllText(file) } }]);"""
    )]
    [InlineData(
        """foreach (var part in parts) await {|RAG5013:qdrant.UpsertAsync|}("docs", [new PointStruct { Id = document, Vectors = vector, Payload = { ["text"] = part } }]);"""
    )]
    [InlineData(
        """foreach (var part in parts) await qdrant.UpsertAsync("docs", [new PointStruct { Id = Guid.NewGuid(), Vectors = vector, Payload = { ["text"] = part } }]);"""
    )]
    [InlineData(
        """foreach (var file in Directory.GetFiles("docs")) await qdrant.UpsertAsync("docs", [new PointStruct { Id = new Guid(System.Security.Cryptography.MD5.HashData(System.Text.Encoding.UTF8.GetBytes(file))), Vectors = vector, Payload = { ["text"] = File.ReadAllText(file) } }]);"""
    )]
    [InlineData(
        """await qdrant.DeleteCollectionAsync("docs"); foreach (var file in Directory.GetFiles("docs")) await qdrant.UpsertAsync("docs", [new PointStruct { Id = Guid.NewGuid(), Vectors = vector, Payload = { ["text"] = File.ReadAllText(file) } }]);"""
    )]
    public Task Points(string statements) =>
        Verify.AnalyzerAsync<CopiesInIndex>(
            $$"""
            using Qdrant.Client;
            using Qdrant.Client.Grpc;

            public class Index(QdrantClient qdrant)
            {
                public async Task FillAsync(Guid document, string[] parts, float[] vector)
                {
                    {{statements}}
                }
            }
            """,
            [
                .. ReferenceSets.VectorDatabases,
                .. ReferenceSets.Latest.Where(static d =>
                    !ReferenceSets.VectorDatabases.Any(l => Path.GetFileName(l.Display) == Path.GetFileName(d.Display))
                ),
            ]
        );

    [Fact]
    public Task In_memory() =>
        Verify.AnalyzerAsync<CopiesInIndex>(
            Indexing.Program(
                """foreach (var line in File.ReadAllLines("faq.md")) await pages.UpsertAsync(new Page { Id = Guid.NewGuid().ToString(), Text = line });""",
                types: Indexing.Page384 + "\npublic class InMemoryVectorStore { }"
            )
        );
}
