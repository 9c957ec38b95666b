namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Prompts that are put together by several bodies: passages that a helper puts in are in the prompt.</summary>
public sealed class GroundedAnswerParsedWithoutSchemaPromptsTests
{
    private static string Desk(string id, string members) =>
        $$"""
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var messages = new List<ChatMessage> { new(ChatRole.System, "Answer.") };
                    await FillAsync(messages, question);
                    var response = await {|{{id}}:chat.GetResponseAsync|}(messages, OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                {{members}}
            }
            """;

    [Theory]
    [InlineData(
        "RAG2001",
        "private async Task FillAsync(List<ChatMessage> messages, string question) { await foreach (var hit in policies.SearchAsync(question, 3)) messages.Add(new(ChatRole.User, hit.Record.Text)); }"
    )]
    [InlineData(
        "RAG2001",
        "private Task FillAsync(IList<ChatMessage> list, string question) => CoreAsync(question, list); private async Task CoreAsync(string question, IList<ChatMessage> messages) => messages.Add(new(ChatRole.User, await FindAsync(question))); private async Task<string> FindAsync(string question) => (await policies.SearchAsync(question, 1).FirstAsync()).Record.Text;"
    )]
    [InlineData(
        "RAG2002",
        "private async Task FillAsync(List<ChatMessage> messages, string question) { await foreach (var hit in policies.SearchAsync(question, 3)) Console.WriteLine(hit.Record.Text); messages.Add(new(ChatRole.User, question)); }"
    )]
    [InlineData(
        "RAG2002",
        "private async Task FillAsync(List<ChatMessage> messages, string question) { messages = []; await foreach (var hit in policies.SearchAsync(question, 3)) question += hit.Score; messages.Add(new(ChatRole.User, question)); }"
    )]
    [InlineData("RAG2002", "private Task FillAsync(List<ChatMessage> messages, string question) => Task.CompletedTask;")]
    public Task Helper_that_is_given_the_messages(string id, string members) => Programs.VerifyTwinsAsync(Desk(id, members));

    [Fact]
    public Task Helper_that_is_given_the_text() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var prompt = new StringBuilder("Context:\n");
                    await prompt.AppendContextAsync(policies, question);
                    prompt.AppendLine(question);
                    var response = await {|RAG2001:chat.GetResponseAsync|}(prompt.ToString(), OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }

            internal static class Context
            {
                public static async Task AppendContextAsync(this StringBuilder builder, VectorStoreCollection<string, Policy> policies, string question)
                {
                    await foreach (var hit in policies.SearchAsync(question, 3))
                        builder.AppendLine(hit.Record.Text);
                }
            }
            """
        );

    [Fact]
    public Task Prompt_object_with_what_it_is_made_of() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var hits = await policies.SearchAsync(question, 3).Select(hit => hit.Record).ToListAsync();
                    var response = await {|RAG2001:chat.GetResponseAsync|}(new GroundedPrompt(question, hits).ToText(), OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                public async Task<Answer?> GreetAsync(string name)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}(new GroundedPrompt(name, []).ToText(), OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }

            internal sealed class GroundedPrompt(string question, IReadOnlyList<Policy> passages)
            {
                public string ToText()
                {
                    var text = new StringBuilder();
                    foreach (var passage in passages)
                        text.AppendLine($"[{passage.Id}] {passage.Text}");
                    return text.Append(question).ToString();
                }
            }
            """
        );
}
