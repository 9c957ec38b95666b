using System.Globalization;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Findings;

/// <summary>
/// What a message tells the reader to call or set is there: on this receiver, in its options or in what it gives back. The same mistakes are
/// made on the receiver of every SDK.
/// </summary>
public sealed class RemediesTests
{
    private const int MostLetters = 160;

    /// <summary>The receivers: what each is, how it is asked, and how it is asked in JSON mode and under a schema.</summary>
    private static readonly Receiver[] s_receivers =
    [
        new(
            "IChatClient",
            "(await client.GetResponseAsync({0})).Text",
            "(await client.GetResponseAsync({0}, new ChatOptions { ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.Json })).Text",
            "(await client.GetResponseAsync<Reply>({0})).Result.Text"
        ),
        new(
            "OpenAI.Chat.ChatClient",
            "(await client.CompleteChatAsync({0})).Value.Content[0].Text",
            "(await client.CompleteChatAsync([new UserChatMessage({0})], new ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() })).Value.Content[0].Text"
        ),
        new(
            "Azure.AI.OpenAI.AzureOpenAIClient",
            "(await client.GetChatClient(\"gpt-4o\").CompleteChatAsync({0})).Value.Content[0].Text",
            "(await client.GetChatClient(\"gpt-4o\").CompleteChatAsync([new UserChatMessage({0})], new ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() })).Value.Content[0].Text"
        ),
        new(
            "OpenAI.Responses.ResponsesClient",
            "(await client.CreateResponseAsync(\"gpt-4o\", {0})).Value.GetOutputText()",
            "(await client.CreateResponseAsync(new CreateResponseOptions { Model = \"gpt-4o\", InputItems = { ResponseItem.CreateUserMessageItem({0}) }, TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() } })).Value.GetOutputText()"
        ),
        // An agent's options are known where it is made.
        new(
            "IChatClient",
            "(await client.AsAIAgent(\"You help.\").RunAsync({0})).Text",
            Schema: "(await client.AsAIAgent(\"You help.\").RunAsync<Reply>({0})).Result.Text"
        ),
        new(
            "Kernel",
            "(await client.InvokePromptAsync({0})).GetValue<string>()!",
            "(await client.InvokePromptAsync({0}, new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }))).GetValue<string>()!"
        ),
        new(
            "IChatCompletionService",
            "(await client.GetChatMessageContentAsync({0})).Content!",
            "(await client.GetChatMessageContentAsync({0}, new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" })).Content!"
        ),
        new("ITextGenerationService", "(await client.GetTextContentAsync({0})).Text!"),
        new("Kernel", "(await new ChatCompletionAgent { Kernel = client }.InvokeAsync({0}).FirstAsync()).Message.Content!"),
    ];

    /// <summary>The mistakes: the rule, and the statements of a method that makes it.</summary>
    private static readonly (string Id, string Call, string Statements)[] s_mistakes =
    [
        ("RAG2001", "plain:$\"{passages} {question}\"", "Use(JsonSerializer.Deserialize<Answer>({0}));"),
        ("RAG2002", "plain:question", "Use(JsonSerializer.Deserialize<Answer>({0}));"),
        ("RAG2003", "plain:$\"Respond with a JSON object with title and year. {question}\"", "Use({0});"),
        ("RAG2004", "json:$\"Answer as JSON: {question}\"", "Use(JsonSerializer.Deserialize<Answer>({0}));"),
        ("RAG2011", "json:$\"Answer as JSON: {question}\"", "Use(JsonDocument.Parse({0}));"),
        ("RAG2011", "schema:question", "Use({0});"),
        (
            "RAG2012",
            "plain:$\"Answer bug or feature: {question}\"",
            "var label = {0}; Use(label == \"bug\" ? 1 : label == \"feature\" ? 2 : 3);"
        ),
        ("RAG2013", "text:question", "Use(JsonSerializer.Deserialize<Reply>({0})!.Text);"),
        ("RAG2014", "plain:$\"From 1 to 5? {question}\"", "Use(int.Parse({0}));"),
    ];

    public static TheoryData<string, string, string> Programs
    {
        get
        {
            var programs = new TheoryData<string, string, string>();
            foreach (var receiver in s_receivers)
            {
                foreach (var (id, call, statements) in s_mistakes)
                {
                    if (receiver.Asked(call) is { } asked)
                    {
                        programs.Add(receiver.Type, id, statements.Replace("{0}", asked));
                    }
                }
            }

            return programs;
        }
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task What_is_named_is_there(string receiver, string id, string statements)
    {
        var compilation = AnalyzerRun.Compile([Program(receiver, statements)], DocumentedSdks.References);
        Assert.Empty(AnalyzerRun.Errors(compilation));

        var found = await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), compilation);

        foreach (var finding in found)
        {
            var message = finding.GetMessage(CultureInfo.InvariantCulture);
            Assert.True(message.Length <= MostLetters, $"{message.Length} letters: {message}");
            Complaints.AssertNone(
                NamedMembers
                    .SaidIn(message)
                    .Where(name => !NamedMembers.IsKnown(name, finding, compilation))
                    .Select(name => $"{receiver} has no {name}: {finding.Id}: {message}")
            );
        }

        Assert.Contains(found, finding => finding.Id == id);
    }

    private static string Program(string receiver, string statements) =>
        $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Agents;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            using Microsoft.SemanticKernel.TextGeneration;
            using OpenAI.Chat;
            using OpenAI.Responses;

            public sealed record Answer(string Title, int Year);

            public sealed record Reply(string Text);

            public sealed class Passage
            {
                [VectorStoreKey]
                public string Id { get; set; } = "";

                [VectorStoreData]
                public string Text { get; set; } = "";
            }

            public sealed class Desk({{receiver}} client, IVectorSearchable<Passage> handbook)
            {
                public async Task AskAsync(string question)
                {
                    var passages = "";
                    await foreach (var hit in handbook.SearchAsync(question, top: 3))
                    {
                        passages += hit.Record.Text;
                    }

                    Use(passages);
                    {{statements}}
                }

                private static void Use(object? value) => Console.WriteLine(value);
            }
            """;

    private sealed record Receiver(string Type, string Plain, string? Json = null, string? Schema = null)
    {
        /// <summary>The expression that asks, or null when the receiver cannot be asked so.</summary>
        public string? Asked(string call)
        {
            var colon = call.IndexOf(':');
            var way = call[..colon] switch
            {
                "plain" => Plain,
                "json" => Json,
                "schema" => Schema,
                _ => Schema?.Replace(".Result.Text", ".Text"),
            };
            return way?.Replace("{0}", call[(colon + 1)..]);
        }
    }
}
