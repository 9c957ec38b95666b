using Microsoft.CodeAnalysis;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2003: a visible prompt demands a format, certainly nothing enforces it, and nobody in sight parses the answer.</summary>
public sealed class RequestedFormatNotEnforcedTests
{
    private const string Passages =
        "var context = new StringBuilder(); await foreach (var hit in policies.SearchAsync(question, top: 4)) context.AppendLine(hit.Record.Text); ";
    private const string JsonSchema = "ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(\"a\", BinaryData.FromString(\"{}\"))";

    [Theory]
    [InlineData(
        "await {|#0:chat.CompleteChatAsync|}([new SystemChatMessage({|#1:\"Respond with JSON.\"|}), new UserChatMessage(question)]);"
    )]
    [InlineData(
        "await foreach (var piece in {|#0:chat.CompleteChatStreamingAsync|}([new SystemChatMessage({|#1:\"Respond with JSON.\"|}), new UserChatMessage(question)], {|#2:new ChatCompletionOptions { Temperature = 0 }|})) Console.Write(piece);"
    )]
    [InlineData(
        "await {|#0:azure.GetChatClient(\"gpt\").CompleteChatAsync|}([new SystemChatMessage({|#1:\"Respond with JSON.\"|}), new UserChatMessage(question)]);"
    )]
    [InlineData(
        "await {|#0:responses.CreateResponseAsync|}({|#2:new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(question)]) { Instructions = {|#1:\"Respond with JSON.\"|} }|});"
    )]
    [InlineData("await {|#0:completion.GetChatMessageContentAsync|}({|#1:\"Respond with JSON.\"|} + question);")]
    [InlineData(
        "var history = new ChatHistory({|#1:\"Respond with JSON.\"|}); history.AddUserMessage(question); await {|#0:completion.GetChatMessageContentAsync|}(history, {|#2:new OpenAIPromptExecutionSettings()|});"
    )]
    [InlineData(
        "await {|#0:kernel.InvokePromptAsync|}({|#1:\"Respond with JSON.\\n{{$question}}\"|}, {|#2:new() { [\"question\"] = question }|});",
        "Respond with JSON."
    )]
    public Task Openai_and_semantic_kernel(string statements, string words = "Respond with JSON.") =>
        VerifyAsync(statements, "JSON", words, "set the response format to a JSON schema");

    [Theory]
    [InlineData("await {|#0:client.GetResponseAsync|}($\"{|#1:Respond with JSON. Text: |}{question}\");")]
    [InlineData(
        "await {|#0:client.GetResponseAsync|}([new(ChatRole.System, {|#1:\"Respond with JSON.\"|}), new(ChatRole.User, question)], {|#2:new ChatOptions { ResponseFormat = ChatResponseFormat.Text }|});"
    )]
    [InlineData("await {|#0:client.GetResponseAsync|}(question, {|#2:new ChatOptions { Instructions = {|#1:\"Respond with JSON.\"|} }|});")]
    public Task Extensions_ai(string statements) =>
        VerifyAsync(statements, "JSON", "Respond with JSON.", "call GetResponseAsync<T> or set ResponseFormat");

    [Fact]
    public Task Agent_framework() =>
        VerifyAsync(
            "await {|#0:new ChatClientAgent(client, {|#1:\"Respond with JSON.\"|}).RunAsync|}(question);",
            "JSON",
            "Respond with JSON.",
            "call RunAsync<T> or set ResponseFormat"
        );

    [Theory]
    [InlineData("XML", "Answer in XML.")]
    [InlineData("YAML", "Your output must be YAML.")]
    [InlineData("CSV", "Respond in CSV only.")]
    public Task Formats_that_nothing_can_enforce(string format, string words) =>
        VerifyAsync(
            $"await {{|#0:chat.CompleteChatAsync|}}([new SystemChatMessage({{|#1:\"{words}\"|}}), new UserChatMessage(question)]);",
            format,
            words,
            $"no format enforces {format}, so ask for JSON under a schema"
        );

    [Fact]
    public Task A_warning_where_passages_are_in_the_prompt() =>
        VerifyAsync(
            Passages
                + "await {|#0:chat.CompleteChatAsync|}([new SystemChatMessage({|#1:\"Respond with JSON.\"|}), new UserChatMessage(context + question)]);",
            "JSON",
            "Respond with JSON.",
            "set the response format to a JSON schema",
            severity: DiagnosticSeverity.Warning
        );

