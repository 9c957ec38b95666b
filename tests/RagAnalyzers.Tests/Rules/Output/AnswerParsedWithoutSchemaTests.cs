namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2002, not RAG2001: there is a retrieval, but no passage is certainly in the prompt.</summary>
public sealed class AnswerParsedWithoutSchemaTests
{
    [Theory]
    [InlineData("question")]
    [InlineData("""$"{hits.Count} policies mention it. {question}" """)]
    [InlineData("""$"Best score: {hits[0].Score}. {question}" """)]
    [InlineData("""$"Best score: {hits.Max(hit => hit.Score)}. {question}" """)]
    [InlineData("""hits.Count > 0 ? "Policies exist. " + question : question""")]
    [InlineData("""hits.Any(hit => hit.Record.Text.Contains(question)) ? "Policies exist." : question""")]
    [InlineData("""$"The longest policy has {hits.Max(hit => hit.Record.Text.Length)} characters. {question}" """)]
    [InlineData("""$"See {hits[0].Record.Id}. {question}" """)]
    [InlineData("""$"{passages.Count} policies mention it. {question}" """)]
    [InlineData("""$"{string.Join(", ", hits.Select(hit => hit.Score))} {question}" """)]
    [InlineData("""$"{string.Join("", passages).Length} characters were found. {question}" """)]
    [InlineData("question, new ChatOptions { Temperature = hits.Count }")]
    public Task Only_facts_about_the_search(string prompt) =>
        Desk.ExtensionsAIAsync(
            $$"""
            var hits = await policies.SearchAsync(question, top: 3).ToListAsync();
            var passages = new List<string>();
            foreach (var hit in hits)
                passages.Add(hit.Record.Text);
            var response = await {|RAG2002:chat.GetResponseAsync|}({{prompt}});
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Fact]
    public Task Passages_are_shown_and_not_sent() =>
        Desk.ExtensionsAIAsync(
            """
            await foreach (var hit in policies.SearchAsync(question, top: 3))
                Console.WriteLine(hit.Record.Text);
            var response = await {|RAG2002:chat.GetResponseAsync|}("Answer as JSON: " + question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Fact]
    public Task Passages_go_to_another_call() =>
        Desk.ExtensionsAIAsync(
            """
            var context = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            var labels = await {|RAG2002:chat.GetResponseAsync|}("Label as JSON: " + question);
            var summary = await chat.GetResponseAsync("Summarize: " + context);
            Use(JsonSerializer.Deserialize<string[]>(labels.Text));
            Use(summary.Text);
            """
        );

    [Fact]
    public Task Passages_are_gathered_after_the_call() =>
        Desk.ExtensionsAIAsync(
            """
            List<ChatMessage> messages = [new(ChatRole.User, question)];
            var response = await {|RAG2002:chat.GetResponseAsync|}(messages);
            var context = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            messages.Add(new(ChatRole.User, context));
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Fact]
    public Task Context_is_replaced_before_the_call() =>
        Desk.ExtensionsAIAsync(
            """
            var context = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            Console.WriteLine(context);
            context = "No policy applies.";
            var response = await {|RAG2002:chat.GetResponseAsync|}(context + question);
            Use(JsonSerializer.Deserialize<Answer>(response.Text));
            """
        );

    [Fact]
    public Task Question_is_what_is_searched_for() =>
        Desk.ExtensionsAIAsync(
            """
            var query = await {|RAG2002:chat.GetResponseAsync|}("Search terms as JSON: " + question);
            var terms = JsonSerializer.Deserialize<string[]>(query.Text)!;
            await foreach (var hit in hybrid.HybridSearchAsync(question, terms, top: 3))
                Console.WriteLine(hit.Record.Text);
            """
        );

    [Theory]
    [InlineData("""new() { ["question"] = question, ["count"] = hits.Count }""")]
    [InlineData("""new() { ["question"] = question }""")]
    public Task Kernel_arguments_without_passages(string arguments) =>
        Desk.SemanticKernelAsync(
            $$$"""
            var hits = await policies.SearchAsync(question, top: 3).ToListAsync();
            var answer = await {|RAG2002:kernel.InvokePromptAsync|}("Answer {{$question}} as JSON.", {{{arguments}}});
            Use(JsonSerializer.Deserialize<Answer>(answer.ToString()));
            """
        );

    [Fact]
    public Task Template_that_leaves_the_passages_out() =>
        Desk.SemanticKernelAsync(
            """
            var context = (await policies.SearchAsync(question, top: 1).FirstAsync()).Record.Text;
            var arguments = new KernelArguments { ["question"] = question, ["context"] = context };
            var answer = await {|RAG2002:kernel.InvokePromptAsync|}("Answer {{$question}} as JSON.", arguments);
            Use(JsonSerializer.Deserialize<Answer>(answer.ToString()));
            """
        );
}
