using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5011: nobody looks whether there are passages, nor tells the model what to say then.</summary>
public sealed class EmptyResultNotHandledTests
{
    private const string Find =
        "var found = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) { found += hit.Record.Text; } ";

    private const string Fill =
        "foreach (var text in new[] { \"one\", \"two\" }) { await pages.UpsertAsync(new Page { Id = text, Text = text }); } ";

    private const string FindInVain =
        "var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { found += hit.Record.Text; } ";

    private const string Ask = "return await chat.GetResponseAsync($\"Answer from these passages: {found}. The question is: {question}\");";

    private const string Again =
        "private static async Task<T> AgainAsync<T>(Func<Task<T>> run) { try { return await run(); } catch (TimeoutException) { return await run(); } }";

    [Theory]
    [InlineData(Find + Ask)]
    [InlineData(
        Find
            + "return await client.CompleteChatAsync([new SystemChatMessage(\"You help the people in our shop.\"), new UserChatMessage(found + question)]);"
    )]
    [InlineData(
        Find
            + "var history = new ChatHistory(\"You help the people in our shop.\"); history.AddUserMessage(found); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);"
    )]
    [InlineData(
        "var hits = await {|RAG5011:pages.SearchAsync|}(question, 3).ToListAsync(); var found = string.Join(\"\\n\", hits.Select(h => h.Record.Text)); logger.LogInformation(\"{n} hits\", hits.Count); "
            + Ask
    )]
    [InlineData(
        "var hits = await {|RAG5011:pages.SearchAsync|}(question, 3).ToListAsync(); if (hits.Count == 0) { logger.LogWarning(\"Nothing\"); } var found = string.Join(\"\\n\", hits.Select(h => h.Record.Text)); "
            + Ask
    )]
    [InlineData(
        "var hits = await {|RAG5011:pages.SearchAsync|}(question, 3).ToListAsync(); var found = \"\"; for (var i = 0; i < hits.Count; i++) { found += \"a passage\"; } foreach (var hit in hits) { found += hit.Record.Text; } "
            + Ask
    )]
    [InlineData(
        "var found = new List<string>(); await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) { if (hit.Score > 0.5) { found.Add(hit.Record.Text); } } return await chat.GetResponseAsync(\"Answer from these passages: \" + string.Join(\" \", found) + question);"
    )]
    [InlineData(
        "var found = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) { if (string.IsNullOrWhiteSpace(hit.Record.Text)) { continue; } found += hit.Record.Text; } "
            + Ask
    )]
    [InlineData(
        "var found = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) { if (hit.Record.Text is { Length: > 0 } text) { found += text; } } "
            + Ask
    )]
    [InlineData(
        "var found = new StringBuilder(); await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) { found.Append(\"# \").AppendLine(hit.Record.Text); } "
            + Ask
    )]
    [InlineData(
        Find
            + "return await chat.GetResponseAsync($\"Answer from these passages: {found}. When answering, be brief. The question is: {question}\");"
    )]
    [InlineData(Find + "return await chat.GetResponseAsync($\"Here is some context: {found} Question: {question}\");")]
    [InlineData(Find + "return await kernel.InvokePromptAsync(Template, new() { [\"passages\"] = found, [\"q\"] = question });")]
    [InlineData(
        Find
            + "var arguments = new KernelArguments(new OpenAIPromptExecutionSettings { Temperature = 0 }); arguments[\"passages\"] = found; arguments[\"q\"] = question; return await kernel.InvokeAsync(kernel.CreateFunctionFromPrompt(Template), arguments);"
    )]
    [InlineData(
        Find
            + "return await kernel.InvokePromptAsync<string>(Template, Of(found, question)); KernelArguments Of(string passages, string asked) => new() { { \"passages\", passages }, { \"q\", asked } };"
    )]
    // Where there are none, nothing would be added anyway.
    [InlineData(
        "var all = new List<VectorSearchResult<Page>>(); foreach (var part in new[] { question, \"more\" }) { var hits = await {|RAG5011:pages.SearchAsync|}(part, 3).ToListAsync(); if (hits.Any()) { Console.WriteLine(hits.Count); all.AddRange(hits); } } var found = string.Join(\"\\n\", all.Select(h => h.Record.Text)); "
            + Ask
    )]
    [InlineData(
        "var hits = await {|RAG5011:pages.SearchAsync|}(question, 3).ToListAsync(); var found = \"\"; if (hits.Count > 0) { foreach (var hit in hits) { found += hit.Record.Text; } } "
            + Ask
    )]
    // A label or two say nothing about it.
    [InlineData(Find + "return await chat.GetResponseAsync($\"Facts: {found} Question: {question}\");")]
    [InlineData(
        Find
            + "return await kernel.InvokePromptAsync(\"{{$passages}} Frage: {{$q}}\", new() { [\"passages\"] = found, [\"q\"] = question });"
    )]
    public Task Nobody_looks(string statements) =>
        VerifyAsync(statements, "private const string Template = \"Answer from these passages: {{$passages}}. The question is: {{$q}}\";");

