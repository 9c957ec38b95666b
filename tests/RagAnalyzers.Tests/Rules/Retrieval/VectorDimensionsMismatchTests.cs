using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5002: the record's dimensions beside those of the model.</summary>
public sealed class VectorDimensionsMismatchTests
{
    private const string Large = """openAI.GetEmbeddingClient("text-embedding-3-large").AsIEmbeddingGenerator()""";

    [Theory]
    [InlineData(Large)]
    [InlineData("""openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator()""")]
    [InlineData("""openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator(512)""")]
    [InlineData("""openAI.GetEmbeddingClient("our-embeddings").AsIEmbeddingGenerator(512)""")]
    [InlineData("""new EmbeddingClient("text-embedding-ada-002", "key").AsIEmbeddingGenerator().AsBuilder().UseLogging().Build()""")]
    [InlineData(
        """openAI.GetEmbeddingClient(Environment.GetEnvironmentVariable("M") ?? "text-embedding-3-small").AsIEmbeddingGenerator()"""
    )]
    [InlineData("FromSettings(null!)")]
    [InlineData("FromHost(null!)")]
    [InlineData("FromBuilder(null!)")]
    [InlineData("FromOptions(null!, null!)")]
    [InlineData("FromMonitor(null!)")]
    [InlineData(
        """Kernel.CreateBuilder().AddOpenAIEmbeddingGenerator("text-embedding-3-small", "key").Build().GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()"""
    )]
    [InlineData("Model()")]
    [InlineData("Kept")]
    public Task Wrong_embedder(string embedder)
    {
        Language.IsCSharp13(when: embedder == "Kept");
        return Check(
            $$"""
            var embedder = {{embedder}};
            page.Vector = await embedder.GenerateVectorAsync(page.Text);
            await {|RAG5002:pages.UpsertAsync|}(page);
            await pages.UpsertAsync(new Page { Text = text, Vector = await unknown.GenerateVectorAsync(text) });
            """,
            (embedder == "Kept" ? "private IEmbeddingGenerator<string, Embedding<float>> Kept => field ??= Model();\n" : "")
                + """
                private const string Name = "text-embedding-3-small";
                private IEmbeddingGenerator<string, Embedding<float>> Model() => openAI.GetEmbeddingClient(Name).AsIEmbeddingGenerator();
                private IEmbeddingGenerator<string, Embedding<float>> FromSettings(Microsoft.Extensions.Configuration.IConfiguration settings) =>
                    openAI.GetEmbeddingClient(settings["M"] ?? Name).AsIEmbeddingGenerator();
                private IEmbeddingGenerator<string, Embedding<float>> FromHost(Host host)
                {
                    // Whoever else is given the host may fill its configuration; what it says is not in the code anyway.
                    MoreServices(host);
                    MoreServices(host.Settings);
                    return openAI.GetEmbeddingClient(host.Settings.GetSection("AI")["M"] ?? Name).AsIEmbeddingGenerator();
                }
                private static void MoreServices(object host) => System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(default);
                public class Host { public Microsoft.Extensions.Configuration.IConfiguration Settings { get; set; } = null!; }
                private IEmbeddingGenerator<string, Embedding<float>> FromBuilder(string[] args)
                {
                    var builder = Activator.CreateInstance<Builder>();
                    Array.ForEach([builder], new Action<object>(Console.WriteLine));
                    GC.KeepAlive(builder.Configuration);
                    builder.Configuration["Other"] = args[0];
                    return openAI.GetEmbeddingClient(builder.Configuration["M"] ?? Name).AsIEmbeddingGenerator();
                }
                private sealed class Builder { public Microsoft.Extensions.Configuration.IConfiguration Configuration { get; set; } = null!; }
                private IEmbeddingGenerator<string, Embedding<float>> FromOptions(IServiceProvider services, OpenAIClient client) =>
                    client.GetEmbeddingClient(services.GetRequiredService<Microsoft.Extensions.Options.IOptions<Models>>().Value.Embedding).AsIEmbeddingGenerator();
                private IEmbeddingGenerator<string, Embedding<float>> FromMonitor(Microsoft.Extensions.Options.IOptionsMonitor<Models> models) =>
                    openAI.GetEmbeddingClient(models.CurrentValue.Embedding).AsIEmbeddingGenerator();
                public class Models { public string Embedding { get; set; } = "text-embedding-3-small"; }
                """
        );
    }

