using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5006: scores and what they are compared with.</summary>
public sealed class ScoreAgainstDistanceTests
{
    private const string Search = "pages.SearchAsync(text, 5)";

    [Theory]
    [InlineData("if ({|RAG5006:hit.Score > 0.7|}) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score >= minimum|}) { texts.Add(hit.Record.Text); }", "CosineDistance")]
    [InlineData("if (hit.Score is { } score && {|RAG5006:score >= 0.7|}) texts.Add(hit.Record.Text);", "EuclideanDistance")]
    [InlineData("if ({|RAG5006:hit.Score < 0.7|}) continue; texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (!({|RAG5006:hit.Score.GetValueOrDefault() > 0.7|})) continue; texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("var score = hit.Score ?? 0; if ({|RAG5006:0.7 < score|}) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score < 0.7|}) texts.Add(hit.Record.Text);", "CosineSimilarity")]
    [InlineData("if ({|RAG5006:hit.Score > 0.7|}) continue; texts.Add(hit.Record.Text);", "DotProductSimilarity")]
    [InlineData("var floor = 0.7; if ({|RAG5006:hit.Score > floor|}) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score > Floor|}) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score > options.Value.Floor|}) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score > settings.Floor|}) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score < (float)settings.Floor|}) texts.Add(hit.Record.Text);", "CosineSimilarity")]
    [InlineData("if ({|RAG5006:hit.Score is < 0.7|}) continue; texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score is not < 0.7|}) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score is >= Floor|}) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (hit.Score is > 0.7) texts.Add(hit.Record.Text);", "CosineSimilarity")]
    [InlineData("if (hit.Score is > 0.2 and < 0.7) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (hit.Score > 0.1 && hit.Score < 0.4) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (hit.Record.Text != \"\" && 0.1 < hit.Score && hit.Score < 0.4) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (hit.Score < 0.1) continue; if (hit.Score > 0.4) continue; texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score > 0.7|} && hit.Record.Text.Length > 3) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if ({|RAG5006:hit.Score is null or < 0.7|}) continue; texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("var best = 0.0; if (hit.Score > best) { best = hit.Score.Value; texts.Add(hit.Record.Text); }", "CosineDistance")]
    [InlineData("var floor = Floor; if (hit.Score > floor) texts.Add(hit.Record.Text);", "CosineSimilarity")]
    [InlineData("if (hit.Score > 0.7) texts.Add(hit.Record.Text);", "CosineSimilarity")]
    [InlineData("if (hit.Score < 0.7) continue; texts.Add(hit.Record.Text);", "CosineSimilarity")]
    [InlineData("if (hit.Score < 0.3) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (hit.Score > 0.3) break; texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (1 - hit.Score > 0.7) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (hit.Score > 0) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("if (hit.Score > 0.7) texts.Clear();", "CosineDistance")]
    [InlineData("var score = 1 - hit.Score; if (score > 0.7) texts.Add(hit.Record.Text);", "CosineDistance")]
    [InlineData("var score = hit.Score; score = 1 - score; if (score > 0.7) texts.Add(hit.Record.Text);", "CosineDistance")]
    public Task Thresholds(string statements, string function) =>
        Check($"await foreach (var hit in {Search}) {{ {statements} }}", function);

    [Theory]
    [InlineData("{|RAG5006:hits.OrderByDescending|}(h => h.Score).First();", "CosineDistance")]
    [InlineData("{|RAG5006:hits.OrderBy|}(h => h.Score).Take(3).ToList();", "CosineSimilarity")]
    [InlineData("_ = {|RAG5006:hits.MaxBy|}(h => h.Score);", "EuclideanDistance")]
    [InlineData("hits.Where(h => {|RAG5006:h.Score > 0.7|}).ToList();", "CosineDistance")]
    [InlineData("hits.Where(h => h.Score > 0.1 && h.Score < 0.4).ToList();", "CosineDistance")]
    [InlineData("hits.RemoveAll(h => {|RAG5006:h.Score < 0.7|});", "CosineDistance")]
    [InlineData("foreach (var far in hits.Where(h => h.Score > 0.7)) Log(far.Record.Id); void Log(object id) { }", "CosineDistance")]
    [InlineData(
        "foreach (var far in hits.Where(h => h.Score > 0.7)) Console.WriteLine(far.Record.Id); texts.AddRange(hits.Where(h => h.Score <= 0.7).Select(h => h.Record.Text));",
        "CosineDistance"
    )]
    [InlineData("foreach (var near in hits.Where(h => {|RAG5006:h.Score > 0.7|})) Console.WriteLine(near.Record.Id);", "CosineDistance")]
    [InlineData("Log(hits.Count(h => h.Score > 0.7)); void Log(object count) { }", "CosineDistance")]
    [InlineData(
        "foreach (var far in hits.Where(h => {|RAG5006:h.Score > 0.7|})) { Log(far.Record.Id); texts.Add(far.Record.Text); } void Log(object id) { }",
        "CosineDistance"
    )]
    [InlineData("hits.OrderBy(h => h.Score).First();", "CosineDistance")]
    [InlineData("hits.OrderByDescending(h => h.Score).Take(3).ToList();", "CosineSimilarity")]
    [InlineData("hits.OrderBy(h => h.Score).Last();", "CosineSimilarity")]
    [InlineData("hits.OrderBy(h => h.Score).ToList();", "CosineSimilarity")]
    [InlineData("hits.OrderByDescending(h => 1 - h.Score).First();", "CosineDistance")]
    [InlineData("hits.Where(h => h.Score > 0.7).ToList();", "CosineSimilarity")]
    [InlineData("_ = hits.All(h => h.Score > 0.7);", "CosineDistance")]
    [InlineData("hits.OrderByDescending(h => h.Score).First();", null)]
    public Task Lists(string statement, string? function) =>
        Check($"var hits = new List<VectorSearchResult<Page>>(); await foreach (var hit in {Search}) hits.Add(hit); {statement}", function);

    /// <summary>The score was put into another object; what is computed from it, or comes from elsewhere as well, is none.</summary>
    [Theory]
    [InlineData("(await FoundAsync()).Where(f => {|RAG5006:f.Score > 0.7|}).ToList();")]
    [InlineData("foreach (var f in await FoundAsync()) { if ({|RAG5006:f.Score < 0.7|}) continue; texts.Add(f.Text); }")]
    [InlineData("{|RAG5006:(await FoundAsync()).OrderByDescending|}(f => f.Score).First();")]
    [InlineData("foreach (var (record, score) in await PairsAsync()) if ({|RAG5006:score > 0.7|}) texts.Add(record.Text);")]
    [InlineData("foreach (var pair in await PairsAsync()) if ({|RAG5006:pair.Score > 0.7|}) texts.Add(pair.Record.Text);")]
    [InlineData("(await TurnedAsync()).Where(f => f.Score > 0.7).ToList();")]
    [InlineData("(await FoundAsync()).OrderBy(f => f.Score).First();")]
    [InlineData("(await FoundAsync()).Where(f => f.Score < 0.3).ToList();")]
    [InlineData("(await FoundAsync()).Select(f => f with { Score = minimum }).Where(f => f.Score > 0.7).ToList();")]
    [InlineData("(await FoundAsync()).Append(new Found(text, texts.Count)).Where(f => f.Score > 0.7).ToList();")]
    [InlineData("foreach (var (record, score) in await PairsAsync()) if (score > 0.7) texts.Clear();")]
    [InlineData("foreach (var (record, distance) in await PairsAsync()) if (distance > 0.7) texts.Add(record.Text);")]
    public Task Carried(string statement) =>
        Check(
            statement,
            "CosineDistance",
            """
            private sealed record Found(string Text, double Score);

            private async Task<List<Found>> FoundAsync()
            {
                var found = new List<Found>();
                await foreach (var hit in pages.SearchAsync("text", 5)) found.Add(new Found(hit.Record.Text, hit.Score ?? 0));
                return found;
            }

            private async Task<List<Found>> TurnedAsync()
            {
                var found = new List<Found>();
                await foreach (var hit in pages.SearchAsync("text", 5)) found.Add(new Found(hit.Record.Text, 1 - (hit.Score ?? 0)));
                return found;
            }

            private async Task<List<(Page Record, double? Score)>> PairsAsync()
            {
                var found = new List<(Page, double?)>();
                await foreach (var hit in pages.SearchAsync("text", 5)) found.Add((hit.Record, hit.Score));
                return found;
            }
            """
        );

    [Theory]
    [InlineData("{|RAG5006:all.OrderBy|}(p => TensorPrimitives.CosineSimilarity(p.Vector.Span, page.Vector.Span)).Take(3).ToList();")]
    [InlineData("{|RAG5006:all.OrderByDescending|}(p => TensorPrimitives.Distance(p.Vector.Span, page.Vector.Span)).First();")]
    [InlineData("all.OrderByDescending(p => TensorPrimitives.CosineSimilarity(p.Vector.Span, page.Vector.Span)).Take(3).ToList();")]
    [InlineData("all.OrderBy(p => 1 - TensorPrimitives.CosineSimilarity(p.Vector.Span, page.Vector.Span)).Take(3).ToList();")]
    [InlineData("all.Where(p => {|RAG5006:TensorPrimitives.CosineSimilarity(p.Vector.Span, page.Vector.Span) < 0.5f|}).ToList();")]
    public Task In_memory(string statement) => Check($"var all = new List<Page>(); {statement}", null);

    [Theory]
    [InlineData("{|RAG5006:items.OrderByDescending|}(i => i.Vector!.CosineDistance(query)).Take(5)", true)]
    [InlineData("items.OrderBy(i => i.Vector!.L2Distance(query)).Take(5)", false)]
    [InlineData("items.Where(i => {|RAG5006:i.Vector!.CosineDistance(query) > 0.5|}).Take(5)", true)]
    [InlineData("items.Where(i => i.Vector!.CosineDistance(query) < 0.5).Take(5)", false)]
    public Task In_a_database(string query, bool isWrong)
    {
        Assert.Equal(isWrong, query.Contains("RAG5006", StringComparison.Ordinal));
        return Verify.AnalyzerAsync<ScoreAgainstDistance>(
            $$"""
            using Microsoft.Extensions.AI;
            using Pgvector;
            using Pgvector.EntityFrameworkCore;

            public class Item { public int Id { get; set; } public Vector? Vector { get; set; } }

            public class Items(IQueryable<Item> items)
            {
                public List<Item> Near(Vector query) => {{query}}.ToList();
            }
            """,
            ReferenceSets.VectorDatabases
        );
    }

    [Theory]
    [InlineData("text-embedding-3-small", "{|RAG5006:0.75|}")]
    [InlineData("text-embedding-3-small", "{|RAG5006:Floor|}")]
    [InlineData("text-embedding-3-small", "{|RAG5006:floor|}")]
    [InlineData("text-embedding-3-small", "{|RAG5006:options.Value.Floor|}")]
    [InlineData("text-embedding-3-small", "{|RAG5006:settings.Floor|}")]
    [InlineData("text-embedding-3-small", """{|RAG5006:configuration.GetValue("Floor", 0.8)|}""")]
    [InlineData("text-embedding-3-small", """configuration.GetValue("Floor", 0.3)""")]
    [InlineData("text-embedding-3-small", """configuration.GetValue<double>("Floor")""")]
    [InlineData("text-embedding-3-small", "given")]
    [InlineData("text-embedding-3-small", "settings.None")]
    [InlineData("text-embedding-3-small", "settings.Changed")]
    [InlineData("text-embedding-ada-002", "settings.Floor")]
    [InlineData("text-embedding-3-small", "0.4")]
    [InlineData("text-embedding-ada-002", "0.75")]
    [InlineData("our-embeddings", "0.75")]
    public Task Relevance(string model, string floor) =>
        Verify.AnalyzerAsync<ScoreAgainstDistance>(
            Indexing
                .Program(
                    "var client = new EmbeddingClient(\"" + model + "\", \"key\");",
                    $$"""
                    public async Task FindAsync(Microsoft.SemanticKernel.Memory.ISemanticTextMemory memory, string question, double given, SearchSettings settings)
                    {
                        var floor = Floor;
                        settings.Changed = given;
                        await foreach (var hit in memory.SearchAsync("docs", question, minRelevanceScore: {{floor}})) { }
                    }
                    {{Settings}}
                    """
                )
                .Replace("using OpenAI;", "using OpenAI;\nusing Microsoft.Extensions.Configuration;", StringComparison.Ordinal),
            ReferenceSets.Latest.AddRange(
                ReferenceSets.Schedulers.Where(static r => r.Display!.Contains("Configuration.Binder", StringComparison.Ordinal))
            )
        );

    [Theory]
    [InlineData("text-embedding-3-small", true)]
    [InlineData("text-embedding-ada-002", false)]
    public Task Relevance_of_a_built_memory(string model, bool isReported) =>
        Verify.AnalyzerAsync<ScoreAgainstDistance>(
            Indexing
                .Program(
                    "var memory = new MemoryBuilder().WithMemoryStore(store).WithOpenAITextEmbeddingGeneration(\""
                        + model
                        + "\", \"key\").Build();"
                        + (
                            isReported
                                ? "await foreach (var hit in memory.SearchAsync(\"docs\", \"question\", minRelevanceScore: {|RAG5006:0.8|})) { }"
                                : "await foreach (var hit in memory.SearchAsync(\"docs\", \"question\", minRelevanceScore: 0.8)) { }"
                        ),
                    "private readonly Microsoft.SemanticKernel.Memory.IMemoryStore store = null!;"
                )
                .Replace(
                    "using OpenAI;",
                    "using OpenAI;\nusing Microsoft.SemanticKernel.Memory;\nusing Microsoft.SemanticKernel.Connectors.OpenAI;",
                    StringComparison.Ordinal
                ),
            ReferenceSets.Latest
        );

    private const string Settings = """
        private const double Floor = 0.75;
        private readonly Microsoft.Extensions.Options.IOptions<SearchSettings> options = null!;
        private readonly SearchSettings settings = null!;
        private readonly Microsoft.Extensions.Configuration.IConfiguration configuration = null!;
        public class SearchSettings { public double Floor { get; set; } = 0.75; public double None { get; set; } public double Changed { get; set; } = 0.8; }
        """;

    [Theory]
    [InlineData("0.8", "CosineSimilarity", true)]
    [InlineData("Floor", "CosineSimilarity", true)]
    [InlineData("0.3", "CosineSimilarity", false)]
    [InlineData("0.8", "CosineDistance", false)]
    [InlineData("0.8", "DotProductSimilarity", false)]
    public Task Floor_of_the_search(string floor, string function, bool isFound) =>
        Check(
            $"""
            var client = new EmbeddingClient("text-embedding-3-large", "key");
            await foreach (var hit in pages.SearchAsync(text, 5, new VectorSearchOptions<Page> {"{"} ScoreThreshold = {(
                isFound ? $"{{|RAG5006:{floor}|}}" : floor
            )} {"}"})) texts.Add(hit.Record.Text);
            """,
            function
        );

    [Theory]
    [InlineData("if ({|RAG5006:hit.Score >= 0.7|}) texts.Add(hit.Record.Text);", "SqliteVectorStore")]
    [InlineData("if ({|RAG5006:hit.Score < Floor|}) continue; texts.Add(hit.Record.Text);", "AddPostgresVectorStore")]
    [InlineData("if ({|RAG5006:hit.Score > 0.7|}) texts.Add(hit.Record.Text);", "SqlServerCollection")]
    [InlineData("if (hit.Score < 0.3) texts.Add(hit.Record.Text);", "SqliteVectorStore")]
    // Others compare by similarity, and of what is not named nothing is known.
    [InlineData("if (hit.Score > 0.7) texts.Add(hit.Record.Text);", "InMemoryVectorStore")]
    [InlineData("if (hit.Score > 0.7) texts.Add(hit.Record.Text);", "OwnStore")]
    [InlineData("if (hit.Score > 0.7) texts.Add(hit.Record.Text);", "AddSqliteVectorStore, AddInMemoryVectorStore")]
    public Task By_the_default_of_the_store(string statements, string stores) =>
        Check(
            $"await foreach (var hit in {Search}) {{ {statements} }}",
            null,
            string.Concat(stores.Split(", ").Select(store => $"\nprivate static void {store}() {{ }}"))
        );

    [Fact]
    public Task A_search_by_keywords_too() =>
        Check(
            """await foreach (var hit in ((IKeywordHybridSearchable<Page>)pages).HybridSearchAsync(text, ["leave"], 5)) { if (hit.Score > 0.02) texts.Add(hit.Record.Text); }""",
            "CosineDistance"
        );

    private static Task Check(string statements, string? function, string members = "") =>
        Verify.AnalyzerAsync<ScoreAgainstDistance>(
            Indexing
                .Program(
                    statements,
                    "private readonly double minimum = 0.7;" + Settings + members,
                    Indexing.Page384.Replace(
                        "(384)",
                        function is null ? "(384)" : $"(384, DistanceFunction = DistanceFunction.{function})",
                        StringComparison.Ordinal
                    )
                )
                .Replace("using OpenAI;", "using OpenAI;\nusing System.Numerics.Tensors;", StringComparison.Ordinal)
        );
}