    // Of a new user nothing is remembered, and nothing need be said about it.
    [Theory]
    [InlineData("Memories:")]
    [InlineData("What you remember about the user:")]
    [InlineData("Earlier conversations:")]
    public Task What_is_remembered(string label) =>
        VerifyAsync(
            FindInVain
                + "return await chat.GetResponseAsync($\"You are a friendly companion of the user. "
                + label
                + " {found}. {question}\");"
        );

    // What shows the model a style is not what it writes about.
    [Theory]
    [InlineData("Write a text in the style of these texts:")]
    [InlineData("Match the tone of my earlier texts:")]
    [InlineData("Write a post. Some posts that did well, for inspiration:")]
    public Task What_is_to_be_imitated(string request) =>
        VerifyAsync(FindInVain + "return await chat.GetResponseAsync($\"" + request + " {found}. It is about this: {question}\");");

    [Fact]
    public Task A_style_of_its_own() =>
        VerifyAsync(
            Find
                + "return await chat.GetResponseAsync($\"Answer in the style of a pirate from these passages: {found}. The question is: {question}\");"
        );

    // What is nearest is found in any index that holds something.
    [Theory]
    [InlineData(Fill + FindInVain + Ask)]
    [InlineData(Fill + "while (true) { " + FindInVain + Ask + " }")]
    [InlineData(
        Fill
            + "var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3, new VectorSearchOptions<Page> { IncludeVectors = false })) { found += hit.Record.Text; } "
            + Ask
    )]
    [InlineData(
        Fill
            + "var found = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3, new VectorSearchOptions<Page> { Filter = p => p.Id == question })) { found += hit.Record.Text; } "
            + Ask
    )]
    [InlineData(
        Fill
            + "var found = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) { if (hit.Score > 0.5) { found += hit.Record.Text; } } "
            + Ask
    )]
    [InlineData("Func<Task> fill = async () => { " + Fill + " }; " + Find + "await fill(); " + Ask)]
    [InlineData(Find + Fill + Ask)]
    [InlineData("await others.UpsertAsync(new Page { Id = question, Text = question }); " + Find + Ask)]
    public Task Index_that_has_just_been_filled(string statements) =>
        VerifyAsync(statements, "private readonly VectorStoreCollection<string, Page> others = null!;");

