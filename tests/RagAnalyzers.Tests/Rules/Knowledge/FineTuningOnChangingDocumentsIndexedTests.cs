namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1001: training data whose source feeds a vector index, in the same body or another.</summary>
public sealed class FineTuningOnChangingDocumentsIndexedTests
{
    private const string Members = """
        public Microsoft.Extensions.VectorData.VectorStoreCollection<string, Passage> passages = null!;
        public Microsoft.SemanticKernel.Memory.ISemanticTextMemory memory = null!;
        public Azure.Search.Documents.SearchClient search = null!;
        public OpenAI.VectorStores.VectorStoreClient stores = null!;
        public List<Page> pages = [];
        public List<Page> others = [];
        public record Page(string Id, string Body);
        public record Passage(string Id, string Text);
        """;

    private static string Upserted(string method = "UpsertAsync") => $"a source that is indexed too, by '{method}'";

    [Fact]
    public Task Same_variable() =>
        Training.Reported(
            """
            var text = File.ReadAllText(folder);
            await passages.UpsertAsync(new Passage("1", text));
            var training = JsonSerializer.Serialize(new { role = "assistant", content = text });
            """,
            Upserted(),
            Members
        );

    [Theory]
    [InlineData("foreach (var page in pages) await passages.UpsertAsync(new Passage(page.Id, page.Body));")]
    [InlineData("await passages.UpsertAsync(Load().Select(page => new Passage(page.Id, page.Body)));")]
    public Task In_another_method(string indexing) =>
        Training.Reported(
            indexing.Contains("Load", StringComparison.Ordinal)
                ? """var training = string.Join("\n", Load().Select(page => page.Body));"""
                : """var training = string.Join("\n", pages.Select(page => page.Body));""",
            Upserted(),
            Members
                + $"public async Task IndexAsync() {{ {indexing} }}"
                + "private static IEnumerable<Page> Load() => Directory.EnumerateFiles(Path.GetTempPath()).Select(path => new Page(path, File.ReadAllText(path)));"
        );

    // What the method reads is for its callers to say, and the two callers say different things.
    [Fact]
    public Task In_another_method_another_file_read_the_same_way() =>
        Training.Silent(
            """var training = Load("train.jsonl");""",
            Members
                + """
                public async Task IndexAsync() => await passages.UpsertAsync(new Passage("1", Load("manual.bin")));
                private static string Load(string path) => File.ReadAllText(path);
                """
        );

    [Fact]
    public Task In_another_method_another_collection() =>
        Training.Silent(
            """var training = string.Join("\n", pages.Select(page => page.Body));""",
            Members
                + "public async Task IndexAsync() { foreach (var page in others) await passages.UpsertAsync(new Passage(page.Id, page.Body)); }"
        );

    [Fact]
    public Task Same_loop() =>
        Training.Reported(
            """
            var builder = new StringBuilder();
            foreach (var page in pages)
            {
                await passages.UpsertAsync(new Passage(page.Id, page.Body));
                builder.AppendLine(page.Body);
            }

            var training = builder.ToString();
            """,
            Upserted(),
            Members
        );

    [Fact]
    public Task Same_collection_in_two_loops() =>
        Training.Reported(
            """
            await passages.UpsertAsync(pages.Select(page => new Passage(page.Id, page.Body)));
            var training = string.Join("\n", pages.Select(page => page.Body));
            """,
            Upserted(),
            Members
        );

    [Fact]
    public Task Same_enumeration() =>
        Training.Reported(
            """
            var builder = new StringBuilder();
            foreach (var path in Directory.EnumerateFiles(folder, "*.json"))
            {
                await passages.UpsertAsync(new Passage(path, await File.ReadAllTextAsync(path)));
                builder.AppendLine(await File.ReadAllTextAsync(path));
            }

            var training = builder.ToString();
            """,
            Upserted(),
            Members
        );

    [Fact]
    public Task Same_folder_and_pattern() =>
        Training.Reported(
            """
            foreach (var path in Directory.GetFiles("data", "*.json"))
            {
                await passages.UpsertAsync(new Passage(path, File.ReadAllText(path)));
            }

            var training = string.Join("\n", Directory.EnumerateFiles("data", "*.json").Select(File.ReadAllText));
            """,
            Upserted(),
            Members
        );

    [Fact]
    public Task Same_path() =>
        Training.Reported(
            """
            await memory.SaveInformationAsync("c", File.ReadAllText("pages.json"), "1");
            var training = File.ReadAllText("pages.json");
            """,
            Upserted("SaveInformationAsync"),
            Members
        );

    [Fact]
    public Task Index_of_another_sdk() =>
        Training.Reported(
            """
            await search.UploadDocumentsAsync(pages);
            var training = JsonSerializer.Serialize(pages);
            """,
            Upserted("UploadDocumentsAsync"),
            Members
        );

