using RagAnalyzers.CodeFixes.Output;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output;

/// <summary>RAG2005's fix: the constant text with which the message ends asks for JSON, in its own style.</summary>
public sealed class MentionJsonFixTests
{
    private const string Json = "new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }";

    [Theory]
    [InlineData("\"List three colours.\"", "\"List three colours. Respond with JSON.\"")]
    [InlineData("\"List three colours\"", "\"List three colours. Respond with JSON.\"")]
    [InlineData("\"List three colours:\\n\"", "\"List three colours: Respond with JSON.\\n\"")]
    [InlineData("\"List \" + \"three colours.\"", "\"List \" + \"three colours. Respond with JSON.\"")]
    [InlineData("(\"List three \\\"colours\\\".\")", "(\"List three \\\"colours\\\". Respond with JSON.\")")]
    [InlineData("@\"List three \"\"colours\"\".\"", "@\"List three \"\"colours\"\". Respond with JSON.\"")]
    [InlineData("\"\"\"List three colours.\"\"\"", "\"\"\"List three colours. Respond with JSON.\"\"\"")]
    [InlineData("$\"List {3} colours of {nameof(Desk)}\"", "$\"List {3} colours of {nameof(Desk)}\\n\\nRespond with JSON.\"")]
    [InlineData("$\"List {nameof(Desk)} colours.\"", "$\"List {nameof(Desk)} colours. Respond with JSON.\"")]
    [InlineData("$@\"List \"\"{nameof(Desk)}\"\" colours.\"", "$@\"List \"\"{nameof(Desk)}\"\" colours. Respond with JSON.\"")]
    [InlineData("$\"\"\"List {nameof(Desk)} colours.\"\"\"", "$\"\"\"List {nameof(Desk)} colours. Respond with JSON.\"\"\"")]
    public Task Every_kind_of_literal(string before, string after) =>
        FixAsync(
            $"await {{|RAG2005:chat.CompleteChatAsync|}}(\n[new UserChatMessage({before})], {Json});",
            $"await chat.CompleteChatAsync(\n[new UserChatMessage({after})], {Json});"
        );

    [Fact]
    public Task Raw_lines_keep_their_shape() =>
        FixAsync(
            $$""""
            // The colours.
            await {|RAG2005:chat.CompleteChatAsync|}(
                [
                    new SystemChatMessage("""
                        You know colours.
                          Each has a name.
                        """), // The system.
                    new UserChatMessage("List three."),
                ],
                {{Json}});
            """",
            $$""""
            // The colours.
            await chat.CompleteChatAsync(
                [
                    new SystemChatMessage("""
                        You know colours.
                          Each has a name. Respond with JSON.
                        """), // The system.
                    new UserChatMessage("List three."),
                ],
                {{Json}});
            """"
        );

    [Fact]
    public Task The_last_message_of_the_user_where_no_system_speaks() =>
        FixAsync(
            $"await {{|RAG2005:chat.CompleteChatAsync|}}([new UserChatMessage(\"Hello.\"), new AssistantChatMessage(\"Hi.\"), new UserChatMessage(\"List three.\")], {Json});",
            $"await chat.CompleteChatAsync([new UserChatMessage(\"Hello.\"), new AssistantChatMessage(\"Hi.\"), new UserChatMessage(\"List three. Respond with JSON.\")], {Json});"
        );

    [Fact]
    public Task A_constant_of_another_file()
    {
        return Verify.FixAsync<JsonModeWithoutMention, MentionJsonFix>(
            Prompted.Source($"await {{|RAG2005:chat.CompleteChatAsync|}}([new UserChatMessage(Prompts.Ask)], {Json});"),
            Prompted.Source($"await chat.CompleteChatAsync([new UserChatMessage(Prompts.Ask)], {Json});"),
            setup: new TestSetup { OtherSources = [Prompts("")], OtherSourcesAfterFix = [Prompts(" Respond with JSON.")] }
        );

        static string Prompts(string text) => $"internal static class Prompts {{ internal const string Ask = \"List three.{text}\"; }}";
    }

