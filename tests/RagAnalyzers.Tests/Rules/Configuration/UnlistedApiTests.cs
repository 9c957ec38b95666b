using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using RagAnalyzers.Rules.Configuration;
using RagAnalyzers.Tests.Configuration.Apis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Configuration;

public sealed class UnlistedApiTests
{
    private const string Usings = """
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.VectorData;
        using OpenAI.Files;
        using OpenAI.FineTuning;

        namespace Contoso;

        public sealed class Chunk
        {
            [VectorStoreKey]
            public required string Id { get; set; }

            [VectorStoreData]
            public required string Text { get; set; }

            [VectorStoreVector(1536)]
            public string Vector => Text;
        }

        public sealed record Verdict(string Label);

        public sealed record Reply(string Text, long? Tokens);

        """;

    [Theory]
    [InlineData("client.GetResponseAsync(question)", "model-call prompt=question contract=none")]
    [InlineData(
        "client.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json })",
        "model-call prompt=question contract=json"
    )]
    [InlineData(
        "client.GetResponseAsync([new(ChatRole.System, rules), new(ChatRole.User, $\"Answer: {question}\")], new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() })",
        "model-call prompt=question,rules contract=schema"
    )]
    [InlineData("client.GetResponseAsync<Verdict>(rules)", "model-call prompt=rules contract=schema")]
    [InlineData("client.GetResponseAsync(question, options)", "model-call prompt=question contract=unknown")]
    [InlineData("client.GetResponseAsync(\"Say hello.\")", "model-call contract=none")]
    public Task A_method_that_returns_an_answer(string call, string meaning) =>
        VerifyAsync(
            $$"""
            public sealed class Answers(IChatClient client, ChatOptions options)
            {
                public async Task<string> {|#0:AskAsync|}(string question, string rules, CancellationToken cancellationToken) => (await {{call}}).Text;

                public ChatOptions Options => options;
            }
            """,
            meaning
        );

    [Fact]
    public Task The_interfaces_member_is_named() =>
        VerifyAsync(
            """
            public interface IAnswers
            {
                Task<string> AskAsync(string question);
            }

            internal sealed class Answers(IChatClient client) : IAnswers
            {
                async Task<string> IAnswers.{|#0:AskAsync|}(string asked) => await SendAsync(asked);

                private async Task<string> SendAsync(string text) => (await client.GetResponseAsync(text)).Text.Trim();
            }

            internal sealed class NoAnswers : IAnswers
            {
                public Task<string> AskAsync(string question) => Task.FromResult("");
            }
            """,
            "model-call prompt=question contract=none",
            "IAnswers.AskAsync"
        );

    [Fact]
    public Task Implementations_with_different_contracts() =>
        VerifyAsync(
            """
            public abstract class Answers
            {
                public abstract Task<string> AskAsync(string question);
            }

            public sealed class Free(IChatClient client) : Answers
            {
                public override async Task<string> {|#0:AskAsync|}(string question) => (await client.GetResponseAsync(question)).Text;
            }

            public sealed class Strict(IChatClient client) : Answers
            {
                public override async Task<string> AskAsync(string question) => (await client.GetResponseAsync<Verdict>(question)).Text;
            }
            """,
            "model-call prompt=question contract=unknown"
        );

    [Fact]
    public Task Passages_that_the_method_retrieves_itself() =>
        VerifyAsync(
            """
            public sealed class Answers(IChatClient client, VectorStoreCollection<string, Chunk> chunks)
            {
                public async Task<string> {|#0:AskAsync|}(string question)
                {
                    var found = new List<string>();
                    await foreach (var hit in chunks.SearchAsync(question, top: 3))
                    {
                        found.Add(hit.Record.Text);
                    }

                    return (await client.GetResponseAsync($"Answer {question} from {string.Join("\n", found)}")).Text;
                }
            }
            """,
            "model-call prompt=question contract=none grounded"
        );

    [Fact]
    public Task A_method_that_returns_passages() =>
        VerifyAsync(
            """
            public sealed class Handbook(VectorStoreCollection<string, Chunk> chunks)
            {
                public async Task<IReadOnlyList<Chunk>> {|#0:FindAsync|}(string question, int count, CancellationToken cancellationToken)
                {
                    var found = new List<Chunk>();
                    await foreach (var hit in chunks.SearchAsync(question, count, cancellationToken: cancellationToken))
                    {
                        found.Add(hit.Record);
                    }

                    return found;
                }

                public async Task<int> CountAsync(string question)
                {
                    var count = 0;
                    await foreach (var hit in chunks.SearchAsync(question, 10))
                    {
                        count++;
                    }

                    return count;
                }
            }
            """,
            "retrieval query=question top=count",
            "Handbook.FindAsync"
        );

    [Fact]
    public Task A_method_that_indexes() =>
        VerifyAsync(
            """
            public sealed class Handbook(VectorStoreCollection<string, Chunk> chunks)
            {
                public Task {|#0:FillAsync|}(IEnumerable<Chunk> pages) => chunks.UpsertAsync(pages);
            }
            """,
            "ingestion records=pages",
            "Handbook.FillAsync"
        );

    [Fact]
    public Task A_method_that_keeps_the_answer() =>
        VerifyAsync(
            """
            public sealed class Answers(IChatClient client)
            {
                public async Task {|#0:AskAsync|}(string question) => Console.WriteLine(await client.GetResponseAsync(question));
            }
            """,
            "model-call prompt=question contract=unknown"
        );