    [Fact]
    public Task Same_file_in_a_store_of_the_same_client() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                OpenAIFile forSearch = await files.UploadFileAsync("pages.json", FileUploadPurpose.Assistants);
                await stores.AddFileToVectorStoreAsync("vs_1", forSearch.Id);
                OpenAIFile forTraining = await {|#1:files.UploadFileAsync("pages.json", FileUploadPurpose.FineTune)|};
                await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", forTraining.Id, false);
                """,
                Members
            ),
            Upserted("AddFileToVectorStoreAsync")
        );

    [Fact]
    public Task Same_file_in_a_store_that_is_made_for_it() =>
        Training.ReportedIn(
            Training.InMethod(
                """
                var options = new OpenAI.VectorStores.VectorStoreCreationOptions { Name = "pages" };
                foreach (var path in Directory.GetFiles(folder, "*.json"))
                {
                    OpenAIFile forSearch = await files.UploadFileAsync(path, FileUploadPurpose.Assistants);
                    options.FileIds.Add(forSearch.Id);
                    await {|#1:{|#0:files.UploadFileAsync|}(path, FileUploadPurpose.FineTune)|};
                }

                await stores.CreateVectorStoreAsync(options);
                """,
                Members
            ),
            Upserted("CreateVectorStoreAsync")
        );

    [Fact]
    public Task Retrieved_passages() =>
        Training.Reported(
            """
            var builder = new StringBuilder();
            await foreach (var hit in passages.SearchAsync("everything", top: 1000))
            {
                builder.AppendLine(hit.Record.Text);
            }

            var training = builder.ToString();
            """,
            Upserted("SearchAsync"),
            Members
        );

    [Fact]
    public Task Labelled_examples_of_indexed_tickets() =>
        Training.Silent(
            """
            var builder = new StringBuilder();
            foreach (var ticket in tickets)
            {
                await passages.UpsertAsync(new Passage(ticket.Label, ticket.Text));
                builder.AppendLine(JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = ticket.Text }, new { role = "assistant", content = ticket.Label } } }));
            }

            var training = builder.ToString();
            """,
            Members + "public List<Ticket> tickets = []; public record Ticket(string Text, string Label);"
        );

    [Theory]
    [InlineData(
        """
            await passages.UpsertAsync(pages.Select(page => new Passage(page.Id, page.Body)));
            var training = string.Join("\n", others.Select(other => other.Body));
            """
    )]
    [InlineData(
        """
            await passages.UpsertAsync(new Passage("1", File.ReadAllText(Path.Combine(folder, "pages.json"))));
            var training = File.ReadAllText(Path.Combine(folder, "tickets.json"));
            """
    )]
    [InlineData(
        """
            foreach (var path in Directory.EnumerateFiles("pages", "*.json"))
            {
                await passages.UpsertAsync(new Passage(path, File.ReadAllText(path)));
            }

            var training = string.Join("\n", Directory.EnumerateFiles("tickets", "*.json").Select(File.ReadAllText));
            """
    )]
    [InlineData(
        """
            foreach (var path in Directory.EnumerateFiles(folder, "*.page"))
            {
                await passages.UpsertAsync(new Passage(path, File.ReadAllText(path)));
            }

            var training = string.Join("\n", Directory.EnumerateFiles(folder, "*.ticket").Select(File.ReadAllText));
            """
    )]
    [InlineData(
        """
            var company = Environment.GetEnvironmentVariable("COMPANY")!;
            await passages.UpsertAsync(new Passage("1", company + pages.Count));
            var training = JsonSerializer.Serialize(new { messages = new[] { new { role = "system", content = company }, new { role = "assistant", content = folder } } });
            """
    )]
    [InlineData(
        """
            var brand = "Contoso";
            string[] roles = ["user", "assistant"];
            await passages.UpsertAsync(new Passage(roles[0], brand + string.Join(",", roles)));
            var training = JsonSerializer.Serialize(new { brand, role = string.Join(",", roles), content = folder.Length });
            """
    )]
    [InlineData(
        """
            var root = Path.Combine(folder, "data");
            await passages.UpsertAsync(new Passage("1", File.ReadAllText(Path.Combine(root, "pages.json"))));
            var training = File.ReadAllText(Path.Combine(root, "tickets.json"));
            """
    )]
    [InlineData(
        """
            await passages.UpsertAsync(new Passage(Guid.NewGuid().ToString(), folder.Length.ToString()));
            var training = Guid.NewGuid().ToString();
            """
    )]
    [InlineData(
        """
            await passages.DeleteAsync(pages.Select(page => page.Id));
            var training = string.Join("\n", pages.Select(page => page.Body));
            """
    )]
    public Task Something_else_is_indexed(string statements) => Training.Silent(statements, Members);

    [Fact]
    public Task Two_arguments_of_the_program() =>
        Training.SilentIn(
            """
            using Microsoft.SemanticKernel.Memory;
            using OpenAI.Files;

            ISemanticTextMemory memory = null!;
            var files = new OpenAIFileClient("key");
            await memory.SaveInformationAsync("c", File.ReadAllText(args[0]), "1");
            var file = files.UploadFile(args[1], FileUploadPurpose.FineTune);
            """
        );
}
