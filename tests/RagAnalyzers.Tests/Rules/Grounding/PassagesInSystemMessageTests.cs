using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>RAG6003: passages stand in a system message, or in instructions.</summary>
public sealed class PassagesInSystemMessageTests
{
    [Theory]
    [InlineData(
        """return await client.CompleteChatAsync([new {|RAG6003:SystemChatMessage|}($"Answer from: {found}"), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await client.CompleteChatAsync([{|RAG6003:OpenAI.Chat.ChatMessage.CreateSystemMessage|}(found), new UserChatMessage(question)]);"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, "Answer from: " + found), new ChatMessage(ChatRole.User, question)]);"""
    )]
    [InlineData(
        """var history = new {|RAG6003:ChatHistory|}($"Answer from: {found}"); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData(
        """var history = new ChatHistory(); {|RAG6003:history.AddSystemMessage|}(found); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync(question, new ChatOptions { {|RAG6003:Instructions|} = $"Answer from: {found}" });"""
    )]
    [InlineData(
        """var options = new ChatOptions(); options.Instructions = "You help."; options.{|RAG6003:Instructions|} = $"Answer from: {found}"; return await chat.GetResponseAsync(question, options);"""
    )]
    [InlineData(
        """var options = new OpenAI.Responses.CreateResponseOptions("gpt-4.1", []) { {|RAG6003:Instructions|} = $"Answer from: {found}" }; return await new OpenAI.Responses.ResponsesClient("key").CreateResponseAsync(options);"""
    )]
    [InlineData(
        """var options = new ChatOptions { Instructions = "You help." }; options.{|RAG6003:Instructions|} += found; return await chat.GetResponseAsync(question, options);"""
    )]
    [InlineData("""return await {|RAG6003:chat.AsAIAgent|}($"Answer from: {found}").RunAsync(question);""")]
    [InlineData(
        """var messages = Messages(question, found); return await {|RAG6003:client.CompleteChatAsync|}(messages);""",
        """private static List<OpenAI.Chat.ChatMessage> Messages(string q, string passages) => [new SystemChatMessage($"Answer from {passages}"), new UserChatMessage(q)];"""
    )]
    [InlineData(
        """return await {|RAG6003:kernel.InvokePromptAsync|}("<message role=\"system\">Answer from: {{$found}}</message><message role=\"user\">{{$q}}</message>", new() { ["found"] = found, ["q"] = question });"""
    )]
    [InlineData(
        """var values = new Dictionary<string, object?> { ["found"] = found }; values["q"] = question; return await {|RAG6003:kernel.InvokePromptAsync|}("<message role='system'>{{$found}}</message>{{$q}}", new KernelArguments(values));"""
    )]
    public Task In_the_system_message(string statements, string members = "") => VerifyAsync(statements, members);

    // One message is one mistake, however often it is sent.
    [Fact]
    public Task Sent_twice() =>
        VerifyAsync(
            """
            var system = new {|RAG6003:SystemChatMessage|}(found);
            await client.CompleteChatAsync([system, new UserChatMessage("a")]);
            return await client.CompleteChatAsync([system, new UserChatMessage(question)]);
            """
        );

    [Theory]
    [InlineData(
        """return await client.CompleteChatAsync([new SystemChatMessage("Answer from the passages."), new UserChatMessage(found + question)]);"""
    )]
    [InlineData("""return await chat.GetResponseAsync($"Answer from {found}: {question}");""")]
    [InlineData(
        """var history = new ChatHistory("Answer from the passages."); history.AddUserMessage(found + question); return await completion.GetChatMessageContentAsync(history);"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync(new ChatMessage(question.Length > 3 ? ChatRole.System : ChatRole.User, found + question));"""
    )]
    [InlineData(
        """var notes = await File.ReadAllTextAsync("notes.md"); return await chat.GetResponseAsync(new ChatMessage(ChatRole.System, notes + question));"""
    )]
    [InlineData(
        """return await chat.GetResponseAsync(new ChatMessage(ChatRole.System, $"There are {found.Length} characters. {question}"));"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync("<message role=\"system\">Answer from the passages.</message><message role=\"user\">{{$found}} {{$q}}</message>", new() { ["found"] = found, ["q"] = question });"""
    )]
    [InlineData(
        """return await kernel.InvokePromptAsync("<message role=\"system\">{{$q}}</message><message role=\"user\">{{$found}}</message>", new() { ["found"] = found, ["q"] = question });"""
    )]
    public Task Innocent(string statements) => VerifyAsync(statements);

