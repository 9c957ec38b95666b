using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Tests.Rules.Knowledge;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>RAG6005: the service returns citations with the answer, and its text alone is used.</summary>
public sealed class CitationsDiscardedTests
{
    private const string OnYourData = """
        var options = new ChatCompletionOptions(); options.AddDataSource(new AzureSearchChatDataSource { Endpoint = new("https://a"), IndexName = "docs", Authentication = null! });

        """;

    private const string FileSearch =
        """var options = new CreateResponseOptions { Tools = { ResponseTool.CreateFileSearchTool(["vs_1"]) } }; """;

    private const string Hosted = "var options = new ChatOptions { Tools = [new HostedFileSearchTool()] }; ";

    [Theory]
    [InlineData(
        OnYourData
            + """ChatCompletion completion = await {|RAG6005:client.CompleteChatAsync|}([new UserChatMessage(question)], options); return completion.Content[0].Text;"""
    )]
    [InlineData(
        OnYourData
            + """var result = await {|RAG6005:client.CompleteChatAsync|}([new UserChatMessage(question)], options); Console.WriteLine(result.Value.Usage.TotalTokenCount); return result.Value.Content.FirstOrDefault()?.Text;"""
    )]
    [InlineData(
        OnYourData
            + """ChatCompletion completion = await {|RAG6005:client.CompleteChatAsync|}([new UserChatMessage(question)], options); return string.Concat(completion.Content.Select(part => part.Text));"""
    )]
    [InlineData(
        OnYourData
            + """var text = ""; await foreach (var update in {|RAG6005:client.CompleteChatStreamingAsync|}([new UserChatMessage(question)], options)) foreach (var part in update.ContentUpdate) text += part.Text; return text;"""
    )]
    [InlineData(
        FileSearch
            + """options.InputItems.Add(ResponseItem.CreateUserMessageItem(question)); ResponseResult response = await {|RAG6005:responses.CreateResponseAsync|}(options); return response.GetOutputText();"""
    )]
    [InlineData(Hosted + "var response = await {|RAG6005:chat.GetResponseAsync|}(question, options); return response.Text;")]
    [InlineData(Hosted + "Console.WriteLine(await {|RAG6005:chat.GetResponseAsync|}(question, options)); return null;")]
    [InlineData(
        Hosted
            + """await foreach (var update in {|RAG6005:chat.GetStreamingResponseAsync|}(question, options)) Console.Write(update.Text); return null;"""
    )]
    [InlineData(
        """var response = await {|RAG6005:chat.AsAIAgent(tools: [new HostedFileSearchTool()]).RunAsync|}(question); return response.Text;"""
    )]
    // The conversation goes on with what was answered.
    [InlineData(
        OnYourData
            + """var messages = new List<OpenAI.Chat.ChatMessage>(); while (true) { messages.Add(new UserChatMessage(Console.ReadLine())); ChatCompletion completion = await {|RAG6005:client.CompleteChatAsync|}(messages, options); Console.WriteLine(completion.Content[0].Text); messages.Add(new AssistantChatMessage(completion.Content[0].Text)); }"""
    )]
    [InlineData(
        Hosted
            + """var messages = new List<Microsoft.Extensions.AI.ChatMessage>(); while (true) { messages.Add(new(ChatRole.User, Console.ReadLine())); var response = await {|RAG6005:chat.GetResponseAsync|}(messages, options); Console.WriteLine(response.Text); messages.Add(new(ChatRole.Assistant, response.Text)); }"""
    )]
    public Task Only_the_text_is_used(string statements) => VerifyAsync(statements);

