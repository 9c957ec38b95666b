using RagAnalyzers.Rules.Readiness;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Readiness;

/// <summary>RAG4004: calls of the same task, bare and otherwise.</summary>
public sealed class FineTuningBeforePromptTests
{
    private const string Usings = """
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        using OpenAI;
        using OpenAI.Chat;
        using OpenAI.Files;
        using OpenAI.FineTuning;
        using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

        """;

    [Theory]
    [InlineData("await {|#1:chat.CompleteChatAsync|}(new UserChatMessage(ticket));", "CompleteChatAsync")]
    [InlineData(
        "await {|#1:chat.CompleteChatAsync|}([new UserChatMessage($\"Label this: {ticket}\")], new ChatCompletionOptions { Temperature = 0 });",
        "CompleteChatAsync"
    )]
    [InlineData("await {|#1:general.GetResponseAsync|}($\"Label this ticket: {ticket}\");", "GetResponseAsync")]
    [InlineData(
        "await {|#1:general.GetResponseAsync|}([new ChatMessage(ChatRole.User, ticket)], new ChatOptions { MaxOutputTokens = 5 });",
        "GetResponseAsync"
    )]
    public Task Bare_call_of_the_type(string call, string name) => Reported(call, name);

    [Fact]
    public Task Constant_that_the_examples_hold_too() =>
        Verify.AnalyzerAsync<FineTuningBeforePrompt>(
            Usings
                + """
                public static class Texts { public const string Label = "Label this ticket: "; }

                public sealed class Labels
                {
                    private readonly ChatClient chat = new OpenAIClient("key").GetChatClient("gpt-4.1-mini");
                    public async Task LabelAsync(string ticket) => await {|#1:chat.CompleteChatAsync|}(new UserChatMessage(Texts.Label + ticket));
                }

                public sealed class Other
                {
                    private readonly ChatClient chat = new("gpt-4.1-mini", "key");
                    public async Task SummarizeAsync(string text) => await chat.CompleteChatAsync([new SystemChatMessage("Summarize."), new UserChatMessage(text)]);
                }

                public sealed class Trainer(OpenAIFileClient files, FineTuningClient fineTuning)
                {
                    public async Task TrainAsync(string ticket, string label)
                    {
                        var line = JsonSerializer.Serialize(new { messages = new[] { new { role = "user", content = Texts.Label + ticket }, new { role = "assistant", content = label } } });
                        OpenAIFile file = await files.UploadFileAsync(BinaryData.FromString(line), "train.jsonl", FileUploadPurpose.FineTune);
                        await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
                    }
                }
                """,
            expected: Verify
                .Finding<FineTuningBeforePrompt>("RAG4004")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("FineTuneAsync", "CompleteChatAsync")
        );

    [Fact]
    public Task Program() =>
        Verify.AnalyzerAsync<FineTuningBeforePrompt>(
            Usings
                + """
                var chat = new ChatClient("gpt-4.1-mini", "key");
                ChatCompletion answer = await {|#1:chat.CompleteChatAsync|}(new UserChatMessage(args[0]));
                var job = await {|#0:new FineTuningClient("key").FineTuneAsync|}("gpt-4.1-mini-2025-04-14", args[1], waitUntilCompleted: true);
                ChatCompletion tuned = await new ChatClient("ft:gpt-4.1-mini:contoso::1", "key").CompleteChatAsync(new UserChatMessage(args[0]));
                """,
            expected: Verify
                .Finding<FineTuningBeforePrompt>("RAG4004")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("FineTuneAsync", "CompleteChatAsync")
        );

