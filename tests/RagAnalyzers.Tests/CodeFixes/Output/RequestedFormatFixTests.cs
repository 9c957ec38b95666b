using RagAnalyzers.CodeFixes.Output;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output;

/// <summary>RAG2003's fix turns on JSON mode where the prompt demands JSON and the options are here, or are none.</summary>
public sealed class RequestedFormatFixTests
{
    [Theory]
    [InlineData(
        "await {|RAG2003:chat.CompleteChatAsync|}([new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(question)]);",
        "await chat.CompleteChatAsync([new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(question)], new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() });")]
    [InlineData(
        "var options = new ChatCompletionOptions { Temperature = 0 }; await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage(\"Respond with JSON.\" + question)], options);",
        "var options = new ChatCompletionOptions { Temperature = 0, ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }; await chat.CompleteChatAsync([new UserChatMessage(\"Respond with JSON.\" + question)], options);")]
    [InlineData(
        "await {|RAG2003:responses.CreateResponseAsync|}(new CreateResponseOptions { InputItems = { ResponseItem.CreateUserMessageItem(\"Respond with JSON.\" + question) } });",
        "await responses.CreateResponseAsync(new CreateResponseOptions { InputItems = { ResponseItem.CreateUserMessageItem(\"Respond with JSON.\" + question) }, TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() } });")]
    [InlineData(
        "await {|RAG2003:completion.GetChatMessageContentAsync|}(\"Respond with JSON.\" + question);",
        "await completion.GetChatMessageContentAsync(\"Respond with JSON.\" + question, new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" });")]
    [InlineData(
        "await {|RAG2003:completion.GetChatMessageContentAsync|}(\"Respond with JSON.\" + question, new OpenAIPromptExecutionSettings());",
        "await completion.GetChatMessageContentAsync(\"Respond with JSON.\" + question, new OpenAIPromptExecutionSettings { ResponseFormat = \"json_object\" });")]
    [InlineData(
        "await {|RAG2003:client.GetResponseAsync|}(\"Respond with JSON.\" + question);",
        "await client.GetResponseAsync(\"Respond with JSON.\" + question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });")]
    [InlineData(
        "await {|RAG2003:client.GetResponseAsync|}([new(ChatRole.User, \"Respond with JSON.\" + question)], cancellationToken: default);",
        "await client.GetResponseAsync([new(ChatRole.User, \"Respond with JSON.\" + question)], cancellationToken: default, options: new ChatOptions { ResponseFormat = ChatResponseFormat.Json });")]
    public Task Turns_it_on(string before, string after) => FixAsync(before, after);

    [Fact]
    public Task Fix_all() => FixAsync(
        "await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage(\"Respond with JSON.\" + question)]); await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage(\"Return JSON. \" + question)]);",
        "await chat.CompleteChatAsync([new UserChatMessage(\"Respond with JSON.\" + question)], new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() }); "
            + "await chat.CompleteChatAsync([new UserChatMessage(\"Return JSON. \" + question)], new ChatCompletionOptions { ResponseFormat = ChatResponseFormat.CreateJsonObjectFormat() });");

    [Theory]
    [InlineData("await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage(\"Respond with a JSON array.\" + question)]);")]
    [InlineData("await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage(\"List the cities. Respond with JSON.\" + question)]); /* a list */")]
    [InlineData("await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage(\"Respond in XML.\" + question)]);")]
    [InlineData("await {|RAG2003:chat.CompleteChatAsync|}(new SystemChatMessage(\"Respond with JSON.\"), new UserChatMessage(question));")]
    [InlineData("await {|RAG2003:kernel.InvokePromptAsync|}(\"Respond with JSON.\");")]
    [InlineData("await {|RAG2003:new ChatClientAgent(client, \"Respond with JSON.\").RunAsync|}(question);")]
    [InlineData("var options = new ChatCompletionOptions(); await {|RAG2003:chat.CompleteChatAsync|}([new UserChatMessage(\"Respond with JSON.\")], options); await chat.CompleteChatAsync([new UserChatMessage(question)], options);")]
    public Task No_fix(string statements) => Verify.NoFixAsync<RequestedFormatNotEnforced, RequestedFormatFix>(Prompted.Source(statements));

    private static Task FixAsync(string before, string after) => Verify.FixAsync<RequestedFormatNotEnforced, RequestedFormatFix>(Prompted.Source(before), Prompted.Source(after));
}