    [Theory]
    [InlineData("""openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator(384)""")]
    [InlineData("""openAI.GetEmbeddingClient("our-embeddings").AsIEmbeddingGenerator()""")]
    [InlineData("""openAI.GetEmbeddingClient(text).AsIEmbeddingGenerator()""")]
    [InlineData("""openAI.GetEmbeddingClient(text == "" ? "text-embedding-3-small" : "text-embedding-3-large").AsIEmbeddingGenerator()""")]
    [InlineData("unknown")]
    [InlineData("""openAI.GetEmbeddingClient(Settings["M"]!).AsIEmbeddingGenerator()""")]
    [InlineData("""openAI.GetEmbeddingClient(Settings["M"] ?? (text == "" ? "text-embedding-3-small" : "mine")).AsIEmbeddingGenerator()""")]
    [InlineData("""openAI.GetEmbeddingClient(models.Value.Unset).AsIEmbeddingGenerator()""")]
    [InlineData("""openAI.GetEmbeddingClient(models.Value.Either).AsIEmbeddingGenerator()""")]
    public Task Right_or_unknown_embedder(string embedder) =>
        Check(
            $$"""
            var embedder = {{embedder}};
            page.Vector = await embedder.GenerateVectorAsync(page.Text);
            await pages.UpsertAsync(page);
            """,
            """
            private readonly Microsoft.Extensions.Options.IOptions<Models> models = null!;
            private static Microsoft.Extensions.Configuration.IConfiguration Settings => null!;
            public class Models { public string Unset { get; set; } public string Either { get; set; } = "text-embedding-3-small"; }
            private void Configure(Models options) => options.Either = "all-minilm";
            """
        );

    [Theory]
    [InlineData("""await {|RAG5002:pages.UpsertAsync|}(new Page { Vector = await large.GenerateVectorAsync(text) });""")]
    [InlineData("""await {|RAG5002:pages.UpsertAsync|}(new Page { Vector = (await large.GenerateAsync([text]))[0].Vector });""")]
    [InlineData("""var e = await large.GenerateAsync(text); await {|RAG5002:pages.UpsertAsync|}(new Page { Vector = e.Vector });""")]
    [InlineData(
        """foreach (var t in texts) { var p = new Page { Text = t }; p.Vector = await large.GenerateVectorAsync(t); await {|RAG5002:pages.UpsertAsync|}(p); }"""
    )]
    [InlineData("""await foreach (var hit in {|RAG5002:pages.SearchAsync|}(await large.GenerateVectorAsync(text), 3)) { }""")]
    [InlineData(
        """var list = new List<Page>(); list.Add(new Page { Vector = await large.GenerateVectorAsync(text) }); await {|RAG5002:pages.UpsertAsync|}(list);"""
    )]
    [InlineData(
        """var client = openAI.GetEmbeddingClient("text-embedding-3-small"); OpenAIEmbedding e = await client.GenerateEmbeddingAsync(text); await {|RAG5002:pages.UpsertAsync|}(new Page { Vector = e.ToFloats() });"""
    )]
    [InlineData("""await pages.UpsertAsync(new Page { Vector = (await large.GenerateVectorAsync(text)).Slice(0, 384) });""")]
    [InlineData(
        """var vectors = await large.GenerateAsync([text, text.Trim()]); await pages.UpsertAsync(new Page { Vector = vectors.SelectMany(v => v.Vector.ToArray()).ToArray() });"""
    )]
    [InlineData(
        """var vector = (await large.GenerateVectorAsync(text)).ToArray(); await pages.UpsertAsync(new Page { Vector = vector.Concat(vector).ToArray() });"""
    )]
    [InlineData("""await pages.UpsertAsync(new Page { Vector = (await large.GenerateVectorAsync(text))[..384] });""")]
    [InlineData(
        """await pages.UpsertAsync(new Page { Vector = await large.GenerateVectorAsync(text, new EmbeddingGenerationOptions { Dimensions = 384 }) });"""
    )]
    [InlineData(
        """await pages.UpsertAsync(new Page { Vector = await large.GenerateVectorAsync(text, new EmbeddingGenerationOptions { Dimensions = texts.Count }) });"""
    )]
    [InlineData("""await foreach (var hit in pages.SearchAsync("text", 3)) { }""")]
    public Task Ways_of_the_vector(string statements) => Check($"var large = {Large};\n{statements}");