    [Fact]
    public Task A_long_sentence_is_cut() =>
        VerifyAsync(
            "await {|#0:chat.CompleteChatAsync|}([new SystemChatMessage({|#1:\"Respond with a JSON object that has the members title and text and price and colour.\"|}), new UserChatMessage(question)]);",
            "JSON",
            "Respond with a JSON object that has the members ti...",
            "set the response format to a JSON schema"
        );

    [Theory]
    [InlineData("Texts.Constant")]
    [InlineData("Texts.Field")]
    [InlineData("Texts.Property")]
    [InlineData("Build()")]
    public Task Text_that_stands_elsewhere(string text) =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            Prompted.Source(
                $"await {{|#0:chat.CompleteChatAsync|}}([new SystemChatMessage({text}), new UserChatMessage(question)]);",
                """
                private static string Build() => "Respond with JSON.";
                private static class Texts
                {
                    public const string Constant = "Respond with JSON.";
                    public static readonly string Field = "Respond with JSON.";
                    public static string Property { get; } = "Respond with JSON.";
                }
                """
            ),
            expected: Verify
                .Finding<RequestedFormatNotEnforced>("RAG2003")
                .WithSeverity(DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments("JSON", "Respond with JSON.", "set the response format to a JSON schema")
        );

    [Fact]
    public async Task A_template_in_a_file()
    {
        var source = Prompted.Source(
            "await {|#0:kernel.InvokeAsync|}(kernel.CreateFunctionFromPrompt(File.ReadAllText(\"Prompts/Label.hbs\"), templateFormat: \"handlebars\"));"
        );
        await Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            source,
            setup: new TestSetup { AdditionalFiles = [("/0/Prompts/Label.hbs", "Label the ticket.\nReturn a JSON object.")] },
            expected: Verify
                .Finding<RequestedFormatNotEnforced>("RAG2003")
                .WithSeverity(DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithArguments("JSON", "Return a JSON object.", "set the response format to a JSON schema")
        );
    }

