using RagAnalyzers.Rules.Combination;
using RagAnalyzers.Tests.Rules.Grounding;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Combination;

/// <summary>RAG3002: worked examples, or a long block about form, are sent with every call that carries passages.</summary>
public sealed class ExamplesInGroundedPromptTests
{
    private const string Question = """new ChatMessage(ChatRole.User, $"{found} {question}")""";

    private static readonly string s_block = string.Concat(
        Enumerable.Repeat("Use Markdown headings and bullets, and a friendly tone. ", 20)
    );

    [Theory]
    [InlineData("""{|RAG3002:chat.GetResponseAsync|}("Q: When? \nA: At 8.\nQ: Who?\nA: She.\nQ: Where?\nA: Here.\n" + found + question)""")]
    [InlineData("""{|RAG3002:chat.GetResponseAsync|}("Q: When? A: At 8. Q: Who? A: She. Q: Where? A: Here. " + found + question)""")]
    [InlineData(
        """{|RAG3002:chat.GetResponseAsync|}("**Input:** a\n**Output:** b\n**Input:** c\n**Output:** d\n**Input:** e\n**Output:** f\n" + found + question)"""
    )]
    [InlineData(
        """{|RAG3002:chat.GetResponseAsync|}("## Example 1\nA letter.\n## Example 2\nA poem.\n## Example 3\nA list.\n" + found + question)"""
    )]
    [InlineData(
        """{|RAG3002:chat.GetResponseAsync|}([new ChatMessage(ChatRole.User, "a"), new ChatMessage(ChatRole.Assistant, "b"), new ChatMessage(ChatRole.User, "c"), new ChatMessage(ChatRole.Assistant, "d"), new ChatMessage(ChatRole.User, "e"), new ChatMessage(ChatRole.Assistant, "f"), QUESTION])"""
    )]
    [InlineData(
        """{|RAG3002:client.CompleteChatAsync|}([new UserChatMessage("a"), new AssistantChatMessage("b"), new UserChatMessage("c"), new AssistantChatMessage("d"), new UserChatMessage("e"), new AssistantChatMessage("f"), new UserChatMessage(found + question)])"""
    )]
    [InlineData(
        """{|RAG3002:kernel.InvokePromptAsync|}("Q: a\nA: b\nQ: c\nA: d\nQ: e\nA: f\n{{$found}} {{$question}}", new KernelArguments { ["found"] = found, ["question"] = question })"""
    )]
    [InlineData("""{|RAG3002:chat.AsAIAgent("Q: a\nA: b\nQ: c\nA: d\nQ: e\nA: f").RunAsync|}(found + question)""")]
    public Task Three_examples(string call) => VerifyAsync(call);

    // As on the rule's page.
    [Fact]
    public Task Examples_in_a_raw_string() =>
        VerifyAsync(
            """"
            {|RAG3002:chat.GetResponseAsync|}(
                $"""
                Q: When is the office open? A: From 8 to 18. [opening-hours]
                Q: Who signs expenses? A: Your manager. [expenses]
                Q: May I work abroad? A: For 20 days a year. [remote-work]
                """ + $"Passages: {found} Q: {question}")
            """"
        );

    [Fact]
    public async Task A_long_block_about_form()
    {
        var call = $$"""chat.GetResponseAsync("{{s_block}}" + found + question)""";
        await VerifyAsync(call);
        await VerifyAsync(
            call.Replace("chat.GetResponseAsync", "{|RAG3002:chat.GetResponseAsync|}"),
            "rag_analyzers.formatting_block_length = 1000"
        );
        await VerifyAsync(call, "rag_analyzers.formatting_block_length = 5000");
        await VerifyAsync(
            call.Replace("Markdown headings and bullets, and a friendly tone", "what the reader knows of the matter at hand, kindly"),
            "rag_analyzers.formatting_block_length = 500"
        );
    }

    [Theory]
    [InlineData("""chat.GetResponseAsync("Q: a\nA: b\nQ: c\nA: d\n" + found + question)""")]
    [InlineData("""chat.GetResponseAsync("Example 1\na\nExample 2\nb\n" + found + question)""")]
    [InlineData("""chat.GetResponseAsync("Q: a\nA: b\nQ: c\nA: d\nQ: e\nA: f\n" + question)""")]
    [InlineData("""chat.GetResponseAsync(Examples + found + question)""")]
    [InlineData("""chat.GetResponseAsync([new ChatMessage(ChatRole.User, "a"), new ChatMessage(ChatRole.Assistant, "b"), QUESTION])""")]
    [InlineData(
        """chat.GetResponseAsync([new ChatMessage(ChatRole.User, $"a {found}"), new ChatMessage(ChatRole.Assistant, $"b {found}"), new ChatMessage(ChatRole.User, $"c {found}"), new ChatMessage(ChatRole.Assistant, $"d {found}"), new ChatMessage(ChatRole.User, $"e {found}"), new ChatMessage(ChatRole.Assistant, $"f {found}"), QUESTION])"""
    )]
    [InlineData("""chat.GetResponseAsync($"Answer with question and answer from the example: {found} Question: {question} Answer:")""")]
    public Task Innocent(string call) => VerifyAsync(call);

    [Fact]
    public Task The_message_counts() =>
        Verify.AnalyzerAsync<ExamplesInGroundedPrompt>(
            Source("""{|#0:chat.GetResponseAsync|}("Q: a\nA: b\nQ: c\nA: d\nQ: e\nA: f\nQ: g\nA: h\n" + found + question)"""),
            expected: Verify.Finding<ExamplesInGroundedPrompt>("RAG3002").WithLocation(0).WithArguments("4 constant examples")
        );

    [Fact]
    public void It_is_off_by_default() =>
        Assert.False(Assert.Single(new ExamplesInGroundedPrompt().SupportedDiagnostics).IsEnabledByDefault);

    private static Task VerifyAsync(string call, string? option = null) =>
        Verify.AnalyzerAsync<ExamplesInGroundedPrompt>(Source(call), setup: new TestSetup { EditorConfig = "[*.cs]\n" + option });

    private static string Source(string call) =>
        GroundedPrompts.Source($"return await {call.Replace("QUESTION", Question)};", "public string Examples { get; set; } = \"\";");
}