    [Theory]
    [InlineData("await chat.CompleteChatAsync([new SystemChatMessage(\"Give a label.\"), new UserChatMessage(ticket)]);")]
    [InlineData(
        "await chat.CompleteChatAsync([new UserChatMessage(ticket)], new ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() });"
    )]
    [InlineData("await chat.CompleteChatAsync([new UserChatMessage(ticket)], options);")]
    [InlineData("await chat.CompleteChatAsync(messages);")]
    [InlineData("await general.GetResponseAsync<string[]>(ticket);")]
    [InlineData("await general.GetResponseAsync(ticket, new ChatOptions { Instructions = \"Give a label.\" });")]
    [InlineData("await general.GetResponseAsync(history);")]
    [InlineData("await injected.CompleteChatAsync(new UserChatMessage(ticket));")]
    [InlineData("await tuned.CompleteChatAsync(new UserChatMessage(ticket));")]
    [InlineData(
        "await chat.CompleteChatAsync(new UserChatMessage(ticket)); await chat.CompleteChatAsync([new SystemChatMessage(\"Give a label.\"), new UserChatMessage(ticket)]);"
    )]
    [InlineData("await chat.CompleteChatAsync(new UserChatMessage(Long + ticket));")]
    [InlineData("await Task.Yield();")]
    public Task Calls_that_are_told_something_or_may_be(string call) =>
        Verify.AnalyzerAsync<FineTuningBeforePrompt>(InType(call).Replace("{|#0:fineTuning.FineTuneAsync|}", "fineTuning.FineTuneAsync"));

    [Fact]
    public Task Model_that_the_options_call_fine_tuned() =>
        Verify.AnalyzerAsync<FineTuningBeforePrompt>(
            InType("await chat.CompleteChatAsync(new UserChatMessage(ticket));")
                .Replace("{|#0:fineTuning.FineTuneAsync|}", "fineTuning.FineTuneAsync"),
            setup: new TestSetup { EditorConfig = "[*.cs]\nrag_analyzers.fine_tuned_models = gpt-4.1-m*" }
        );

    [Fact]
    public Task Client_of_the_project_that_wraps_another() =>
        Verify.AnalyzerAsync<FineTuningBeforePrompt>(
            InType("await general.GetResponseAsync(ticket);").Replace("{|#0:fineTuning.FineTuneAsync|}", "fineTuning.FineTuneAsync")
                + "public sealed class Telling(IChatClient inner) : DelegatingChatClient(inner) { }"
        );

    [Fact]
    public Task Call_of_another_type() =>
        Verify.AnalyzerAsync<FineTuningBeforePrompt>(
            InType("await Task.Yield();").Replace("{|#0:fineTuning.FineTuneAsync|}", "fineTuning.FineTuneAsync")
                + "public sealed class Chat { private readonly ChatClient chat = new(\"gpt-4.1-mini\", \"key\"); public async Task AskAsync(string text) => await chat.CompleteChatAsync(new UserChatMessage(text)); }"
        );

    private static Task Reported(string call, string name) =>
        Verify.AnalyzerAsync<FineTuningBeforePrompt>(
            InType(call),
            expected: Verify.Finding<FineTuningBeforePrompt>("RAG4004").WithLocation(0).WithLocation(1).WithArguments("FineTuneAsync", name)
        );

    private static string InType(string call) =>
        Usings
        + $$"""
            public sealed class Tickets(FineTuningClient fineTuning, ChatClient injected)
            {
                private const string Long = "{{new string('a', 400)}}";
                private readonly ChatClient chat = new("gpt-4.1-mini", "key");
                private readonly ChatClient tuned = new("ft:gpt-4.1-mini:contoso::1", "key");
                private readonly IChatClient general = new ChatClient("gpt-4.1-mini", "key").AsIChatClient();

                public async Task LabelAsync(string ticket, ChatCompletionOptions options, List<OpenAI.Chat.ChatMessage> messages, List<ChatMessage> history)
                {
                    _ = (injected, Long, options, messages, history, chat, tuned, general);
                    {{call}}
                }

                public async Task TrainAsync(string file) =>
                    await {|#0:fineTuning.FineTuneAsync|}("gpt-4.1-mini-2025-04-14", file, waitUntilCompleted: false);
            }

            """;
}