    [Theory]
    [InlineData(
        "await chat.CompleteChatAsync([new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(question)], new ChatCompletionOptions { "
            + JsonSchema
            + " });"
    )]
    [InlineData(
        "await chat.CompleteChatAsync([new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(question)], new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() });"
    )]
    [InlineData("await chat.CompleteChatAsync([new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(question)], Options);")]
    [InlineData("var response = await client.GetResponseAsync<Answer>($\"Respond with JSON. {question}\"); return response.Result;")]
    [InlineData("await agent.RunAsync(\"Respond with JSON.\");")]
    [InlineData(
        "await chat.CompleteChatAsync([new SystemChatMessage(\"Respond in plain text, no JSON.\"), new UserChatMessage(question)]);"
    )]
    [InlineData(
        "await chat.CompleteChatAsync([new SystemChatMessage(\"The following JSON is an order.\"), new UserChatMessage(question)]);"
    )]
    [InlineData("await chat.CompleteChatAsync([new UserChatMessage(question), new AssistantChatMessage(\"Respond with JSON.\")]);")]
    [InlineData("await chat.CompleteChatAsync([new UserChatMessage(question), new ToolChatMessage(\"id\", \"Respond with JSON.\")]);")]
    // A prompt that is to be improved or judged demands nothing of who does it.
    [InlineData(
        "var old = \"Respond with JSON.\"; await chat.CompleteChatAsync([new UserChatMessage($\"Make this clearer. Original prompt:\\n```\\n{old}\\n```\")]);"
    )]
    [InlineData(
        "var old = \"Respond with JSON.\"; await chat.CompleteChatAsync([new UserChatMessage($\"Improve the following system prompt: {old}\")]);"
    )]
    [InlineData(
        "await chat.CompleteChatAsync([new UserChatMessage($\"Improve the following prompt:\\nYou write titles.\\nRespond with JSON.\\n{question}\")]);"
    )]
    [InlineData(
        "var old = \"Respond with JSON.\"; await chat.CompleteChatAsync([new UserChatMessage(\"You rate answers.\\n<original_prompt>\\n\" + \"Current prompt:\\n\" + question + \"Existing prompt: \" + old)]);"
    )]
    [InlineData(
        "var old = \"请以JSON格式返回结果。\"; await chat.CompleteChatAsync([new UserChatMessage($\"你是提示工程师。\\n\\n原始提示：  {old}\")]);"
    )]
    [InlineData("await chat.CompleteChatAsync([new UserChatMessage(question)]);")]
    [InlineData(
        "OpenAI.Chat.ChatCompletion answer = await chat.CompleteChatAsync([new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(question)]); return JsonSerializer.Deserialize<Answer>(answer.Content[0].Text);"
    )]
    [InlineData(
        "OpenAI.Chat.ChatCompletion answer = await chat.CompleteChatAsync([new SystemChatMessage(\"Respond in XML.\"), new UserChatMessage(question)]); return System.Xml.Linq.XDocument.Parse(answer.Content[0].Text);"
    )]
    public Task Silent(string statements) =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            Prompted.Source(statements, "public OpenAI.Chat.ChatCompletionOptions? Options { get; set; }")
        );

    /// <summary>A prompt that is announced is another one only where it is there already, or something is to be done with it.</summary>
    [Theory]
    [InlineData(
        "var rules = \"Respond with JSON.\"; await {|#0:chat.CompleteChatAsync|}([new UserChatMessage($\"System prompt: {rules}\\n{question}\")]);"
    )]
    [InlineData(
        "var rules = \"Respond with JSON.\"; await {|#0:chat.CompleteChatAsync|}([new UserChatMessage($\"Improve the following prompt: {question}\\n{rules}\")]);"
    )]
    [InlineData(
        "var rules = \"Respond with JSON.\"; await {|#0:chat.CompleteChatAsync|}([new UserChatMessage($\"Improve the following prompt.\\n{rules}\\n{question}\")]);"
    )]
    [InlineData(
        "await {|#0:chat.CompleteChatAsync|}([new UserChatMessage($\"Improve the following prompt:\\nYou write titles.\\n\\nRespond with JSON.\\n{question}\")]);"
    )]
    public Task Beside_another_prompt(string statements) =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            Prompted.Source(statements),
            expected: Verify
                .Finding<RequestedFormatNotEnforced>("RAG2003")
                .WithSeverity(DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments("JSON", "Respond with JSON.", "set the response format to a JSON schema")
        );

    // The method that asks is handed over, and what runs it brings the answer.
    [Fact]
    public Task Silent_where_what_runs_the_method_brings_the_answer_to_a_parse() =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            """
            using System.Collections.Concurrent;
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public class Facts(IChatClient client)
            {
                private readonly ConcurrentDictionary<string, Task<string>> _cache = new();

                public async Task<string[]?> OfAsync(string topic) =>
                    JsonSerializer.Deserialize<string[]>(await _cache.GetOrAdd(topic, AskAsync));

                private async Task<string> AskAsync(string topic) => (await client.GetResponseAsync("Respond with JSON. " + topic)).Text;
            }
            """
        );

    [Fact]
    public Task Silent_where_a_visible_caller_parses() =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            Prompted.Source(
                "return JsonSerializer.Deserialize<Answer>(await TextAsync(chat, question));",
                """
                private static async Task<string> TextAsync(OpenAI.Chat.ChatClient chat, string question)
                {
                    OpenAI.Chat.ChatCompletion answer = await chat.CompleteChatAsync("Respond with JSON. " + question);
                    return answer.Content[0].Text;
                }
                """
            )
        );

    [Theory]
    [InlineData(
        "var made = new ChatClientAgent(client, \"Respond with JSON.\"); await {|#0:made.RunAsync|}(question); await {|#1:made.RunAsync|}(\"Again.\");",
        ""
    )]
    [InlineData(
        "List<ChatMessage> messages = [new(ChatRole.System, \"Respond with JSON.\"), new(ChatRole.User, question)]; await {|#0:client.GetResponseAsync|}(messages); messages.Add(new(ChatRole.User, \"And?\")); await {|#1:client.GetResponseAsync|}(messages);",
        ""
    )]
    [InlineData(
        "const string Told = \"Respond with JSON.\"; await {|#0:client.GetResponseAsync|}(Told + question); await {|#1:client.GetResponseAsync|}(Told + 2);",
        ""
    )]
    [InlineData(
        "await {|#0:_made.RunAsync|}(question);",
        "private readonly AIAgent _made = new ChatClientAgent(null!, \"Respond with JSON.\"); public async Task<object?> AgainAsync() => await {|#1:_made.RunAsync|}(\"Again.\");"
    )]
    public Task One_agent_or_prompt_is_one_mistake(string statements, string members) =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            Prompted.Source(statements, members),
            expected: Verify
                .Finding<RequestedFormatNotEnforced>("RAG2003")
                .WithSeverity(DiagnosticSeverity.Info)
                .WithLocation(0)
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments(
                    "JSON",
                    "Respond with JSON.",
                    statements.Contains("RunAsync", StringComparison.Ordinal)
                        ? "call RunAsync<T> or set ResponseFormat"
                        : "call GetResponseAsync<T> or set ResponseFormat"
                )
        );

    [Fact]
    public Task Two_agents_are_two_mistakes() =>
        MarkedAsync(
            "const string Told = \"Respond with JSON.\"; await {|RAG2003:new ChatClientAgent(client, Told).RunAsync|}(question); await {|RAG2003:new ChatClientAgent(client, Told).RunAsync|}(question);"
        );

    /// <summary>An agent that classes share is one, be it handed to them or kept in a static field; what each makes for itself is not.</summary>
    [Theory]
    [InlineData(
        "internal class A(AIAgent agent)",
        "internal class B(AIAgent agent)",
        "agent",
        "new A(made).AskAsync(); new B(made).AskAsync();"
    )]
    [InlineData("public class A", "public class B", "Shared.Agent", "")]
    [InlineData("public class A", "public class B", "Shared.Make(chat)", "")]
    [InlineData(
        "internal class A(AIAgent agent)",
        "internal class B(AIAgent agent)",
        "agent",
        "new A(made).AskAsync(); new B(made2).AskAsync();",
        true
    )]
    public Task An_agent_of_two_classes(string first, string second, string agent, string made, bool areTwo = false) =>
        MarkedFindings.VerifyAsync(
            [new RequestedFormatNotEnforced()],
            $$"""
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;

            {{first}}
            {
                private static readonly IChatClient chat = null!;
                public Task AskAsync() => {|RAG2003:{{agent}}.RunAsync|}("One");
                public object All => chat;
            }

            {{second}}
            {
                private static readonly IChatClient chat = null!;
                public Task AskAsync() => {{(areTwo ? "{|RAG2003:" + agent + ".RunAsync|}" : agent + ".RunAsync")}}("Two");
                public object All => chat;
            }

            public static class Shared
            {
                public static readonly AIAgent Agent = new ChatClientAgent(null!, "Respond with JSON.");

                public static AIAgent Make(IChatClient chat) => new ChatClientAgent(chat, "Respond with JSON.");

                public static void Run(IChatClient chat)
                {
                    var made = new ChatClientAgent(chat, "Respond with JSON.");
                    var made2 = new ChatClientAgent(chat, "Respond with JSON.");
                    {{made}}
                }
            }
            """
        );

    [Fact]
    public Task A_type_that_looks_like_the_client() =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            """
            using OpenAI.Chat;

            public class MyChatClient { public Task<string> CompleteChatAsync(string text) => Task.FromResult(text); }

            public class Desk
            {
                public Task<string> AskAsync(MyChatClient chat) => chat.CompleteChatAsync("Respond with JSON.");
            }
            """
        );

    private static Task MarkedAsync(string statements) =>
        MarkedFindings.VerifyAsync([new RequestedFormatNotEnforced()], Prompted.Source(statements));

    private static Task VerifyAsync(
        string statements,
        string format,
        string words,
        string remedy,
        DiagnosticSeverity severity = DiagnosticSeverity.Info
    )
    {
        // The words that demand the format, and the options, where there are some.
        var finding = Verify
            .Finding<RequestedFormatNotEnforced>("RAG2003")
            .WithSeverity(severity)
            .WithLocation(0)
            .WithLocation(1)
            .WithArguments(format, words, remedy);
        return Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            Prompted.Source(statements),
            expected: statements.Contains("#2:", StringComparison.Ordinal) ? finding.WithLocation(2) : finding
        );
    }
}