    [Fact]
    public Task A_local_or_private_constant_that_is_used_here_alone() =>
        FixAsync(
            $"const string Ask = \"List three.\"; await {{|RAG2005:chat.CompleteChatAsync|}}([new UserChatMessage(Ask)], {Json}); await {{|RAG2005:chat.CompleteChatAsync|}}([new UserChatMessage(Two)], {Json});",
            $"const string Ask = \"List three. Respond with JSON.\"; await chat.CompleteChatAsync([new UserChatMessage(Ask)], {Json}); await chat.CompleteChatAsync([new UserChatMessage(Two)], {Json});",
            "private const string Two = \"List two.\";",
            "private const string Two = \"List two. Respond with JSON.\";"
        );

    [Theory]
    [InlineData(
        "await {|RAG2005:new OpenAIChatCompletionService(\"gpt\", \"key\").GetChatMessageContentAsync|}(\"List three.\", new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" });"
    )]
    [InlineData(
        "var history = new ChatHistory(); history.AddUserMessage(\"List three.\"); await {|RAG2005:new OpenAIChatCompletionService(\"gpt\", \"key\").GetChatMessageContentAsync|}(history, new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" });"
    )]
    [InlineData(
        "await {|RAG2005:Kernel.CreateBuilder().AddOpenAIChatCompletion(\"gpt\", \"key\").Build().InvokePromptAsync|}(\"List three.\", new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" }));"
    )]
    [InlineData(
        "await {|RAG2005:responses.CreateResponseAsync|}(new CreateResponseOptions(\"gpt\", [ResponseItem.CreateUserMessageItem(\"List three.\")]) { Instructions = \"You know colours.\", TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() } });"
    )]
    [InlineData(
        "await {|RAG2005:chat.AsIChatClient().GetResponseAsync|}(\"List three.\", new ChatOptions { ResponseFormat = ChatResponseFormat.Json }); // client"
    )]
    [InlineData(
        "var agent2 = new ChatClientAgent(chat.AsIChatClient(), new ChatClientAgentOptions { ChatOptions = new() { ResponseFormat = ChatResponseFormat.Json } });\n        await {|RAG2005:agent2.RunAsync|}(\"List three.\");"
    )]
    public Task Every_sdk(string before) =>
        FixAsync(
            before,
            System
                .Text.RegularExpressions.Regex.Replace(before, @"\{\|RAG2005:(.*?)\|\}", "$1")
                .Replace("List three.", "List three. Respond with JSON.", StringComparison.Ordinal)
        );

    [Fact]
    public Task Instructions_of_an_agent_where_nothing_else_is_the_systems() =>
        FixAsync(
            "var agent2 = new ChatClientAgent(chat.AsIChatClient(), new ChatClientAgentOptions { ChatOptions = new() { Instructions = \"List three.\", ResponseFormat = ChatResponseFormat.Json } }); await {|RAG2005:agent2.RunAsync|}(Array.Empty<ChatMessage>());",
            "var agent2 = new ChatClientAgent(chat.AsIChatClient(), new ChatClientAgentOptions { ChatOptions = new() { Instructions = \"List three. Respond with JSON.\", ResponseFormat = ChatResponseFormat.Json } }); await agent2.RunAsync(Array.Empty<ChatMessage>());"
        );

    [Theory]
    [InlineData("await {|RAG2005:chat.CompleteChatAsync|}([new UserChatMessage(Shared)], " + Json + "); Console.WriteLine(Shared);")]
    [InlineData(
        "await {|RAG2005:chat.CompleteChatAsync|}([new UserChatMessage(\"Colours of \" + Shared)], "
            + Json
            + "); Console.WriteLine(Shared);"
    )]
    [InlineData("await {|RAG2005:chat.CompleteChatAsync|}([new UserChatMessage(Open)], " + Json + ");")]
    [InlineData("await {|RAG2005:chat.CompleteChatAsync|}([new UserChatMessage(nameof(Desk))], " + Json + ");")]
    public Task No_fix(string statements) =>
        Verify.NoFixAsync<JsonModeWithoutMention, MentionJsonFix>(
            Prompted.Source(statements, "private const string Shared = \"List three.\"; public const string Open = \"List three.\";")
        );

    private static Task FixAsync(string before, string after, string membersBefore = "", string? membersAfter = null) =>
        Verify.FixAsync<JsonModeWithoutMention, MentionJsonFix>(
            TestSources.AmongLongLines(Prompted.Source(before, membersBefore)),
            TestSources.AmongLongLines(Prompted.Source(after, membersAfter ?? membersBefore))
        );
}