    /// <summary>What the records that are given held before is replaced.</summary>
    [Theory]
    [InlineData("foreach (var p in all) p.Vector = await large.GenerateVectorAsync(p.Text);", true)]
    [InlineData("for (var i = 0; i < all.Count; i++) all[i].Vector = await large.GenerateVectorAsync(all[i].Text);", true)]
    [InlineData(
        "var made = await large.GenerateAsync(all.Select(p => p.Text)); for (var i = 0; i < all.Count; i++) all[i].Vector = made[i].Vector;",
        true
    )]
    [InlineData("if (page.Vector.IsEmpty) page.Vector = await large.GenerateVectorAsync(page.Text); all = [page];", true)]
    [InlineData("foreach (var p in all) p.Vector = (await large.GenerateVectorAsync(p.Text))[..384];", false)]
    [InlineData("foreach (var p in all) p.Vector = await (all.Count > 9 ? large : unknown).GenerateVectorAsync(p.Text);", false)]
    [InlineData("foreach (var p in all) Console.WriteLine((await large.GenerateVectorAsync(p.Text)).Length);", false)]
    public Task Given_records(string statements, bool isWrong) =>
        Check(
            "await FillAsync([page], page);",
            $$"""
            public async Task FillAsync(List<Page> all, Page page)
            {
                var large = {{Large}};
                {{statements}}
                await {{(isWrong ? "{|RAG5002:pages.UpsertAsync|}" : "pages.UpsertAsync")}}(all);
            }
            """
        );

    [Fact]
    public Task Definition_goes_before_the_attribute() =>
        Check(
            $$"""
            var definition = new VectorStoreCollectionDefinition
            {
                Properties =
                [
                    new VectorStoreKeyProperty("Id", typeof(string)),
                    new VectorStoreVectorProperty("Vector", typeof(ReadOnlyMemory<float>), 3072),
                ],
            };
            var right = store.GetCollection<string, Page>("right", definition);
            await right.UpsertAsync(new Page { Vector = await {{Large}}.GenerateVectorAsync(text) });
            var wrong = store.GetCollection<string, Page>("wrong");
            await {|RAG5002:wrong.UpsertAsync|}(new Page { Vector = await {{Large}}.GenerateVectorAsync(text) });
            await pages.UpsertAsync(new Page { Vector = await {{Large}}.GenerateVectorAsync(text) });
            """
        );

    [Fact]
    public Task Store_embeds_by_itself() =>
        Check(
            $$"""
            var definition = new VectorStoreCollectionDefinition
            {
                Properties = [new VectorStoreKeyProperty("Id", typeof(string)), new VectorStoreVectorProperty("Text", typeof(string), 1024)],
                EmbeddingGenerator = {{Large}},
            };
            var notes = store.GetCollection<string, Page>("notes", definition);
            await {|RAG5002:notes.UpsertAsync|}(page);
            await foreach (var hit in notes.SearchAsync("question", 3)) { }
            """
        );