    [Theory]
    [InlineData(
        "var found = await FindAsync(question); " + Ask,
        "private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(text, 3)) { found += hit.Record.Text; } return found; }"
    )]
    [InlineData(
        "var found = await FindAsync(question); if (found.Length == 0) { return null; } " + Ask,
        "private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found; }"
    )]
    [InlineData(
        "var found = await FindAsync(question); " + Ask,
        "private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found == \"\" ? \"(nothing)\" : found; }"
    )]
    // It makes objects of its own of the hits.
    [InlineData(
        "var hits = await FindAsync(question); var found = string.Join(\" \", hits.Select(h => h.Text)); " + Ask,
        "private async Task<List<Snippet>> FindAsync(string text) { var found = new List<Snippet>(); await foreach (var hit in {|RAG5011:pages.SearchAsync|}(text, 3)) { found.Add(new Snippet { Text = hit.Record.Text, Score = hit.Score ?? 0 }); } return found; } private sealed class Snippet { public string Text { get; init; } = \"\"; public double Score { get; init; } }"
    )]
    [InlineData(
        "var hits = await FindAsync(question); if (hits.Count == 0) { return null; } var found = string.Join(\" \", hits.Select(h => h.Text)); "
            + Ask,
        "private async Task<List<Snippet>> FindAsync(string text) { var found = new List<Snippet>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(new Snippet { Text = hit.Record.Text, Score = hit.Score ?? 0 }); } return found; } private sealed class Snippet { public string Text { get; init; } = \"\"; public double Score { get; init; } }"
    )]
    [InlineData(
        "var hits = await FindAsync(question); var found = string.Join(\" \", hits.Select(h => h.Text)); " + Ask,
        "private async Task<List<Snippet>> FindAsync(string text) => await {|RAG5011:pages.SearchAsync|}(text, 3).Select(h => new Snippet(h.Record.Text, h.Score)).ToListAsync(); private sealed record Snippet(string Text, double? Score);"
    )]
    // A service stands between.
    [InlineData(
        "var found = await LookAsync(question); " + Ask,
        "private Task<string> LookAsync(string text) => FindAsync(text); private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(text, 3)) { found += hit.Record.Text; } return found; }"
    )]
    [InlineData(
        "var found = await LookAsync(question); if (found.Length == 0) { return null; } " + Ask,
        "private Task<string> LookAsync(string text) => FindAsync(text); private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found; }"
    )]
    [InlineData(
        "var found = await LookAsync(question); " + Ask,
        "private async Task<string> LookAsync(string text) { var found = await FindAsync(text); return found == \"\" ? \"(nothing)\" : found; } private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found; }"
    )]
    // Who else calls the service looks.
    [InlineData(
        "var found = await LookAsync(question); " + Ask,
        "public async Task<string> ShowAsync(string text) { var found = await LookAsync(text); return found.Length == 0 ? \"Nothing\" : found; } private Task<string> LookAsync(string text) => FindAsync(text); private async Task<string> FindAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return found; }"
    )]
    [InlineData(
        FindInVain + "return await AnswerAsync(question, found);",
        "private async Task<object?> AnswerAsync(string asked, string passages) { if (string.IsNullOrEmpty(passages)) { return null; } return await chat.GetResponseAsync($\"Answer from these passages: {passages}. The question is: {asked}\"); }"
    )]
    [InlineData(
        "var hits = await {|RAG5011:pages.SearchAsync|}(question, 3).ToListAsync(); var found = hits.Select(h => h.Record.Text).Aggregate(\"\", (a, b) => a + b); "
            + Ask,
        ""
    )]
    // It is tried again.
    [InlineData(
        "var found = await AgainAsync(async () => { var all = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) { all += hit.Record.Text; } return all; }); "
            + Ask,
        Again
    )]
    [InlineData(
        "var found = await AgainAsync(async () => { var all = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { all += hit.Record.Text; } return all; }); if (found == \"\") { return null; } "
            + Ask,
        Again
    )]
    [InlineData(
        "Func<Task<string>> find = async () => { var all = \"\"; await foreach (var hit in {|RAG5011:pages.SearchAsync|}(question, 3)) { all += hit.Record.Text; } return all; }; var found = await find(); "
            + Ask,
        ""
    )]
    [InlineData(
        "Func<Task<string>> find = async () => { var all = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { all += hit.Record.Text; } return all; }; var found = await find(); if (found == \"\") { return null; } "
            + Ask,
        ""
    )]
    public Task Through_methods(string statements, string members) => VerifyAsync(statements, members);