    [Fact]
    public Task A_method_that_starts_a_job() =>
        VerifyAsync(
            """
            public sealed class Tuner(OpenAIFileClient files, FineTuningClient jobs)
            {
                public async Task {|#0:StartAsync|}(Stream examples)
                {
                    OpenAIFile file = await files.UploadFileAsync(examples, "examples.jsonl", FileUploadPurpose.FineTune);
                    await jobs.FineTuneAsync("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                }
            }
            """,
            "fine-tuning-job training=examples",
            "Tuner.StartAsync"
        );

    [Fact]
    public Task An_answer_in_a_reply() =>
        VerifyAsync(
            """
            public sealed class Answers(IChatClient client)
            {
                public async Task<Reply> {|#0:AskAsync|}(string question)
                {
                    var response = await client.GetResponseAsync(question);
                    return new Reply(response.Text, response.Usage?.TotalTokenCount);
                }
            }
            """,
            "model-call prompt=question contract=none"
        );

    [Theory]
    [InlineData("Contoso.Answers.AskAsync(string) = model-call prompt=question contract=json")]
    [InlineData("Contoso.Answers.AskAsync = model-call contract=none")]
    [InlineData("M:Contoso.Answers.AskAsync(System.String) = retrieval")]
    public Task A_line_that_is_no_longer_true(string line) =>
        VerifyAsync(
            Plain.Replace("AskAsync", "{|#0:AskAsync|}"),
            "model-call prompt=question contract=none",
            "says something else of 'Answers.AskAsync'",
            line
        );

    [Theory]
    [InlineData("Contoso.Answers.AskAsync(string) = model-call prompt=question contract=none")]
    [InlineData("Contoso.Answers.AskAsync = model-call contract=none grounded prompt=question")]
    public Task A_line_that_is_true(string line) => SilentAsync(Plain, table: line);

    [Fact]
    public Task Without_a_table_nobody_is_asked() => SilentAsync(Plain, table: null);

    [Fact]
    public Task An_option_asks() =>
        VerifyAsync(
            Plain.Replace("AskAsync", "{|#0:AskAsync|}"),
            new TestSetup { EditorConfig = "[*.cs]\nrag_analyzers.list_apis = true" },
            "does not list 'Answers.AskAsync'",
            "model-call prompt=question contract=none"
        );

    [Theory]
    [InlineData(
        "internal sealed class Answers(IChatClient client) { public async Task<string> AskAsync(string q) => (await client.GetResponseAsync(q)).Text; }"
    )]
    [InlineData(
        "public sealed class Answers(IChatClient client) { internal async Task<string> AskAsync(string q) => (await client.GetResponseAsync(q)).Text; }"
    )]
    [InlineData("public sealed class Names { public Task<string> AskAsync(string q) => Task.FromResult(q); }")]
    [InlineData(
        "public sealed class Judge(IChatClient client) { public async Task<bool> IsAsync(string q) => (await client.GetResponseAsync(q)).Text == \"yes\"; }"
    )]
    [InlineData(
        "public sealed class Log(IChatClient client) { public async Task WarmUpAsync() => await client.GetResponseAsync(\"Hello.\"); }"
    )]
    [InlineData(
        """
            public sealed class Client(IChatClient inner) : DelegatingChatClient(inner)
            {
                public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) =>
                    base.GetResponseAsync(messages, options, cancellationToken);
            }
            """
    )]
    [InlineData(
        """
            public interface IHandler<TRequest, TResponse> { Task<TResponse> HandleAsync(TRequest request); }

            public sealed class Handler(IChatClient client) : IHandler<string, string>
            {
                public async Task<string> HandleAsync(string request) => (await client.GetResponseAsync(request)).Text;
            }
            """
    )]
    [InlineData("public sealed class Half(IChatClient client) { public async Task<string> AskAsync(string q) => (await client.GetRes")]
    public Task What_others_do_not_see_or_need_not_know(string source) => SilentAsync(source, table: "");

    [Fact]
    public Task A_program_has_no_readers() => SilentAsync(Plain, table: "", OutputKind.ConsoleApplication);

    private const string Plain = """
        public sealed class Answers(IChatClient client)
        {
            public async Task<string> AskAsync(string question) => (await client.GetResponseAsync(question)).Text;

            private static void Main() { }
        }
        """;

    private static TestSetup Setup(params string[] lines) => new() { AdditionalFiles = [(Contoso.Path, string.Join("\n", lines))] };

    private static Task VerifyAsync(string source, string meaning, string member = "Answers.AskAsync") =>
        VerifyAsync(source, Setup(), $"does not list '{member}'", meaning);

    private static Task VerifyAsync(string source, string meaning, string found, string line) =>
        VerifyAsync(source, Setup(line), found, meaning);

    private static Task VerifyAsync(string source, TestSetup setup, params object[] arguments) =>
        Verify.AnalyzerAsync<UnlistedApi>(
            Usings + source,
            References,
            setup,
            Verify.Finding<UnlistedApi>("RAG0004").WithLocation(0).WithArguments(arguments)
        );

    private static async Task SilentAsync(string source, string? table, OutputKind kind = OutputKind.DynamicallyLinkedLibrary)
    {
        var setup = (table is null ? new TestSetup() : Setup(table)) with { OutputKind = kind };
        if (source.Contains("Half"))
        {
            Assert.Empty(await AnalyzerRun.DiagnosticsAsync([new UnlistedApi()], [Usings + source], References));
            return;
        }

        await Verify.AnalyzerAsync<UnlistedApi>(Usings + source, References, setup);
    }

    private static ImmutableArray<MetadataReference> References => ReferenceSets.Latest;
}
