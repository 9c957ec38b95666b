namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002: the answer was added to a history, and what is parsed are messages of it that a condition picks.</summary>
public sealed class AnswerParsedWithoutSchemaPickedMessagesTests
{
    private const string Extensions =
        "var history = new List<ChatMessage> { new(ChatRole.User, question) }; var response = await chat.GetResponseAsync(history); history.AddRange(response.Messages); ";

    private const string Kernel =
        "var history = new ChatHistory(question); var answer = await chat.GetChatMessageContentAsync(history); history.Add(answer); ";

    [Theory]
    [InlineData("Use(JsonDocument.Parse(history.Last(m => m.Role == ChatRole.Tool).Text));")]
    [InlineData("Use(JsonDocument.Parse(history.Where(m => m.Role == ChatRole.Tool && m.Text.Length > 2).First().Text));")]
    [InlineData("foreach (var m in history) { if (m.Role == ChatRole.Tool) Use(JsonDocument.Parse(m.Text)); }")]
    [InlineData("foreach (var m in history) { if (m.Role != ChatRole.Tool) continue; Use(JsonDocument.Parse(m.Text)); }")]
    [InlineData("foreach (var m in history) { if (m.Role == ChatRole.Assistant) Use(m.Text); else Use(JsonDocument.Parse(m.Text)); }")]
    [InlineData("Use(JsonDocument.Parse(history.First(m => m.Role.Value == \"tool\").Text));")]
    [InlineData("Use(JsonDocument.Parse(history.First(m => !(m.Role != ChatRole.Tool)).Text));")]
    [InlineData("Use(JsonDocument.Parse(Tools(history).Text));")]
    public Task Another_role_than_the_assistants(string statements) =>
        Desk.ExtensionsAIAsync(
            Extensions + statements,
            "private static ChatMessage Tools(List<ChatMessage> history) => history.Last(m => m.Role == ChatRole.Tool);"
        );

    [Theory]
    [InlineData("Use(JsonDocument.Parse(history.Last(m => m.Role == AuthorRole.Tool).Content!));")]
    [InlineData("foreach (var m in history.Where(m => m.Role == AuthorRole.Tool)) Use(JsonDocument.Parse(m.Content!));")]
    [InlineData("foreach (var m in history) { if (m.Role.Label == \"tool\") Use(JsonDocument.Parse(m.ToString())); }")]
    public Task Another_role_in_a_chat_history(string statements) => Desk.SemanticKernelAsync(Kernel + statements);

    [Theory]
    [InlineData("Use(JsonDocument.Parse(history.Last(m => m.Role == ChatRole.Assistant).Text));")]
    [InlineData("Use(JsonDocument.Parse(history.Last(m => m.Role != ChatRole.User).Text));")]
    [InlineData("Use(JsonDocument.Parse(history.Last(m => m.Text.Length > 0).Text));")]
    [InlineData("foreach (var m in history) { if (m.Role == ChatRole.Tool) continue; Use(JsonDocument.Parse(m.Text)); }")]
    public Task A_condition_that_the_answer_meets(string statements) =>
        Desk.ExtensionsAIAsync(
            Extensions.Replace("chat.GetResponseAsync", "{|RAG2002:chat.GetResponseAsync|}", StringComparison.Ordinal) + statements
        );
}