    [Fact]
    public Task A_number_about_the_search() =>
        Verify.AnalyzerAsync<PassagesInSystemMessage>(
            Knowledge.SeekingPrompts.InMethod(
                """
                var best = 0.0;
                await foreach (var hit in pages.SearchAsync(question, 1))
                    best = hit.Score ?? 0;
                return await chat.GetResponseAsync(new ChatMessage(ChatRole.System, $"The best match scores {best}. {question}"));
                """
            )
        );

    [Fact]
    public Task Out_of_MongoDB() =>
        Verify.AnalyzerAsync<PassagesInSystemMessage>(
            """
            using Microsoft.Extensions.AI;
            using MongoDB.Bson;
            using MongoDB.Driver;
            using MongoDB.Driver.Linq;

            public sealed class Page { public string Text { get; set; } = ""; public float[] Vector { get; set; } = []; }

            public sealed class Desk(IChatClient chat)
            {
                public async Task Listed(IMongoCollection<Page> pages, float[] v, string q)
                {
                    var found = ""; foreach (var p in await pages.Aggregate().VectorSearch(x => x.Vector, v, 3).ToListAsync()) { found += p.Text; }
                    await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, "Answer from: " + found), new ChatMessage(ChatRole.User, q)]);
                }

                public async Task Projected(IMongoCollection<Page> pages, float[] v, string q)
                {
                    var found = string.Join("\n", await pages.Aggregate().VectorSearch(x => x.Vector, v, 3).Project(x => x.Text).ToListAsync());
                    await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, "Answer from: " + found), new ChatMessage(ChatRole.User, q)]);
                }

                public async Task Documents(IMongoCollection<BsonDocument> pages, float[] v, string q)
                {
                    var found = ""; foreach (var p in (await pages.Aggregate().VectorSearch("vector", v, 3).Limit(2).ToCursorAsync()).ToEnumerable()) { found += p["text"].AsString; }
                    await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, "Answer from: " + found), new ChatMessage(ChatRole.User, q)]);
                }

                public async Task Cursor(IMongoCollection<Page> pages, float[] v, string q)
                {
                    var found = ""; using var cursor = pages.Aggregate().VectorSearch(x => x.Vector, v, 3).ToCursor(); while (await cursor.MoveNextAsync()) { foreach (var p in cursor.Current) { found += p.Text; } }
                    await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, "Answer from: " + found), new ChatMessage(ChatRole.User, q)]);
                }

                public async Task Query(IMongoCollection<Page> pages, float[] v, string q)
                {
                    var found = string.Join("\n", await pages.AsQueryable().VectorSearch(x => x.Vector, v, 3).Select(x => x.Text).ToListAsync());
                    await chat.GetResponseAsync([new {|RAG6003:ChatMessage|}(ChatRole.System, "Answer from: " + found), new ChatMessage(ChatRole.User, q)]);
                }

                public async Task Matched(IMongoCollection<Page> pages, float[] v, string q)
                {
                    var found = string.Join("\n", await pages.Aggregate().Match(x => x.Text != "").Project(x => x.Text).ToListAsync());
                    await chat.GetResponseAsync([new ChatMessage(ChatRole.System, "Answer from: " + found), new ChatMessage(ChatRole.User, q)]);
                }
            }
            """,
            ReferenceSets.VectorDatabases
        );

