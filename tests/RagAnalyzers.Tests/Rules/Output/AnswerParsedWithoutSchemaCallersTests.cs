namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>What is known of a parameter: the arguments of all its calls, where no other calls can exist.</summary>
public sealed class AnswerParsedWithoutSchemaCallersTests
{
    private const string Plain = "new ChatOptions { Temperature = 0 }";

    /// <summary>A method that asks and parses, with options from its callers.</summary>
    private static string Desk(string access, string callers, bool isFound, string parameter = "ChatOptions? options", string more = "") =>
        $$"""
            {{more}}
            public partial class Desk(IChatClient chat)
            {
                {{access}} async Task<Answer?> AskAsync(string question, {{parameter}})
                {
                    var response = await {{(isFound ? "{|RAG2002:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}(question, options);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }

                {{callers}}
            }
            """;

    [Theory]
    [InlineData("private", $"public Task A() => AskAsync(\"a\", {Plain});")]
    [InlineData("internal", $"public Task A() => AskAsync(\"a\", {Plain});")]
    [InlineData("private protected", $"public Task A() => AskAsync(\"a\", {Plain});")]
    [InlineData("private", $"public Task A() => AskAsync(\"a\", {Plain}); public Task B() => AskAsync(\"b\", null);")]
    [InlineData("private", $"public Task A() => AskAsync(options: {Plain}, question: \"a\");")]
    [InlineData("private", $"public Task A() {{ var options = {Plain}; return this.AskAsync(\"a\", options); }}")]
    [InlineData("private", $"public Task A() => AskAsync(nameof(AskAsync), {Plain});")]
    [InlineData(
        "private",
        $"public Task A() => Ask2Async({Plain}); private Task Ask2Async(ChatOptions options) => AskAsync(\"a\", options);"
    )]
    public Task All_callers_pass_no_format(string access, string callers) => Programs.VerifyAsync(Desk(access, callers, isFound: true));

    [Theory]
    [InlineData("public", $"public Task A() => AskAsync(\"a\", {Plain});")]
    [InlineData("protected", $"public Task A() => AskAsync(\"a\", {Plain});")]
    [InlineData("protected internal", $"public Task A() => AskAsync(\"a\", {Plain});")]
    [InlineData("private", "")]
    [InlineData("private", $"public Task A() => AskAsync(\"a\", {Plain}); public Task B() => AskAsync(\"b\", {Programs.Schema});")]
    [InlineData("private", $"public Task A() => AskAsync(\"a\", {Plain}); public Task B(ChatOptions options) => AskAsync(\"b\", options);")]
    [InlineData("private", $"public Task A() => AskAsync(\"a\", {Plain}); public Func<string, ChatOptions?, Task<Answer?>> B => AskAsync;")]
    [InlineData(
        "private",
        $"public Task A() => AskAsync(\"a\", {Plain}); public void B(Action<Func<string, ChatOptions?, Task<Answer?>>> use) => use(AskAsync);"
    )]
    [InlineData(
        "private",
        $"public Task A() => Ask2Async({Plain}); public Task Ask2Async(ChatOptions options) => AskAsync(\"a\", options);"
    )]
    [InlineData(
        "private",
        "public Task A() { var options = new ChatOptions(); Adjust(options); return AskAsync(\"a\", options); } private static void Adjust(ChatOptions options) => options.ResponseFormat = ChatResponseFormat.Json;"
    )]
    public Task Callers_that_cannot_be_seen_or_pass_a_format(string access, string callers) =>
        Programs.VerifyAsync(Desk(access, callers, isFound: false));

    [Fact]
    public Task Public_method_of_an_internal_type_is_internal() =>
        Programs.VerifyAsync(
            Desk("public", $"public Task A() => AskAsync(\"a\", {Plain});", isFound: true).Replace("public partial class", "internal class")
        );

    [Theory]
    [InlineData("await new Desk(null!).AskAsync(\"a\", new ChatOptions());", true)]
    [InlineData("await new Desk(null!).AskAsync(\"a\", null);", true)]
    [InlineData("await new Desk(null!).AskAsync(\"a\", new ChatOptions { ResponseFormat = ChatResponseFormat.Json });", false)]
    [InlineData("Console.WriteLine();", false)]
    [InlineData("Func<string, ChatOptions?, Task> ask = new Desk(null!).AskAsync; await ask(\"a\", null);", false)]
    public Task Public_method_of_an_application_needs_a_visible_call(string program, bool isFound) =>
        Programs.VerifyAsync(Desk("public", "", isFound, more: program));

    [Theory]
    [InlineData("private", "public Task A() => AskAsync(\"a\");", true)]
    [InlineData("private", "public Task A() => AskAsync(\"a\"); public Task B() => AskAsync(\"b\", new ChatOptions());", true)]
    [InlineData("private", $"public Task A() => AskAsync(\"a\"); public Task B() => AskAsync(\"b\", {Programs.Schema});", false)]
    [InlineData("public", "public Task A() => AskAsync(\"a\");", false)]
    public Task Optional_parameter_nobody_passes_has_its_default(string access, string callers, bool isFound) =>
        Programs.VerifyAsync(Desk(access, callers, isFound, "ChatOptions? options = null"));

    [Fact]
    public Task Method_that_is_called_from_everywhere_is_unknown() =>
        Programs.VerifyAsync(
            Desk(
                "private",
                string.Concat(Enumerable.Range(0, 40).Select(i => $"public Task Ask{i}() => AskAsync(\"a\", null);\n")),
                isFound: false
            )
        );