    /// <summary>One declaration and vectors of one size are one mistake: the first write says it, and points at the others.</summary>
    [Fact]
    public Task One_declaration_is_one_finding() =>
        Verify.AnalyzerAsync<VectorDimensionsMismatch>(
            Indexing.Program(
                $$"""
                var large = {{Large.Replace("\"text-embedding-3-large\"", "{|#3:\"text-embedding-3-large\"|}", StringComparison.Ordinal)}};
                await foreach (var hit in {|#5:pages.SearchAsync|}(await large.GenerateVectorAsync(text), 3)) { }
                await {|#0:pages.UpsertAsync|}(new Page { Vector = await {|#2:large.GenerateVectorAsync|}(text) });
                await Task.WhenAll(texts.Select(t => AddAsync(t)));
                """,
                $$"""
                private async Task AddAsync(string text) =>
                    await {|#4:pages.UpsertAsync|}(new Page { Vector = await {{Large}}.GenerateVectorAsync(text) });
                """,
                Indexing.Page384.Replace("384", "{|#1:384|}", StringComparison.Ordinal)
            ),
            expected: Verify
                .Finding<VectorDimensionsMismatch>("RAG5002")
                .WithLocation(0)
                .WithLocation(1)
                .WithLocation(2)
                .WithLocation(3)
                .WithLocation(4)
                .WithLocation(5)
                .WithArguments("Page.Vector", 384, "text-embedding-3-large", 3072, "the store refuses such vectors")
        );