    [Fact]
    public Task The_message_names_the_search() =>
        Verify.AnalyzerAsync<PassagesInSystemMessage>(
            Knowledge.SeekingPrompts.InMethod(
                """
                var found = "";
                await foreach (var hit in {|#1:pages.SearchAsync(question, 3)|})
                    found += hit.Record.Text;
                return await client.CompleteChatAsync([new {|#0:SystemChatMessage|}(found), new UserChatMessage(question)]);
                """
            ),
            expected: Verify.Finding<PassagesInSystemMessage>("RAG6003").WithLocation(0).WithLocation(1).WithArguments("SearchAsync")
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<PassagesInSystemMessage>(GroundedPrompts.Source(statements, members));

    private const string Cosine =
        "private static double CosineSimilarity(float[] a, float[] b) { double dot = 0, x = 0, y = 0; for (var i = 0; i < a.Length; i++) { dot += a[i] * b[i]; x += a[i] * a[i]; y += b[i] * b[i]; } return dot / (Math.Sqrt(x) * Math.Sqrt(y)); }";

    // The first lesson on embeddings writes the comparison itself.
    [Theory]
    [InlineData("chunks.OrderByDescending(c => CosineSimilarity(c.Vector, asked)).Take(3).Select(c => c.Text)", Cosine, true)]
    [InlineData(
        "chunks.Select(c => (c.Text, Score: CosineSimilarity(asked, c.Vector))).OrderByDescending(x => x.Score).Take(3).Select(x => x.Text).ToArray()",
        Cosine,
        true
    )]
    [InlineData(
        "Scored(chunks, asked).OrderByDescending(s => s.Score).Take(3).Select(s => s.Chunk.Text)",
        Cosine
            + " private static List<(Chunk Chunk, double Score)> Scored(List<Chunk> chunks, float[] asked) { var scored = new List<(Chunk Chunk, double Score)>(); foreach (var c in chunks) { scored.Add((c, CosineSimilarity(c.Vector, asked))); } return scored; }",
        true
    )]
    [InlineData(
        "Find(asked, 3).Select(c => c.Text)",
        "private static readonly List<Chunk> s_chunks = []; private static IEnumerable<Chunk> Find(float[] asked, int count) => s_chunks.OrderByDescending(c => ComputeSimilarity(c.Vector, asked)).Take(count); private static float ComputeSimilarity(ReadOnlySpan<float> a, ReadOnlySpan<float> b) => a[0] * b[0];",
        true
    )]
    [InlineData(
        "chunks.Select(c => new { c.Text, Score = Cosine(c.Vector, asked) }).OrderByDescending(x => x.Score).Take(3).Select(x => x.Text)",
        "private static double Cosine(float[] a, float[] b) => a[0] * b[0];",
        true
    )]
    // Texts are compared, or it is not what is ordered by.
    [InlineData(
        "chunks.OrderByDescending(c => Similarity(c.Text, question)).Take(3).Select(c => c.Text)",
        "private static double Similarity(string a, string b) => a.Length - b.Length;",
        false
    )]
    [InlineData(
        "chunks.OrderByDescending(c => GetSimilarity(c.Text, question)).Take(3).Select(c => c.Text)",
        "private static double GetSimilarity(string a, string b) => a.Length - b.Length;",
        false
    )]
    [InlineData("chunks.OrderByDescending(c => c.Text.Length).Take(3).Select(c => c.Text)", Cosine, false)]
    [InlineData("chunks.Where(c => CosineSimilarity(c.Vector, asked) > 0.95).Select(c => c.Text)", Cosine, false)]
    public async Task Comparison_of_vectors_that_the_program_writes_itself(string found, string members, bool isFound)
    {
        var findings = await MarkedFindings.FindAsync(
            [new PassagesInSystemMessage()],
            $$"""
            using OpenAI.Chat;

            public class Chunk { public string Text { get; set; } = ""; public float[] Vector { get; set; } = []; }

            public class Bot(ChatClient client)
            {
                public async Task<object> AskAsync(string question, float[] asked, List<Chunk> chunks)
                {
                    var found = string.Join("; ", {{found}});
                    return await client.CompleteChatAsync([new SystemChatMessage($"Answer from: {found}"), new UserChatMessage(question)]);
                }

                {{members}}
            }
            """
        );
        Assert.Equal(isFound ? 1 : 0, findings.Length);
    }

    /// <summary>A step of a query says nothing by its name.</summary>
    [Fact]
    public async Task The_message_calls_a_query_so()
    {
        var found = await MarkedFindings.FindAsync(
            [new PassagesInSystemMessage()],
            """
            using System.Numerics.Tensors;
            using OpenAI.Chat;

            public class Chunk { public string Text { get; set; } = ""; public float[] Vector { get; set; } = []; }

            public class Bot(ChatClient client)
            {
                public async Task<object> AskAsync(string question, float[] asked, List<Chunk> chunks)
                {
                    var best = chunks.OrderByDescending(c => TensorPrimitives.CosineSimilarity(c.Vector, asked)).Take(3).Select(c => c.Text);
                    return await client.CompleteChatAsync([new SystemChatMessage($"Answer from: {string.Join("; ", best)}"), new UserChatMessage(question)]);
                }
            }
            """
        );
        Assert.StartsWith("What 'the query' finds", Assert.Single(found).GetMessage(System.Globalization.CultureInfo.InvariantCulture));
    }
}