    [Fact]
    public Task Each_caller_of_a_helper_that_sends_is_judged_by_what_it_passes() =>
        Programs.VerifyAsync(
            $$"""
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> PlainAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:SendAsync|}(question, {{Plain}}));

                public async Task<Answer?> FormattedAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await SendAsync(question, {{Programs.Schema}}));

                public async Task<Answer?> UnknownAsync(string question, ChatOptions options) =>
                    JsonSerializer.Deserialize<Answer>(await SendAsync(question, options));

                public async Task<Answer?> NoneAsync(string question) =>
                    JsonSerializer.Deserialize<Answer>(await {|RAG2002:SendAsync|}(question));

                public async Task<string> SendAsync(string question, ChatOptions? options = null) =>
                    (await chat.GetResponseAsync(question, options)).Text;
            }
            """
        );

    [Fact]
    public Task Flag_that_decides_about_the_format_is_unknown() =>
        Programs.VerifyAsync(
            """
            public class Desk(IChatClient chat)
            {
                public async Task<Answer?> AskAsync(string question) => JsonSerializer.Deserialize<Answer>(await SendAsync(question, json: true));

                private async Task<string> SendAsync(string question, bool json)
                {
                    var options = new ChatOptions();
                    if (json)
                        options.ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>();
                    return (await chat.GetResponseAsync(question, options)).Text;
                }
            }
            """
        );

    [Fact]
    public Task Prompt_parameter_receives_passages() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var passages = new List<string>();
                    await foreach (var hit in policies.SearchAsync(question, 3))
                        passages.Add(hit.Record.Text);
                    return await CompleteAsync(question, string.Join("\n", passages));
                }

                private async Task<Answer?> CompleteAsync(string question, string context)
                {
                    var response = await {|RAG2001:chat.GetResponseAsync|}($"Context: {context}\nQuestion: {question}", OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """
        );

    [Fact]
    public Task Prompt_parameter_receives_no_passages() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var count = 0;
                    await foreach (var hit in policies.SearchAsync(question, 3))
                        count++;
                    return await CompleteAsync(question, File.ReadAllText("handbook.md"));
                }

                private async Task<Answer?> CompleteAsync(string question, string context)
                {
                    var response = await {|RAG2002:chat.GetResponseAsync|}($"Context: {context}\nQuestion: {question}", OPTIONS);
                    return JsonSerializer.Deserialize<Answer>(response.Text);
                }
            }
            """
        );

    [Fact]
    public Task Passages_reach_the_prompt_through_helpers_on_both_sides() =>
        Programs.VerifyTwinsAsync(
            """
            public class Desk(IChatClient chat, VectorStoreCollection<string, Policy> policies)
            {
                public async Task<Answer?> AskAsync(string question)
                {
                    var hits = await SearchAsync(question);
                    var text = await {|RAG2001:CompleteAsync|}(BuildPrompt(question, hits));
                    return JsonSerializer.Deserialize<Answer>(text);
                }

                public async Task<Answer?> GreetAsync(string name)
                {
                    var text = await {|RAG2002:CompleteAsync|}("Greet " + name);
                    return JsonSerializer.Deserialize<Answer>(text);
                }

                private async Task<List<Policy>> SearchAsync(string question)
                {
                    var found = new List<Policy>();
                    await foreach (var hit in policies.SearchAsync(question, 3))
                        found.Add(hit.Record);
                    return found;
                }

                private static List<ChatMessage> BuildPrompt(string question, IEnumerable<Policy> hits) =>
                [
                    new(ChatRole.System, "Answer from the context."),
                    new(ChatRole.User, string.Join("\n", hits.Select(Show)) + question),
                ];

                private static string Show(Policy policy) => $"[{policy.Id}] {policy.Text}";

                private async Task<string> CompleteAsync(IList<ChatMessage> messages) => (await chat.GetResponseAsync(messages, OPTIONS)).Text;

                private Task<string> CompleteAsync(string prompt) => CompleteAsync([new ChatMessage(ChatRole.User, prompt)]);
            }
            """
        );

    [Fact]
    public Task Top_level_program_with_helpers() =>
        Programs.VerifyTwinsAsync(
            """
            IChatClient chat = null!;
            var answer = Parse(await AskAsync(args[0], OPTIONS));
            Console.WriteLine(answer);
            Console.WriteLine(JsonSerializer.Deserialize<Answer>(await {|RAG2002:Llm.AskAsync|}(chat, args[0], OPTIONS)));

            async Task<string> AskAsync(string question, ChatOptions options) => (await {|RAG2002:chat.GetResponseAsync|}(question, options)).Text;

            static Answer? Parse(string text) => JsonSerializer.Deserialize<Answer>(text);

            public static class Llm
            {
                public static async Task<string> AskAsync(IChatClient chat, string question, ChatOptions options) => (await chat.GetResponseAsync(question, options)).Text;
            }
            """
        );

    [Fact]
    public Task Override_of_a_library_member_is_called_by_the_library() =>
        Programs.VerifyAsync(
            """
            internal sealed class Checked(IChatClient inner) : DelegatingChatClient(inner)
            {
                public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default)
                {
                    var response = await base.GetResponseAsync(messages, options, cancellationToken);
                    JsonSerializer.Deserialize<Answer>(response.Text);
                    return response;
                }

                public Task<ChatResponse> AgainAsync() => GetResponseAsync([], null);
            }
            """
        );
}