    [Theory]
    [InlineData("", "the store refuses such vectors")]
    [InlineData("public class InMemoryVectorStore { }", "a store in memory does not look, any other refuses them")]
    public async Task What_comes_of_it(string types, string consequence)
    {
        var findings = await MarkedFindings.FindAsync(
            [new VectorDimensionsMismatch()],
            Indexing.Program(
                $"await pages.UpsertAsync(new Page {{ Vector = await {Large}.GenerateVectorAsync(text) }});",
                types: Indexing.Page384 + types
            )
        );
        Assert.Contains(consequence, Assert.Single(findings).GetMessage(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new(openAI.GetEmbeddingClient(\"text-embedding-3-small\").AsIEmbeddingGenerator())", true)]
    [InlineData("new(openAI.GetEmbeddingClient(\"text-embedding-3-small\").AsIEmbeddingGenerator(384))", false)]
    public Task Embedder_given_to_a_constructor(string made, bool isWrong) =>
        Check(
            $"var embedding = {made}; await embedding.SaveAsync(pages, page);".Replace("var embedding", "Saver embedding"),
            types: $$"""
            {{Indexing.Page384}}
            internal class Saver(IEmbeddingGenerator<string, Embedding<float>> embedder)
            {
                public async Task SaveAsync(VectorStoreCollection<string, Page> pages, Page page)
                {
                    page.Vector = await embedder.GenerateVectorAsync(page.Text);
                    await {{(isWrong ? "{|RAG5002:pages.UpsertAsync|}" : "pages.UpsertAsync")}}(page);
                }
            }
            """
        );

    [Theory]
    [InlineData("""services.AddEmbeddingGenerator(openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator())""")]
    [InlineData("""services.AddOpenAIEmbeddingGenerator("text-embedding-3-small", "key")""")]
    [InlineData(
        """services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(_ => openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator())"""
    )]
    public Task Embedder_from_a_container(string registration) =>
        Check(
            $"var services = new ServiceCollection(); {registration};",
            types: $$"""
            {{Indexing.Page384}}
            public class Saver(IEmbeddingGenerator<string, Embedding<float>> embedder, VectorStoreCollection<string, Page> pages)
            {
                public async Task SaveAsync(Page page)
                {
                    page.Vector = await embedder.GenerateVectorAsync(page.Text);
                    await {|RAG5002:pages.UpsertAsync|}(page);
                }
            }
            """
        );

    [Theory]
    [InlineData("all-minilm", false)]
    [InlineData("nomic-embed-text", true)]
    [InlineData("mxbai-embed-large:latest", true)]
    [InlineData("some-model", false)]
    public Task Ollama(string model, bool isWrong) =>
        Verify.AnalyzerAsync<VectorDimensionsMismatch>(
            Indexing.Program(
                $$"""
                IEmbeddingGenerator<string, Embedding<float>> ollama = new OllamaSharp.OllamaApiClient("http://localhost:11434", "{{model}}");
                await {{(
                    isWrong ? "{|RAG5002:pages.UpsertAsync|}" : "pages.UpsertAsync"
                )}}(new Page { Vector = await ollama.GenerateVectorAsync(text) });
                """
            ),
            ReferenceSets.Latest.Add(ReferenceSets.OtherClients.First(static r => Path.GetFileName(r.Display) == "OllamaSharp.dll"))
        );

    [Fact]
    public Task Own_types_of_the_same_names() =>
        Check(
            """await new Own.Collection<Page>().UpsertAsync(new Page { Vector = await openAI.GetEmbeddingClient("text-embedding-3-large").AsIEmbeddingGenerator().GenerateVectorAsync(text) });""",
            types: Indexing.Page384
                + "\nnamespace Own { public class Collection<T> { public Task UpsertAsync(T record) => Task.CompletedTask; } }"
        );

    [Theory]
    [InlineData("rag_analyzers.embedding_models = our-embeddings:384", false)]
    [InlineData("rag_analyzers.embedding_models = other:1, our-embeddings:1024", true)]
    public Task Models_of_the_project(string option, bool isWrong) =>
        Verify.AnalyzerAsync<VectorDimensionsMismatch>(
            Indexing.Program(
                $$"""
                var embedder = openAI.GetEmbeddingClient("our-embeddings").AsIEmbeddingGenerator();
                await {{(
                    isWrong ? "{|RAG5002:pages.UpsertAsync|}" : "pages.UpsertAsync"
                )}}(new Page { Vector = await embedder.GenerateVectorAsync(text) });
                """
            ),
            setup: new TestSetup { EditorConfig = "root = true\n[*.cs]\n" + option }
        );

    /// <summary>A host whose types are not referenced keeps its services: the names of the calls say which.</summary>
    [Theory]
    [InlineData(
        """host.Services.AddEmbeddingGenerator(openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator())""",
        true
    )]
    [InlineData("""host.Services.AddSingleton(openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator())""", true)]
    [InlineData("""host.Services.AddEmbeddingGenerator(openAI.GetEmbeddingClient(text).AsIEmbeddingGenerator())""", false)]
    [InlineData("""host.Services.Add(openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator())""", false)]
    public Task Unbound_host(string registration, bool isFound) =>
        Verify.AnalyzerAsync<VectorDimensionsMismatch>(
            Indexing.Program(
                $"var host = {{|CS0103:Missing|}}.Create(); {registration};",
                types: Indexing.Page384
                    + $$"""
                    public class Desk(VectorStoreCollection<string, Page> desk, IEmbeddingGenerator<string, Embedding<float>> embedder)
                    {
                        public async Task AddAsync(string text) => await {{(
                        isFound ? "{|RAG5002:desk.UpsertAsync|}" : "desk.UpsertAsync"
                    )}}(new Page { Text = text, Vector = await embedder.GenerateVectorAsync(text) });
                    }
                    """
            )
        );

    /// <summary>An editor hands over the code of the project that declares the record: what is said of it is a file and a line.</summary>
    [Fact]
    public async Task Record_of_another_project()
    {
        var project = AnalyzerRun
            .Compile([$"using System; using Microsoft.Extensions.VectorData;\n{Indexing.Page384}"], ReferenceSets.Latest)
            .WithAssemblyName("Records");
        var findings = await AnalyzerRun.DiagnosticsAsync(
            [new VectorDimensionsMismatch()],
            [
                Indexing.Program(
                    $"await pages.UpsertAsync(new Page {{ Vector = await {Large}.GenerateVectorAsync(text) }});",
                    types: "public class Unrelated { }"
                ),
            ],
            ReferenceSets.Latest.Add(project.ToMetadataReference())
        );
        var finding = Assert.Single(findings);
        Assert.Contains("'Page.Vector' is declared with 384 dimensions", finding.GetMessage(), StringComparison.Ordinal);
        Assert.Contains(finding.AdditionalLocations, static l => l.Kind == LocationKind.ExternalFile);
    }

    private static Task Check(string statements, string members = "", string? types = null) =>
        Verify.AnalyzerAsync<VectorDimensionsMismatch>(Indexing.Program(statements, members, types));
}