    [Theory]
    // The prompt has another text where there are none.
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var found = \"\"; if (hits.Count > 0) { found = \"The passages:\"; foreach (var hit in hits) { found += hit.Record.Text; } } "
            + Ask
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var found = \"\"; if (hits.Any()) { foreach (var hit in hits) { found += hit.Record.Text; } } else { found = \"(none)\"; } "
            + Ask
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var basics = new List<VectorSearchResult<Page>>(); if (!hits.Any()) { hits.AddRange(basics); } var found = string.Join(\" \", hits.Select(h => h.Record.Text)); "
            + Ask
    )]
    // It throws where there is nothing.
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var found = hits.Select(h => h.Record.Text).Aggregate((a, b) => a + b); "
            + Ask
    )]
    [InlineData(FindInVain + "if (found.Length == 0) { return null; } " + Ask)]
    [InlineData(
        "var all = new List<string>(); await foreach (var hit in pages.SearchAsync(question, 3)) { all.Add($\"[{hit.Record.Id}] {hit.Record.Text}\"); } if (all.Count == 0) { return null; } var found = string.Join(\" \", all); "
            + Ask
    )]
    [InlineData(FindInVain + "if (found == \"\") { found = \"(none)\"; } " + Ask)]
    [InlineData(FindInVain + "if (string.IsNullOrWhiteSpace(found)) { return \"?\"; } " + Ask)]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); if (!hits.Any()) { return null; } var found = string.Join(\" \", hits.Select(h => h.Record.Text)); "
            + Ask
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); if (hits is []) { return null; } var found = string.Join(\" \", hits.Select(h => h.Record.Text)); "
            + Ask
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); if (hits.Count > 0 && message != \"\") { message = \"\"; } var found = string.Join(\" \", hits.Select(h => h.Record.Text)); "
            + Ask
    )]
    [InlineData(
        "var hit = await pages.SearchAsync(question, 3).FirstOrDefaultAsync(); var found = hit?.Record.Text ?? \"nothing\"; " + Ask
    )]
    [InlineData("var hit = await pages.SearchAsync(question, 3).FirstAsync(); var found = hit.Record.Text; " + Ask)]
    [InlineData(
        "var any = false; var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { any = true; found += hit.Record.Text; } if (!any) { return null; } "
            + Ask
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Answer from these passages: {found}. If they hold no answer, say that you don't know. {question}\");"
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync([new ChatMessage(ChatRole.System, \"If the context is empty, apologize.\"), new ChatMessage(ChatRole.User, $\"Answer from these passages: {found} {question}\")]);"
    )]
    [InlineData(
        FindInVain
            + "if (found.Length == 0) { found = \"(none)\"; } return await kernel.InvokePromptAsync(\"Answer from these passages: {{$passages}}. {{$q}}\", new() { [\"passages\"] = found, [\"q\"] = question });"
    )]
    [InlineData(
        FindInVain
            + "return await kernel.InvokePromptAsync(\"Answer from these passages: {{$passages}}. If they hold no answer, say so. {{$q}}\", new() { [\"passages\"] = found, [\"q\"] = question });"
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Answer from these passages: {found}. If they are of no use, tell the user. The question is: {question}\");"
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Answer from these passages: {found}. If you are unsure, contact support. The question is: {question}\");"
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Answer from these passages: {found}. When they leave it open, name the help desk. The question is: {question}\");"
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Answer from these passages: {found}. If they speak of other products, offer a call. The question is: {question}\");"
    )]
    // Examples of a task, which can be done without them.
    [InlineData(
        """
            var messages = new List<ChatMessage> { new(ChatRole.System, "You help the users.") };
            await foreach (var hit in pages.SearchAsync(question, 3))
            {
                messages.Add(new(ChatRole.User, hit.Record.Text));
                messages.Add(new(ChatRole.Assistant, hit.Record.Text));
            }
            messages.Add(new(ChatRole.User, question));
            return await chat.GetResponseAsync(messages);
            """
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Which of our teams is to answer this? Examples:\\n{found}\\nThe question is: {question}\");"
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Answer from these passages, if there are any: {found}. The question is: {question}\");"
    )]
    // A dictionary like another: who has it may look into it.
    [InlineData(
        FindInVain
            + "var values = new Dictionary<string, object?> { [\"passages\"] = found }; Console.WriteLine(values.Count); return await kernel.InvokePromptAsync(\"Answer from these passages: {{$passages}}. {{$q}}\", new KernelArguments(values) { [\"q\"] = question });"
    )]
    // Other languages, files and configuration are not read; Dutch shares "is", "of" and "to" with English.
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Wat is het antwoord, of zeg dat het er niet is: {found}. De vraag is: {question}\");"
    )]
    [InlineData(FindInVain + "return await chat.GetResponseAsync($\"Antworte mit diesen Texten: {found}. Die Frage ist: {question}\");")]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync([new ChatMessage(ChatRole.System, File.ReadAllText(\"prompt.txt\")), new ChatMessage(ChatRole.User, found + question)]);"
    )]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync([new ChatMessage(ChatRole.System, SystemPrompt), new ChatMessage(ChatRole.User, found + question)]);",
        "public string SystemPrompt { get; set; } = \"\";"
    )]
    // No model, or none that gets them.
    [InlineData(FindInVain + "return found;")]
    [InlineData(FindInVain + "Console.WriteLine(found); return await chat.GetResponseAsync(\"The question is: \" + question);")]
    [InlineData(FindInVain + "Log?.Invoke(found); " + Ask, "public Action<string>? Log { get; set; }")]
    [InlineData(
        FindInVain
            + "return await chat.GetResponseAsync($\"Answer from these passages: {found}. The question is: {question}\", new ChatOptions { Tools = [AIFunctionFactory.Create(() => 1)] });"
    )]
    [InlineData(
        "await foreach (var hit in pages.SearchAsync(question, 3)) { await chat.GetResponseAsync($\"Answer from this passage: {hit.Record.Text}. The question is: {question}\"); } return null;"
    )]
    [InlineData(
        "string best = null; await foreach (var hit in pages.SearchAsync(question, 3)) { best = hit.Record.Text; } if (best is null) { return null; } return await chat.GetResponseAsync($\"Answer from this passage: {best}. The question is: {question}\");"
    )]
    // A test of the score of what may be no hit at all decides what becomes of none.
    [InlineData(
        "var best = await pages.SearchAsync(question, 1).FirstOrDefaultAsync(); if (best?.Score is not > 0.2) { return \"nothing\"; } var found = best.Record.Text; "
            + Ask
    )]
    [InlineData(
        "var best = await pages.SearchAsync(question, 1).FirstOrDefaultAsync(); var score = best?.Score ?? 0; if (score < 0.2) { return \"nothing\"; } var found = best!.Record.Text; "
            + Ask
    )]
    public Task Handled(string statements, string members = "") => VerifyAsync(statements, members);

    [Theory]
    [InlineData(Find + "return await chat.GetResponseAsync($\"Answer from {found")]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, 3)) { if (hit. == ) } return await chat.GetResponseAsync(hit);")]
    public async Task Half_typed(string statements) =>
        MarkedFindings.AssertNoException(
            await AnalyzerRun.DiagnosticsAsync(
                [new EmptyResultNotHandled()],
                [
                    RetrievalMembers.Source(
                        statements.Replace("{|RAG5011:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal)
                    ),
                ],
                ReferenceSets.Latest
            )
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<EmptyResultNotHandled>(RetrievalMembers.Source(statements, members));
}
