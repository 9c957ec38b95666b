using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>RAG6002: the text of each hit is in the prompt, and nothing that says where it comes from.</summary>
public sealed class SourceDroppedTests
{
    private const string Search =
        """var found = ""; await foreach (var hit in pages.SearchAsync(question, 3)) found += hit.Record.Text; """;

    private const string Auto = "new() { FunctionChoiceBehavior = FunctionChoiceBehavior.Auto() }";

    [Theory]
    [InlineData(Search + """return await {|RAG6002:chat.GetResponseAsync|}($"Answer only from {found}: {question}");""")]
    [InlineData(
        """var hits = await pages.SearchAsync(question, 3).Select(h => h.Record.Text).ToListAsync(); return await {|RAG6002:chat.GetResponseAsync|}($"Answer only from {string.Join("; ", hits)}: {question}");"""
    )]
    [InlineData(
        """var found = ""; await foreach (var hit in (await search.GetTextSearchResultsAsync(question)).Results) found += hit.Value; return await {|RAG6002:chat.GetResponseAsync|}($"Answer only from {found}: {question}");"""
    )]
    [InlineData(
        $$"""kernel.Plugins.Add(search.CreateWithSearch("Docs")); PromptExecutionSettings settings = {{Auto}}; return await {|RAG6002:completion.GetChatMessageContentAsync|}(question, settings, kernel);"""
    )]
    [InlineData(
        $$"""kernel.Plugins.Add(search.CreateWithSearch("Docs")); PromptExecutionSettings settings = {{Auto}}; return await {|RAG6002:kernel.InvokePromptAsync|}("Answer the question.", new(settings));"""
    )]
    public Task Dropped(string statements) => VerifyAsync(statements);

    [Theory]
    // In the prompt.
    [InlineData(
        """var found = ""; await foreach (var hit in pages.SearchAsync(question, 3)) found += $"{hit.Record.Title}: {hit.Record.Text}"; return await chat.GetResponseAsync($"Answer only from {found}: {question}");"""
    )]
    [InlineData(
        """var found = ""; await foreach (var hit in pages.SearchAsync(question, 3)) found += System.Text.Json.JsonSerializer.Serialize(hit.Record); return await chat.GetResponseAsync($"Answer only from {found}: {question}");"""
    )]
    // Shown in another way.
    [InlineData(
        """var found = ""; await foreach (var hit in pages.SearchAsync(question, 3)) { found += hit.Record.Text; Console.WriteLine(hit.Record.SourceLink); } return await chat.GetResponseAsync($"Answer only from {found}: {question}");"""
    )]
    // No answer that could cite.
    [InlineData(Search + """return await chat.GetResponseAsync($"Summarize for the user: {found}");""")]
    [InlineData(Search + "return found;")]
    // The prompt may say more than can be seen.
    [InlineData(
        Search
            + """return await chat.GetResponseAsync($"Answer only from {found}: {question}", new ChatOptions { ConversationId = question });"""
    )]
    // Names and links are returned.
    [InlineData(
        $$"""kernel.Plugins.Add(search.CreateWithGetTextSearchResults("Docs")); PromptExecutionSettings settings = {{Auto}}; return await completion.GetChatMessageContentAsync(question, settings, kernel);"""
    )]
    // Never offered.
    [InlineData(
        """kernel.Plugins.Add(search.CreateWithSearch("Docs")); return await completion.GetChatMessageContentAsync(question, kernel: kernel);"""
    )]
    public Task Innocent(string statements) => VerifyAsync(statements);

    // What is stored as the text begins with the source, or does not.
    [Theory]
    [InlineData("""new Page { SourceLink = link, Text = $"# {link}\n{text}" }""", false)]
    [InlineData("""new Page { SourceLink = file.FullName, Text = Headed(file.FullName, text) }""", false)]
    [InlineData("""new Page { SourceLink = link, Text = text }""", true)]
    [InlineData("""new Page { SourceLink = file.FullName, Text = $"# {file.Name}\n{text}" }""", true)]
    [InlineData("""new Page { SourceLink = link, Text = text, Id = link + text }""", true)]
    public Task Text_stored_with_its_source(string page, bool isDropped) =>
        VerifyAsync(
            Search
                + $$"""return await {{(isDropped ? "{|RAG6002:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}($"Answer only from {found}: {question}");""",
            $$"""
            public Task SaveAsync(string link, string text, System.IO.FileInfo file) => pages.UpsertAsync({{page}});
            private static string Headed(string link, string text) => $"# {link}\n{text}";
            """
        );

    // A product has a name and no source.
    [Fact]
    public Task Records_without_a_source() =>
        Verify.AnalyzerAsync<SourceDropped>(
            """
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;

            public sealed class Product
            {
                [VectorStoreKey] public string Id { get; set; } = "";
                [VectorStoreData] public string Title { get; set; } = "";
                [VectorStoreData] public string Description { get; set; } = "";
                [VectorStoreData] public string ImageUrl { get; set; } = "";
            }

            public sealed class Desk(IChatClient chat, VectorStoreCollection<string, Product> products)
            {
                public async Task<string> AskAsync(string question)
                {
                    var found = "";
                    await foreach (var hit in products.SearchAsync(question, 3))
                        found += hit.Record.Description;
                    return (await chat.GetResponseAsync($"Answer only from {found}: {question}")).Text;
                }
            }
            """
        );

