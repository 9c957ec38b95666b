namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>A class of the compilation that answers by itself is no model: a stand-in of a test, for example.</summary>
public sealed class AnswerParsedWithoutSchemaOwnClientsTests
{
    private const string Parse = "Use(JsonSerializer.Deserialize<Answer>(response.Text));";

    private const string Clients = """
        public sealed class StandIn(string answer) : IChatClient
        {
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) =>
                Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, answer)));
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) =>
                throw new NotSupportedException();
            public object? GetService(Type type, object? key = null) => null;
            public void Dispose() { }
        }

        public sealed class Counting(IChatClient inner) : DelegatingChatClient(inner);

        public sealed class Forwarding(IChatClient inner) : IChatClient
        {
            public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) =>
                inner.GetResponseAsync(messages, options, token);
            public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) =>
                inner.GetStreamingResponseAsync(messages, options, token);
            public object? GetService(Type type, object? key = null) => null;
            public void Dispose() { }
        }
        """;

    [Theory]
    [InlineData("""var fake = new StandIn("{}"); var response = await fake.GetResponseAsync(question);""")]
    [InlineData("""IChatClient fake = new StandIn("{}"); var response = await fake.GetResponseAsync(question);""")]
    [InlineData("""var response = await _fake.GetResponseAsync(question);""", "private readonly StandIn _fake = new(\"{}\");")]
    [InlineData("""var response = await Fake.GetResponseAsync(question);""", "public required StandIn Fake { get; init; }")]
    [InlineData("""var fake = new StandIn("{}").AsBuilder().UseLogging().Build(); var response = await fake.GetResponseAsync(question);""")]
    [InlineData("""var response = await new ChatClientAgent(new StandIn("{}")).RunAsync(question);""")]
    [InlineData(
        """IChatClient fake = question.Length > 9 ? new StandIn("{}") : new StandIn("[]"); var response = await fake.GetResponseAsync(question);"""
    )]
    public Task No_model_answers(string statements, string members = "") => VerifyAsync(statements, members);

    [Theory]
    [InlineData("""var response = await {|RAG2002:chat.GetResponseAsync|}(question);""")]
    [InlineData("""var response = await {|RAG2002:new Counting(chat).GetResponseAsync|}(question);""")]
    [InlineData("""IChatClient through = new Forwarding(chat); var response = await {|RAG2002:through.GetResponseAsync|}(question);""")]
    // Which of the two answers is decided when it runs.
    [InlineData(
        """IChatClient either = question.Length > 9 ? new StandIn("{}") : chat; var response = await {|RAG2002:either.GetResponseAsync|}(question);"""
    )]
    public Task A_model_may_answer(string statements) => VerifyAsync(statements);

    [Fact]
    public Task A_stand_in_of_semantic_kernel() =>
        Desk.SemanticKernelAsync(
            """
            var answer = await new StandIn().GetChatMessageContentAsync(question);
            Use(JsonSerializer.Deserialize<Answer>(answer.Content!));
            """,
            """
            public sealed class StandIn : IChatCompletionService
            {
                public IReadOnlyDictionary<string, object?> Attributes { get; } = new Dictionary<string, object?>();
                public Task<IReadOnlyList<ChatMessageContent>> GetChatMessageContentsAsync(ChatHistory history, PromptExecutionSettings? settings = null, Kernel? kernel = null, CancellationToken token = default) =>
                    Task.FromResult<IReadOnlyList<ChatMessageContent>>([new(AuthorRole.Assistant, "{}")]);
                public IAsyncEnumerable<StreamingChatMessageContent> GetStreamingChatMessageContentsAsync(ChatHistory history, PromptExecutionSettings? settings = null, Kernel? kernel = null, CancellationToken token = default) =>
                    throw new NotSupportedException();
            }
            """
        );

    /// <summary>Of another project's classes the name alone says that one stands in for a service.</summary>
    [Theory]
    [InlineData("FakeChatClient", "(IChatClient)new FakeChatClient()", null)]
    [InlineData("TestChatClient", "new TestChatClient()", null)]
    [InlineData("VendorChatClient", "(IChatClient)new VendorChatClient()", "RAG2002")]
    public Task A_stand_in_that_another_project_declares(string name, string made, string? id)
    {
        var call = $"({made}).GetResponseAsync";
        return Programs.VerifyAsync(
            $$"""
            public sealed class Evaluation
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var response = await {{(id is null ? call : "{|" + id + ":" + call + "|}")}}(question);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """,
            Programs.WithProject(
                $$"""
                public class {{name}} : IChatClient
                {
                    public Func<string>? Answer;
                    public virtual Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) =>
                        Task.FromResult(new ChatResponse(new ChatMessage(ChatRole.Assistant, Answer?.Invoke())));
                    public virtual IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken token = default) =>
                        throw new NotSupportedException();
                    public virtual object? GetService(Type type, object? key = null) => null;
                    public virtual void Dispose() { }
                }
                """,
                isBuilt: true
            )
        );
    }

    private static Task VerifyAsync(string statements, string members = "") =>
        Desk.ExtensionsAIAsync($"{statements} {Parse}", $"{members} {Clients}");
}
