namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>What a user has typed when the rules run: whatever is missing, they do not throw.</summary>
public sealed class AnswerParsedWithoutSchemaHalfTypedTests
{
    [Theory]
    [InlineData("var response = await chat.GetResponseAsync(); Use(JsonSerializer.Deserialize<Answer>(response.Text));")]
    [InlineData("var response = await chat.GetResponseAsync(question, ); Use(JsonSerializer.Deserialize<Answer>(response.Text));")]
    [InlineData("var response = await chat.GetResponseAsync(question, options: ); Use(JsonSerializer.Deserialize<Answer>(response.Text));")]
    [InlineData("var response = await chat.GetResponseAsync(question, opt: 1); Use(JsonSerializer.Deserialize<Answer>(response.Text));")]
    [InlineData("var response = await chat.GetResponseAsync(question, missing); Use(JsonSerializer.Deserialize<Answer>(response.Text));")]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new Missing()); Use(JsonSerializer.Deserialize<Answer>(response.Text));"
    )]
    [InlineData("var response = await chat.GetResponseAsync(question, new()); Use(JsonSerializer.Deserialize<Missing>(response.Text));")]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = }); Use(JsonSerializer.Deserialize<Answer>(response.Text));"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { Missing = 1 }); Use(JsonSerializer.Deserialize<Answer>(response.Text));"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { AdditionalProperties = { [ } }); Use(JsonSerializer.Deserialize<Answer>(response.Text));"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { AdditionalProperties = new() { [] = 1, [\"a\", \"b\"] = 2 } }); Use(JsonSerializer.Deserialize<Answer>(response.Text));"
    )]
    [InlineData("var response = await chat.GetResponseAsync(question); Use(JsonSerializer.Deserialize<Answer>());")]
    [InlineData("var response = await chat.GetResponseAsync(question); Use(JsonSerializer.Deserialize<>(response.Text));")]
    [InlineData("var response = await chat.GetResponseAsync(question); Use(JsonSerializer.Deserialize(response.Text, typeof()));")]
    [InlineData("var response = await chat.GetResponseAsync(question); Use(JsonSerializer.Deserialize(response.Text, returnType: ));")]
    [InlineData("var response = await chat.GetResponseAsync(question); Use(JsonDocument.Parse(response.));")]
    [InlineData("var response = await chat.GetResponseAsync(question); Use(JsonDocument.Parse(response.Messages[].Text));")]
    [InlineData("var response = await chat.GetResponseAsync(question); Use(JsonDocument.Parse(response")]
    [InlineData(
        "var response = await chat.GetResponseAsync(question); if (response is { Text: var text, }) Use(JsonDocument.Parse(text));"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question); if (response is { Missing: var text }) Use(JsonDocument.Parse(text));"
    )]
    [InlineData("var response = await chat.GetResponseAsync(question); if (response is (var text, )) Use(JsonDocument.Parse(text));")]
    [InlineData("var response = await chat.GetResponseAsync(question); if (response is [.. var text]) Use(JsonDocument.Parse(text));")]
    [InlineData("var (text, ) = (await chat.GetResponseAsync(question)).Text; Use(JsonDocument.Parse(text));")]
    [InlineData(
        "var (text, (rest, other)) = ((await chat.GetResponseAsync(question)).Text, 1); Use(JsonDocument.Parse(text)); Use(JsonDocument.Parse(rest));"
    )]
    [InlineData("var text = text + (await chat.GetResponseAsync(question)).Text; Use(JsonDocument.Parse(text));")]
    [InlineData(
        "string text = Clean((await chat.GetResponseAsync(question)).Text, 1, 2); Use(JsonDocument.Parse(text)); string Clean(string a, string a) => a + Clean(a);"
    )]
    [InlineData("Use(JsonDocument.Parse(Clean((await chat.GetResponseAsync(question)).Text))); string Clean(string text) => Clean(text);")]
    [InlineData("Use(JsonDocument.Parse(Clean((await chat.GetResponseAsync(question)).Text))); string Clean(out string text) => text;")]
    [InlineData(
        "TryClean((await chat.GetResponseAsync(question)).Text, out var text); Use(JsonDocument.Parse(text)); bool TryClean(string a, out string b);"
    )]
    [InlineData("TryClean((await chat.GetResponseAsync(question)).Text, out text); Use(JsonDocument.Parse(text));")]
    [InlineData("foreach (var in (await chat.GetResponseAsync(question)).Messages) Use(JsonDocument.Parse());")]
    [InlineData("await foreach (var update in chat.GetStreamingResponseAsync()) { text += update.; } Use(JsonDocument.Parse(text));")]
    [InlineData("var text = $\"{(await chat.GetResponseAsync(question)).Text\"; Use(JsonDocument.Parse(text));")]
    [InlineData("var text = (await chat.GetResponseAsync(question)).Text switch { \"a\" => , _ => }; Use(JsonDocument.Parse(text));")]
    [InlineData("var made = new Answer((await chat.GetResponseAsync(question)).Text); Use(JsonDocument.Parse(made.Text));")]
    [InlineData("var made = new Answer(Text: , 1) with { Text = }; Use(JsonDocument.Parse(made.Text));")]
    [InlineData("Func<string, string> clean = text => ; Use(JsonDocument.Parse(clean((await chat.GetResponseAsync(question)).Text)));")]
    [InlineData("Func<string, string> clean = Missing; Use(JsonDocument.Parse(clean((await chat.GetResponseAsync(question)).Text)));")]
    [InlineData("Use(new[] { (await chat.GetResponseAsync(question)).Text }.Select(Missing).First());")]
    [InlineData("Use(from text in new[] { (await chat.GetResponseAsync(question)).Text } select JsonDocument.Parse(")]
    [InlineData("Use(from text in new[] { (await chat.GetResponseAsync(question)).Text } where select JsonDocument.Parse(text));")]
    [InlineData("var agent2 = new ChatClientAgent(); Use(JsonDocument.Parse((await agent2.RunAsync()).Text));")]
    [InlineData("var agent2 = chat.AsAIAgent(options: ); Use(JsonDocument.Parse((await agent2.RunAsync(question)).Text));")]
    [InlineData("Use(JsonDocument.Parse((await missing.GetResponseAsync(question)).Text));")]
    [InlineData("Use(JsonDocument.Parse((await chat.GetResponseAsync<>(question)).Text));")]
    [InlineData("Use(JsonDocument.Parse((await chat.GetResponseAsync<Answer, Answer>(question)).Text));")]
    [InlineData(
        "await foreach (var hit in policies.SearchAsync()) text += hit.Record.; Use(JsonDocument.Parse((await chat.GetResponseAsync(text)).Text));"
    )]
    [InlineData("StringBuilder text = new(; text.Append(; Use(JsonDocument.Parse((await chat.GetResponseAsync(text.ToString())).Text));")]
    [InlineData("return JsonDocument.Parse((await chat.GetResponseAsync(question)).Text); } public void")]
    [InlineData(
        "} public ChatOptions Options { get; set } public async Task TellAsync() { Use(JsonDocument.Parse((await chat.GetResponseAsync(\"\", Options)).Text));"
    )]
    [InlineData(
        "} public ChatOptions Options => Options; public async Task TellAsync() { Use(JsonDocument.Parse((await chat.GetResponseAsync(\"\", Options)).Text));"
    )]
    [InlineData(
        "} public partial ChatOptions Make(); public async Task TellAsync() { Use(JsonDocument.Parse((await chat.GetResponseAsync(\"\", Make())).Text));"
    )]
    [InlineData(
        "} private ChatOptions _options = _options; public async Task TellAsync() { Use(JsonDocument.Parse((await chat.GetResponseAsync(\"\", _options)).Text));"
    )]
    public Task No_rule_throws(string statements) => ParsedAnswers.RunAsync(Desk.ExtensionsAI(statements));

    [Theory]
    [InlineData("Use(JsonDocument.Parse(chat.CompleteChat().Value.Content[0].Text));")]
    [InlineData("Use(JsonDocument.Parse(chat.CompleteChat(new UserChatMessage(), ).Value.Content[].Text));")]
    [InlineData("Use(JsonDocument.Parse(chat.CompleteChat([question, ], new ChatCompletionOptions { Tools = { } }).Value.Content[0].));")]
    [InlineData(
        "Use(JsonDocument.Parse(responses.CreateResponse(new CreateResponseOptions(\"m\", ) { TextOptions = { TextFormat = } }).Value.GetOutputText()));"
    )]
    [InlineData("Use(JsonDocument.Parse(azure.GetChatClient().CompleteChat(question).Value.Content[0].Text));")]
    public Task No_rule_throws_on_OpenAI(string statements) => ParsedAnswers.RunAsync(Desk.OpenAI(statements));

    [Fact]
    public Task Type_without_its_base() =>
        ParsedAnswers.RunAsync(
            """
            using System.Text.Json;
            using Microsoft.Extensions.AI;

            public class Wrapped : DelegatingChatClient, IMissing
            {
                public override Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, IEnumerable<ChatMessage> messages, ChatOptions? options) =>
                    JsonSerializer.Deserialize<ChatResponse>((await base.GetResponseAsync(messages, options)).Text);
            }
            """
        );
}