    // Who gets the records beside the answer has their source.
    [Theory]
    [InlineData("return (answer.Text, found);", "chat.GetResponseAsync")]
    [InlineData("_last = found; return answer.Text;", "chat.GetResponseAsync")]
    [InlineData("return (answer.Text, found.Count);", "{|RAG6002:chat.GetResponseAsync|}")]
    public Task Records_that_go_on(string end, string ask) =>
        VerifyAsync(
            $$"""
            var found = new List<Page>();
            await foreach (var hit in pages.SearchAsync(question, 3)) found.Add(hit.Record);
            var answer = await {{ask}}($"Answer only from {string.Join("\n", found.Select(f => f.Text))}: {question}");
            {{end}}
            """,
            "public List<Page>? _last;"
        );

    // Without marks on the record, the hits of a text search have neither name nor link.
    [Theory]
    [InlineData("", "chat.GetResponseAsync")]
    [InlineData("[TextSearchResultLink] public string Place { get; set; } = \"\";", "{|RAG6002:chat.GetResponseAsync|}")]
    [InlineData("[TextSearchResultName] public string Place { get; set; } = \"\";", "{|RAG6002:chat.GetResponseAsync|}")]
    public Task Text_search_over_records(string member, string ask) =>
        Verify.AnalyzerAsync<SourceDropped>(
            SourcedPages.Source(
                $$"""
                ITextSearch over = new VectorStoreTextSearch<Entry>(entries);
                var found = "";
                var results = await over.GetTextSearchResultsAsync(question);
                await foreach (var hit in results.Results) found += hit.Value;
                return await {{ask}}($"Answer only from {found}: {question}");
                """,
                "private readonly VectorStoreCollection<string, Entry> entries = null!;",
                $$"""
                public sealed class Entry
                {
                    [VectorStoreKey] public string Id { get; set; } = "";
                    [VectorStoreData, TextSearchResultValue] public string Text { get; set; } = "";
                    [VectorStoreVector(1536)] public string Vector => Text;
                    {{member}}
                }
                """
            )
        );

    // Where passages show how the model answered, nobody answers from them.
    [Theory]
    [InlineData("ChatRole.Assistant", "chat.GetResponseAsync")]
    [InlineData("ChatRole.User", "{|RAG6002:chat.GetResponseAsync|}")]
    public Task Examples_as_turns(string role, string ask) =>
        VerifyAsync(
            $$"""
            var messages = new List<ChatMessage> { new(ChatRole.System, "You help the users.") };
            await foreach (var hit in pages.SearchAsync(question, 3))
            {
                messages.Add(new(ChatRole.User, hit.Record.Text));
                messages.Add(new({{role}}, hit.Record.Text));
            }
            messages.Add(new(ChatRole.User, question));
            return await {{ask}}(messages);
            """
        );

    // What LINQ takes the nearest of are passages as well.
    [Theory]
    [InlineData("nearest.Select(c => c.Text)", "return answer;", true)]
    [InlineData("nearest.Select(c => c.Link + c.Text)", "return answer;", false)]
    [InlineData("nearest", "return answer;", false)]
    [InlineData("nearest.Select(c => c.Text)", "return (answer, nearest);", false)]
    public async Task Objects_in_memory(string passages, string end, bool isDropped)
    {
        var findings = await MarkedFindings.FindAsync(
            [new SourceDropped()],
            $$"""
            using Microsoft.Extensions.AI;

            public class Chunk { public string Text { get; set; } = ""; public string Link { get; set; } = ""; public float[] Vector { get; set; } = []; }

            public class Bot(IChatClient chat)
            {
                public async Task<object> AskAsync(string question, float[] asked, List<Chunk> chunks)
                {
                    var nearest = chunks.OrderByDescending(c => CosineSimilarity(c.Vector, asked)).Take(3).ToList();
                    var answer = await chat.GetResponseAsync($"Answer only from {string.Join("; ", {{passages}})}: {question}");
                    {{end}}
                }

                private static double CosineSimilarity(float[] a, float[] b) => a[0] * b[0];
            }
            """
        );
        Assert.Equal(isDropped ? 1 : 0, findings.Length);
    }

    [Fact]
    public Task The_message_names_the_members() =>
        Verify.AnalyzerAsync<SourceDropped>(
            SourcedPages.Source(
                """
                var found = "";
                await foreach (var hit in {|#1:pages.SearchAsync|}(question, 3)) found += hit.Record.Text;
                return await {|#0:chat.GetResponseAsync|}($"Answer only from {found}: {question}");
                """
            ),
            expected: Verify
                .Finding<SourceDropped>("RAG6002")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("SearchAsync", "'Title', 'SourceLink'", "Put 'Title' beside each passage, to be cited")
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<SourceDropped>(SourcedPages.Source(statements, members));
}