    [Theory]
    // They are read, here or by whoever gets the answer.
    [InlineData(
        OnYourData
            + """ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], options); return completion.Content[0].Text + completion.GetMessageContext().Citations.Count;"""
    )]
    [InlineData(
        OnYourData
            + """ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], options); return completion;"""
    )]
    [InlineData(
        OnYourData
            + """ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], options); Last = completion; return completion.Content[0].Text;""",
        "public ChatCompletion? Last { get; set; }"
    )]
    [InlineData(
        FileSearch
            + """ResponseResult response = await responses.CreateResponseAsync(options); foreach (var item in response.OutputItems.OfType<MessageResponseItem>()) Console.WriteLine(item.Content[0].OutputTextAnnotations.Count); return response.GetOutputText();"""
    )]
    [InlineData(
        FileSearch
            + """ResponseResult response = await responses.CreateResponseAsync(options); Console.WriteLine(response.OutputItems.Count); Show(response.OutputItems); return response.GetOutputText();""",
        "private static void Show(IEnumerable<ResponseItem> items) { foreach (var item in items) Console.WriteLine(System.Text.Json.JsonSerializer.Serialize(item)); }"
    )]
    [InlineData(
        Hosted
            + "var response = await chat.GetResponseAsync(question, options); Console.WriteLine(response.RawRepresentation); return response.Text;"
    )]
    [InlineData(
        Hosted
            + """var response = await chat.GetResponseAsync(question, options); Console.WriteLine(response.Messages[0].Contents[0].Annotations?.Count); return response.Text;"""
    )]
    // The service does not return any.
    [InlineData(
        """var options = new ChatCompletionOptions(); options.AddDataSource(new AzureSearchChatDataSource { Endpoint = new("https://a"), IndexName = "docs", Authentication = null!, OutputContexts = DataSourceOutputContexts.Intent }); ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], options); return completion.Content[0].Text;"""
    )]
    [InlineData(
        """ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], new ChatCompletionOptions()); return completion.Content[0].Text;"""
    )]
    [InlineData(
        """var others = new ChatCompletionOptions(); others.AddDataSource(new AzureSearchChatDataSource { Endpoint = new("https://a"), IndexName = "docs", Authentication = null! }); ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], new ChatCompletionOptions()); return completion.Content[0].Text;"""
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { Tools = [new HostedWebSearchTool()] }); return response.Text;"
    )]
    // A step on the way to an answer.
    [InlineData(
        OnYourData
            + """ChatCompletion completion = await client.CompleteChatAsync([new SystemChatMessage("Rewrite the question as a search query."), new UserChatMessage(question)], options); return completion.Content[0].Text;"""
    )]
    [InlineData(
        OnYourData
            + """ChatCompletion completion = await client.CompleteChatAsync([new UserChatMessage(question)], options); var query = completion.Content[0].Text; await foreach (var hit in pages.SearchAsync(query, 3)) return hit.Record.Text; return null;"""
    )]
    [InlineData(Hosted + """var response = await chat.GetResponseAsync(question, options); return response.Text == "yes";""")]
    [InlineData(
        Hosted
            + """var response = await chat.GetResponseAsync(question, options); return System.Text.Json.JsonSerializer.Deserialize<AskRequest>(response.Text);"""
    )]
    [InlineData(
        Hosted
            + """var response = await chat.GetResponseAsync(question, options); return await chat.GetResponseAsync("Translate: " + response.Text);"""
    )]
    [InlineData(
        Hosted
            + """var messages = new List<Microsoft.Extensions.AI.ChatMessage>(); var response = await chat.GetResponseAsync(question, options); messages.Add(new(ChatRole.User, "Translate: " + response.Text)); return await chat.GetResponseAsync(messages);"""
    )]
    [InlineData(Hosted + "var response = await chat.GetResponseAsync<AskRequest>(question, options); return response.Result;")]
    // Nobody is shown anything.
    [InlineData(Hosted + "await chat.GetResponseAsync(question, options); return null;")]
    public Task Innocent(string statements, string members = "") => VerifyAsync(statements, members);

    /// <summary>A test checks the answer and shows it to nobody.</summary>
    [Fact]
    public Task In_a_test() =>
        VerifyAsync(
            Hosted + "var response = await chat.GetResponseAsync(question, options); return response.Text;",
            "[Xunit.Fact] public void Answers() { } } namespace Xunit { public class FactAttribute : System.Attribute;"
        );

    [Fact]
    public Task Semantic_kernel() =>
        Verify.AnalyzerAsync<CitationsDiscarded>(
            SeekingPrompts.InMethod(
                """
                var settings = new Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIPromptExecutionSettings { AzureChatDataSource = new AzureSearchChatDataSource { Endpoint = new("https://a"), IndexName = "docs", Authentication = null! } };
                var answer = await {|RAG6005:completion.GetChatMessageContentAsync|}(question, settings);
                Console.WriteLine(await {|RAG6005:kernel.InvokePromptAsync|}(question, new(settings)));
                return answer.Content;
                """
            ),
            DocumentedSdks.References
        );

    // Settings that come from elsewhere may have no data source.
    [Fact]
    public Task Semantic_kernel_with_unseen_settings() =>
        Verify.AnalyzerAsync<CitationsDiscarded>(
            SeekingPrompts.InMethod(
                "return (await completion.GetChatMessageContentAsync(question, settings)).Content;",
                "private readonly Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIPromptExecutionSettings settings = Load(); private static Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIPromptExecutionSettings Load() => throw null!;"
            ),
            DocumentedSdks.References
        );

    [Fact]
    public Task Semantic_kernel_reads_them() =>
        Verify.AnalyzerAsync<CitationsDiscarded>(
            SeekingPrompts.InMethod(
                """
                var settings = new Microsoft.SemanticKernel.Connectors.AzureOpenAI.AzureOpenAIPromptExecutionSettings { AzureChatDataSource = new AzureSearchChatDataSource { Endpoint = new("https://a"), IndexName = "docs", Authentication = null! } };
                var answer = await completion.GetChatMessageContentAsync(question, settings);
                return (answer.Content, Sources.Of(answer.InnerContent));
                """,
                "private static class Sources { public static string? Of(object? content) => content?.ToString(); }"
            ),
            DocumentedSdks.References
        );

    // A helper hands the answer to who reads its text alone.
    [Fact]
    public Task Through_a_helper() =>
        VerifyAsync(
            "return (await AskedAsync(question)).Content[0].Text;",
            "private async Task<ChatCompletion> AskedAsync(string q) { "
                + OnYourData
                + "return await {|RAG6005:client.CompleteChatAsync|}([new UserChatMessage(q)], options); }"
        );

    [Fact]
    public Task The_message_names_the_call_and_the_source() =>
        Verify.AnalyzerAsync<CitationsDiscarded>(
            SeekingPrompts.InMethod(
                """
                var options = new ChatOptions { Tools = [{|#1:new HostedFileSearchTool()|}] };
                var response = await {|#0:chat.GetResponseAsync|}(question, options);
                return response.Text;
                """
            ),
            expected: Verify.Finding<CitationsDiscarded>("RAG6005").WithLocation(0).WithLocation(1).WithArguments("GetResponseAsync")
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<CitationsDiscarded>(SeekingPrompts.InMethod(statements, members));
}
