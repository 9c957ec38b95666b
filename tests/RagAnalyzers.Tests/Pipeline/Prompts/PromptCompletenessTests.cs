namespace RagAnalyzers.Tests.Pipeline.Prompts;

/// <summary>A list of messages that goes where code unseen may add to it leaves the prompt open; one that is only read does not.</summary>
public sealed class PromptCompletenessTests
{
    private const string Members = """
        private static readonly Dictionary<string, List<ChatMessage>> Sessions = new();
        private List<ChatMessage> _kept = new();
        private readonly List<ChatMessage> _own = [new UserChatMessage("Hello")];
        private readonly List<ChatMessage> _shown = [new UserChatMessage("Hello")];
        public List<ChatMessage> Shown => _shown;
        public record Sent(List<ChatMessage> Messages);
        private static void Read(List<ChatMessage> messages) => Console.WriteLine(messages.Count);
        private static void Add(List<ChatMessage> messages) => messages.Add(new SystemChatMessage("Be brief"));
        private static void Keep(List<ChatMessage> messages) => Sessions["a"] = messages;
        """;

    [Theory]
    [InlineData(
        "Microsoft.Extensions.DependencyInjection.ServiceCollectionServiceExtensions.AddSingleton(new Microsoft.Extensions.DependencyInjection.ServiceCollection(), messages);"
    )]
    [InlineData("_kept = messages;")]
    [InlineData("Sessions[question] = messages;")]
    [InlineData("Sessions.Add(question, messages);")]
    [InlineData("Keep(messages);")]
    [InlineData("var sent = new Sent(messages);")]
    [InlineData("var all = new[] { messages };")]
    [InlineData("List<List<ChatMessage>> all = [messages];")]
    [InlineData("var both = (messages, question);")]
    [InlineData("var other = messages; other.Add(new SystemChatMessage(question));")]
    [InlineData("var other = messages ?? new(); other.Add(new SystemChatMessage(question));")]
    [InlineData("if ((object)messages is List<ChatMessage> other) other.Add(new SystemChatMessage(question));")]
    [InlineData("new List<ChatMessage> { new SystemChatMessage(question) }.ForEach(messages.Add);")]
    [InlineData("Func<List<ChatMessage>> give = () => messages;")]
    public void Out_of_sight(string handed) =>
        Assert.StartsWith(
            "open | ",
            ReadPrompt.Shown(
                $"var messages = new List<ChatMessage> {{ new UserChatMessage(\"Hello\") }}; {handed} await chat.CompleteChatAsync(messages);",
                Members
            ),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("Console.WriteLine(messages.Count);")]
    [InlineData("Read(messages);")]
    [InlineData("var copy = messages.ToList(); copy.Add(new SystemChatMessage(question));")]
    [InlineData("var copy = new List<ChatMessage>(messages); Keep(copy);")]
    [InlineData("List<ChatMessage> copy = [.. messages]; Keep(copy);")]
    [InlineData("foreach (var message in messages) Console.WriteLine(message.Content[0].Text);")]
    [InlineData("if (messages is { Count: > 3 }) messages.RemoveAt(0);")]
    [InlineData("if (messages.Count == 0) return;")]
    [InlineData("System.Text.Json.JsonSerializer.Serialize(messages);")]
    public void In_sight(string handed) =>
        Assert.Equal(
            "complete | User: Hello",
            ReadPrompt.Shown(
                $"var messages = new List<ChatMessage> {{ new UserChatMessage(\"Hello\") }}; {handed} await chat.CompleteChatAsync(messages);",
                Members
            )
        );

    [Fact]
    public void Stored_after_the_call_is_too_late() =>
        Assert.Equal(
            "complete | User: Hello",
            ReadPrompt.Shown(
                "List<ChatMessage> messages = [new UserChatMessage(\"Hello\")]; await chat.CompleteChatAsync(messages); _kept = messages;",
                Members
            )
        );

    [Fact]
    public void A_method_that_is_seen_to_add() =>
        Assert.Equal(
            "complete | User: Hello | System: Be brief",
            ReadPrompt.Shown(
                "List<ChatMessage> messages = [new UserChatMessage(\"Hello\")]; Add(messages); await chat.CompleteChatAsync(messages);",
                Members
            )
        );

    [Fact]
    public void A_field_of_the_class_alone() =>
        Assert.Equal("complete | User: Hello", ReadPrompt.Shown("await chat.CompleteChatAsync(_own);", Members));

    [Fact]
    public void A_field_that_a_public_property_gives_away() =>
        Assert.StartsWith("open", ReadPrompt.Shown("await chat.CompleteChatAsync(_shown);", Members), StringComparison.Ordinal);

    [Fact]
    public void A_history_that_is_reduced_out_of_sight() =>
        Assert.StartsWith(
            "open",
            ReadPrompt.Shown(
                "var history = new ChatHistory(\"Be brief\"); await history.ReduceAsync(null, default); await completion.GetChatMessageContentAsync(history);"
            ),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_word_is_lacking_only_where_every_word_can_be_read()
    {
        Assert.True(ReadPrompt.Of("await chat.CompleteChatAsync([\"Hello\"]);").CertainlyLacks("json"));
        Assert.False(ReadPrompt.Of("await chat.CompleteChatAsync([\"Hello JSON\"]);").CertainlyLacks("json"));
        Assert.False(ReadPrompt.Of("await chat.CompleteChatAsync([\"Hello \" + question]);").CertainlyLacks("json"));
        Assert.False(ReadPrompt.Of("await chat.CompleteChatAsync(new List<ChatMessage>());").CertainlyLacks("json"));
    }
}
