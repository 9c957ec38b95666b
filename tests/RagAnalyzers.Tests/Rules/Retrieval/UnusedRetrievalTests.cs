using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5001: what is found ends nowhere, and the model is asked all the same.</summary>
public sealed class UnusedRetrievalTests
{
    private const string Marked = "{|RAG5001:pages.SearchAsync|}(question, 3)";
    private const string Ask = "return await chat.GetResponseAsync(question);";
    private const string Whole = "private readonly Dictionary<string, string> _whole = [];";

    [Theory]
    [InlineData($"var hits = {Marked}; {Ask}")]
    [InlineData($"var hits = await {Marked}.ToListAsync(); {Ask}")]
    [InlineData($"var found = \"\"; await foreach (var hit in {Marked}) {{ found += hit.Record.Text; }} {Ask}")]
    [InlineData(
        $"var found = new StringBuilder(); await foreach (var hit in {Marked}) {{ found.AppendLine(hit.Record.Text); }} if (found.Length == 0) {{ return null; }} {Ask}"
    )]
    [InlineData(
        $"var found = new List<string>(); await foreach (var hit in {Marked}) {{ if (hit.Score > 0.5) {{ found.Add(hit.Record.Text); }} }} var text = string.Join(\"\\n\", found); {Ask}"
    )]
    [InlineData(
        $"var hits = await {Marked}.ToListAsync(); var text = string.Join(\"\\n\", hits.Select(h => h.Record.Text)); logger.LogInformation(\"{{text}}\", text); {Ask}"
    )]
    [InlineData($"var hits = await {Marked}.Where(h => h.Score > 0.5).Select(h => h.Record).ToListAsync(); {Ask}")]
    [InlineData($"var hits = {Marked}; return await client.CompleteChatAsync($\"Answer: {{question}}\");")]
    [InlineData(
        $"var hits = {Marked}; var history = new ChatHistory(\"Answer.\"); history.AddUserMessage(question); return await completion.GetChatMessageContentAsync(history);"
    )]
    [InlineData($"var hits = {Marked}; return await kernel.InvokePromptAsync(\"Answer: \" + question);")]
    [InlineData($"var hits = {Marked}; return await chat.AsAIAgent(\"Answer.\").RunAsync(question);")]
    [InlineData("var hits = {|RAG5001:memory.SearchAsync|}(\"docs\", question); " + Ask)]
    [InlineData("var hits = await {|RAG5001:index.SearchAsync<Page>|}(question); " + Ask)]
    [InlineData("var hits = await {|RAG5001:search.GetTextSearchResultsAsync|}(question); " + Ask)]
    // Joined by a text, no other sequence is chosen by it.
    [InlineData(
        $"var hits = await {Marked}.ToListAsync(); var text = string.Join(\"\\n\", hits.Select(h => h.Record.Text).Distinct()); {Ask}"
    )]
    // A vector is the question, too, and so is what a model makes of it.
    [InlineData("var vector = await embed.GenerateVectorAsync(question); var hits = {|RAG5001:pages.SearchAsync|}(vector, 3); " + Ask)]
    [InlineData(
        "var words = (await chat.GetResponseAsync(\"Write it as keywords: \" + question)).Text; var hits = {|RAG5001:pages.SearchAsync|}(words, 3); "
            + Ask
    )]
    // The score only filters what is put together.
    [InlineData(
        $"var found = new List<Page>(); await foreach (var hit in {Marked}) {{ if (hit.Score > 0.5) {{ found.Add(hit.Record); }} }} {Ask}"
    )]
    public Task It_ends_nowhere(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        "var hits = await {|RAG5001:FindAsync|}(question); " + Ask,
        "private async Task<List<string>> FindAsync(string text) { var found = new List<string>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(hit.Record.Text); } return found; }"
    )]
    // It makes objects of its own of the hits.
    [InlineData(
        "var hits = await {|RAG5001:FindAsync|}(question); var text = string.Join(\" \", hits.Select(h => h.Text)); " + Ask,
        "private async Task<List<Snippet>> FindAsync(string text) { var found = new List<Snippet>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(new Snippet { Text = hit.Record.Text, Score = hit.Score ?? 0 }); } return found; } public sealed class Snippet { public string Text { get; init; } = \"\"; public double Score { get; init; } }"
    )]
    [InlineData(
        "var hits = await {|RAG5001:FindAsync|}(question); var text = string.Join(\" \", hits.Select(h => h.Text)); " + Ask,
        "private async Task<List<Snippet>> FindAsync(string text) { var found = new List<Snippet>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(new Snippet(hit.Record.Text, hit.Score ?? 0)); } return found; } public sealed record Snippet(string Text, double Score);"
    )]
    [InlineData(
        "var hits = await {|RAG5001:FindAsync|}(question); var text = string.Join(\" \", hits.Select(h => h.Text)); " + Ask,
        "private async Task<IEnumerable<Snippet>> FindAsync(string text) => (await pages.SearchAsync(text, 3).ToListAsync()).Select(h => new Snippet { Text = h.Record.Text }); public sealed class Snippet { public string Text { get; init; } = \"\"; }"
    )]
    // Between the search and who gets the passages stand a service, and a store behind an interface.
    [InlineData(
        "var hits = await {|RAG5001:LookAsync|}(question); " + Ask,
        "private Task<List<string>> LookAsync(string text) => new Shelf(pages).FindAsync(text); private interface IShelf { Task<List<string>> FindAsync(string text); } private sealed class Shelf(VectorStoreCollection<string, Page> pages) : IShelf { public async Task<List<string>> FindAsync(string text) { var found = new List<string>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(hit.Record.Text); } return found; } }"
    )]
    [InlineData(
        "var hits = await {|RAG5001:AskShopAsync|}(question); " + Ask,
        "private Task<List<string>> AskShopAsync(string text) => LookAsync(text.Trim()); private async Task<List<string>> LookAsync(string text) { var found = await FindAsync(text); return found.Where(f => f.Length > 0).ToList(); } private async Task<List<string>> FindAsync(string text) { var found = new List<string>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(hit.Record.Text); } return found; }"
    )]
    [InlineData(
        "var found = await pages.SearchAsync(question, 3).ToListAsync(); return await AnswerAsync(question, string.Join(\"\\n\", found.Select(f => f.Record.Text)));",
        "private async Task<object?> AnswerAsync(string asked, string passages) => await chat.GetResponseAsync(\"Answer with the passages. \" + asked + passages);"
    )]
    [InlineData(
        "var found = await {|RAG5001:pages.SearchAsync|}(question, 3).ToListAsync(); return await AnswerAsync(question, string.Join(\"\\n\", found.Select(f => f.Record.Text)));",
        "private async Task<object?> AnswerAsync(string asked, string passages) => await chat.GetResponseAsync(\"Answer with the passages. \" + asked);"
    )]
    [InlineData(
        "var found = Joined(await {|RAG5001:pages.SearchAsync|}(question, 3).ToListAsync()); " + Ask,
        "public static string Joined(List<VectorSearchResult<Page>> hits) => string.Join(\"\\n\", hits.Select(h => h.Record.Text));"
    )]
    [InlineData(
        "var found = Joined(await pages.SearchAsync(question, 3).ToListAsync()); return await chat.GetResponseAsync(found + question);",
        "public static string Joined(List<VectorSearchResult<Page>> hits) => string.Join(\"\\n\", hits.Select(h => h.Record.Text));"
    )]
    public Task Through_methods(string statements, string members) => VerifyAsync(statements, members);

    [Theory]
    [InlineData(
        "var found = new List<string>(); await foreach (var hit in {|RAG5001:articles.SearchAsync|}(question, 3)) { found.Add(hit.Record.Title); } return await chat.GetResponseAsync(string.Join(\", \", found) + question);"
    )]
    [InlineData(
        "var found = \"\"; await foreach (var hit in {|RAG5001:articles.SearchAsync|}(question, 3)) { found += $\"{hit.Record.Title} ({hit.Score})\"; } return await chat.GetResponseAsync(found + question);"
    )]
    [InlineData(
        "var hits = await {|RAG5001:articles.SearchAsync|}(question, 3).ToListAsync(); var found = string.Join(\", \", hits.Select(h => h.Record.Title)); return await client.CompleteChatAsync([new UserChatMessage(found + question)]);"
    )]
    [InlineData(
        "var found = \"\"; var hits = await {|RAG5001:search.GetTextSearchResultsAsync|}(question); await foreach (var hit in hits.Results) { found += hit.Name; } return await chat.GetResponseAsync(found + question);"
    )]
    [InlineData(
        "var ids = new List<string>(); await foreach (var hit in {|RAG5001:articles.SearchAsync|}(question, 3)) { ids.Add(hit.Record.Id); } return await chat.GetResponseAsync(string.Join(\", \", ids) + question);"
    )]
    public Task A_name_alone(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData(
        "var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { found += hit.Record.Text; } return await chat.GetResponseAsync(found + question);"
    )]
    [InlineData("return pages.SearchAsync(question, 3);")]
    [InlineData("var hits = pages.SearchAsync(question, 3); return hits;")]
    [InlineData("var hits = pages.SearchAsync(question, 3); return null;")]
    [InlineData("var hits = pages.SearchAsync(question, 3); return await chat.GetResponseAsync(message);")]
    [InlineData("var answer = await chat.GetResponseAsync(question); var hits = pages.SearchAsync(question, 3); return answer;")]
    [InlineData($"await foreach (var hit in pages.SearchAsync(question, 3)) {{ Console.WriteLine(hit.Record.Text); }} {Ask}")]
    [InlineData($"_ = await pages.SearchAsync(question, 3).ToListAsync(); {Ask}")]
    [InlineData($"_hits = await pages.SearchAsync(question, 3).ToListAsync(); {Ask}", "private List<VectorSearchResult<Page>>? _hits;")]
    [InlineData(
        $"Hits = await pages.SearchAsync(question, 3).ToListAsync(); {Ask}",
        "public List<VectorSearchResult<Page>>? Hits { get; set; }"
    )]
    [InlineData($"if (!await pages.SearchAsync(question, 3).AnyAsync()) {{ return null; }} {Ask}")]
    [InlineData($"var hits = await pages.SearchAsync(question, 3).ToListAsync(); if (hits.Count == 0) {{ return null; }} {Ask}")]
    [InlineData(
        $"var hits = await pages.SearchAsync(question, 3).ToListAsync(); Show(hits); {Ask}",
        "public Action<object> Show { get; set; } = _ => { };"
    )]
    [InlineData(
        $"var hits = await pages.SearchAsync(question, 3).ToListAsync(); await File.WriteAllTextAsync(\"x\", hits[0].Record.Text); {Ask}"
    )]
    [InlineData(
        $"var hits = await pages.SearchAsync(question, 3).ToListAsync(); var text = string.Join(\" \", hits.Select(h => h.Record.Text)); if (text.Contains(message)) {{ return message; }} {Ask}"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var answer = await chat.GetResponseAsync(question); return (answer, hits);"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var answer = await chat.GetResponseAsync(question); return new { answer, hits };"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var answer = await chat.GetResponseAsync(question); return new Answered { Text = answer.Text, Hits = hits };",
        "public sealed class Answered { public string? Text { get; set; } public object? Hits { get; set; } }"
    )]
    // How many there are is said in the prompt, or decides what is asked.
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var text = string.Join(\" \", hits.Select(h => h.Record.Text)); return await chat.GetResponseAsync(hits.Count > 0 ? \"There are passages. \" + question : question);"
    )]
    [InlineData(
        "var text = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { text += hit.Record.Text; } var asked = question; if (text.Length > 0) { asked += \" There are passages.\"; } return await chat.GetResponseAsync(asked);"
    )]
    // Whether there are any decides whether the model is asked.
    [InlineData(
        "var isKnown = false; await foreach (var hit in pages.SearchAsync(question, 1)) { isKnown = true; } if (!isKnown) { return null; } return await chat.GetResponseAsync(question);"
    )]
    [InlineData(
        "var count = 0; await foreach (var hit in pages.SearchAsync(question, 1)) { count++; } return await chat.GetResponseAsync(count > 0 ? \"Be brief. \" + question : question);"
    )]
    // How near the nearest is decides what is asked.
    [InlineData(
        "var isKnown = false; await foreach (var hit in pages.SearchAsync(question, 1)) { isKnown = hit.Score > 0.9; } return await chat.GetResponseAsync(isKnown ? \"Be brief. \" + question : question);"
    )]
    [InlineData(
        "var isKnown = false; await foreach (var hit in pages.SearchAsync(question, 1)) { if (hit.Score > 0.9) { isKnown = true; } } return await chat.GetResponseAsync(isKnown ? \"Be brief. \" + question : question);"
    )]
    // The passages are chosen by their key, and read elsewhere.
    [InlineData(
        "var keys = await pages.SearchAsync(question, 3).Select(h => h.Record.Id).ToListAsync(); var whole = context.Split('\\n').Where(l => keys.Contains(l)); return await chat.GetResponseAsync(string.Join(\" \", whole) + question);"
    )]
    [InlineData(
        "var found = \"\"; await foreach (var hit in pages.SearchAsync(question, 3)) { found += (await pages.GetAsync(hit.Record.Id))?.Text; } return await chat.GetResponseAsync(found + question);"
    )]
    [InlineData(
        "var keys = await pages.SearchAsync(question, 3).Select(h => h.Record.Id).ToListAsync(); var whole = keys.Select(k => _whole.GetValueOrDefault(k)); return await chat.GetResponseAsync(string.Join(\" \", whole) + question);",
        Whole
    )]
    [InlineData(
        "var keys = new SortedSet<string>(); await foreach (var hit in pages.SearchAsync(question, 3)) { keys.Add(hit.Record.Id); } var whole = keys.Select(k => _whole.TryGetValue(k, out var text) ? text : null); return await chat.GetResponseAsync(string.Join(\" \", whole) + question);",
        Whole
    )]
    [InlineData(
        "var keys = await pages.SearchAsync(question, 3).Select(h => h.Record.Id).ToListAsync(); var whole = from k in keys join w in _whole on k equals w.Key select w.Value; return await chat.GetResponseAsync(string.Join(\" \", whole) + question);",
        Whole
    )]
    [InlineData(
        "var keys = await pages.SearchAsync(question, 3).Select(h => h.Record.Id).ToHashSetAsync(); var whole = keys.Select(Load); return await chat.GetResponseAsync(string.Join(\" \", whole) + question);",
        "public required Func<string, string> Load { get; init; }"
    )]
    [InlineData(
        "var found = new List<float>(); await foreach (var hit in pages.SearchAsync(question, 3)) { await pages.UpsertAsync(hit.Record); } "
            + Ask
    )]
    [InlineData(
        "var arguments = new KernelArguments { [\"q\"] = question }; await foreach (var hit in pages.SearchAsync(question, 3)) { arguments[\"passages\"] = hit.Record.Text; } return await kernel.InvokePromptAsync(\"{{$passages}} {{$q}}\", arguments);"
    )]
    [InlineData(
        "var hits = await FindAsync(question); " + Ask,
        "private async Task<List<string>> FindAsync(string text) { var found = new List<string>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(hit.Record.Text); _history.AddUserMessage(hit.Record.Text); } return found; } private readonly ChatHistory _history = new();"
    )]
    // What is made of the hits does something with them, or an answer is returned beside them.
    [InlineData(
        "var hits = await FindAsync(question); " + Ask,
        "private async Task<List<Snippet>> FindAsync(string text) { var found = new List<Snippet>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(new Snippet { Text = hit.Record.Text }); } return found; } public sealed class Snippet { public static string Last { get; private set; } = \"\"; public string Text { get => Last; set => Last = value; } }"
    )]
    [InlineData(
        "var hits = await FindAsync(question); " + Ask,
        "private async Task<List<Snippet>> FindAsync(string text) { var found = new List<Snippet>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(new Snippet(hit.Record.Text)); } return found; } public sealed class Snippet { public static string Last { get; private set; } = \"\"; public Snippet(string text) => Last = text; }"
    )]
    [InlineData(
        "var reply = await FindAsync(question); Console.WriteLine(reply.Answer); " + Ask,
        "private async Task<Reply> FindAsync(string text) { var hits = await pages.SearchAsync(text, 3).Select(h => h.Record.Text).ToListAsync(); var answer = await chat.GetResponseAsync(text); return new Reply { Answer = answer.Text, Sources = hits }; } public sealed class Reply { public string Answer { get; init; } = \"\"; public List<string> Sources { get; init; } = []; }"
    )]
    [InlineData(
        "var hits = await FindAsync(question); return await chat.GetResponseAsync(question + string.Join(\" \", hits.Select(h => h.Text)));",
        "private async Task<List<Snippet>> FindAsync(string text) { var found = new List<Snippet>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(new Snippet(hit.Record.Text, hit.Score ?? 0)); } return found; } public sealed record Snippet(string Text, double Score);"
    )]
    // One of the methods between keeps them, or sends them itself.
    [InlineData(
        "var hits = await LookAsync(question); " + Ask,
        "private readonly List<string> _last = []; public IReadOnlyList<string> Last => _last; private async Task<List<string>> LookAsync(string text) { var found = await FindAsync(text); _last.AddRange(found); return found; } private async Task<List<string>> FindAsync(string text) { var found = new List<string>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(hit.Record.Text); } return found; }"
    )]
    [InlineData(
        "var hits = await LookAsync(question); " + Ask,
        "private async Task<List<string>> LookAsync(string text) { var found = await FindAsync(text); await chat.GetResponseAsync(\"Answer from these: \" + string.Join(\" \", found)); return found; } private async Task<List<string>> FindAsync(string text) { var found = new List<string>(); await foreach (var hit in pages.SearchAsync(text, 3)) { found.Add(hit.Record.Text); } return found; }"
    )]
    [InlineData(
        "var answer = await OfPagesAsync(question); " + Ask,
        "private async Task<string> OfPagesAsync(string text) { var found = \"\"; await foreach (var hit in pages.SearchAsync(text, 3)) { found += hit.Record.Text; } return (await chat.GetResponseAsync(found)).Text; }"
    )]
    public Task Innocent(string statements, string members = "") => VerifyAsync(statements, members);

    [Theory]
    [InlineData(
        "var found = \"\"; await foreach (var hit in articles.SearchAsync(question, 3)) { found += hit.Record.Title + hit.Record.Text; } return await chat.GetResponseAsync(found + question);"
    )]
    [InlineData(
        "var found = \"\"; await foreach (var hit in articles.SearchAsync(question, 3)) { found += hit.Record.Title; } return found;"
    )]
    [InlineData(
        "var found = \"\"; await foreach (var hit in articles.SearchAsync(question, 3)) { found += hit.Record.Title; Console.WriteLine(hit.Record.Text); } return await chat.GetResponseAsync(found + question);"
    )]
    // A price is what the model needs to know.
    [InlineData(
        "var found = \"\"; await foreach (var hit in articles.SearchAsync(question, 3)) { found += hit.Record.Title + hit.Record.Price; } return await chat.GetResponseAsync(found + question);"
    )]
    // Nobody asks what was looked for: the names are what is written about.
    [InlineData(
        "var found = \"\"; await foreach (var hit in articles.SearchAsync(question, 3)) { found += hit.Record.Title; } return await chat.GetResponseAsync(\"Write a blurb for a shelf of these articles: \" + found);"
    )]
    // No property is known to hold a text.
    [InlineData(
        "var found = \"\"; await foreach (var hit in songs.SearchAsync(question, 3)) { found += hit.Record.Title; } return await chat.GetResponseAsync(found + question);"
    )]
    public Task More_than_a_name(string statements) => VerifyAsync(statements);

    [Fact]
    public Task A_search_of_ones_own_is_none() =>
        Verify.AnalyzerAsync<UnusedRetrieval>(
            """
            using System.Collections.Generic;
            using Microsoft.Extensions.AI;
            using System.Threading.Tasks;
            public sealed class Collection { public IAsyncEnumerable<string> SearchAsync(string text, int top) => null!; }
            public sealed class Desk(IChatClient chat, Collection pages)
            {
                public async Task<object?> AskAsync(string question) { var hits = pages.SearchAsync(question, 3); return await chat.GetResponseAsync(question); }
            }
            """
        );

    [Theory]
    [InlineData("var hits = pages.SearchAsync(question, 3); await foreach (var hit in hits) { hit. } return await chat.GetResponseAsync(")]
    [InlineData("await foreach (var hit in pages.SearchAsync(question, ")]
    [InlineData("var hits = pages.SearchAsync(; var x = hits.Select(h => h.Record.); return await chat.GetResponseAsync(question);")]
    public async Task Half_typed(string statements) =>
        MarkedFindings.AssertNoException(
            await AnalyzerRun.DiagnosticsAsync([new UnusedRetrieval()], [RetrievalMembers.Source(statements)], ReferenceSets.Latest)
        );

    [Theory]
    [InlineData($"var hits = await {Marked}.ToListAsync();", "new() { [\"found\"] = FOUND, [\"q\"] = question }", "{{$q}}")]
    [InlineData(
        $"var hits = await {Marked}.ToListAsync();",
        "new KernelArguments { { \"found\", FOUND }, { \"q\", question } }",
        "Answer: {{$q}}"
    )]
    [InlineData(
        $"var hits = await {Marked}.ToListAsync(); var all = new KernelArguments {{ [\"q\"] = question }}; all[\"found\"] = FOUND;",
        "all",
        "{{$q}}"
    )]
    // The template names it, may name it, or what gets the arguments may look into them.
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync();",
        "new() { [\"found\"] = FOUND, [\"q\"] = question }",
        "{{$FOUND}}{{$q}}"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync();",
        "new() { [\"found\"] = FOUND, [\"q\"] = question }",
        "{{$q}}{{x.y}}"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync();",
        "new() { [\"found\"] = FOUND, [\"q\"] = question }",
        "\" + File.ReadAllText(\"prompt.txt\") + \"{{$q}}"
    )]
    [InlineData(
        "var hits = await pages.SearchAsync(question, 3).ToListAsync(); var all = new KernelArguments { [\"q\"] = question }; all[\"found\"] = FOUND; await kernel.InvokeAsync(\"a\", \"b\", all);",
        "all",
        "{{$q}}"
    )]
    public Task An_argument_that_no_template_names(string found, string arguments, string template) =>
        VerifyAsync(
            $"{found} return await kernel.InvokePromptAsync(\"{template}\", {arguments});"
                .Replace("FOUND", "string.Join(\"\\n\", hits.Select(h => h.Record.Text))", StringComparison.Ordinal)
                .Replace("{{$string.Join(\"\\n\", hits.Select(h => h.Record.Text))}}", "{{$FOUND}}", StringComparison.Ordinal)
        );

    [Fact]
    public Task The_message_names_search_and_argument() =>
        Verify.AnalyzerAsync<UnusedRetrieval>(
            RetrievalMembers.Source(
                "var hits = await {|#0:pages.SearchAsync|}(question, 3).ToListAsync(); return await {|#1:kernel.InvokePromptAsync|}(\"{{$q}}\", new() { [\"found\"] = hits[0].Record.Text, [\"q\"] = question });"
            ),
            expected: Verify
                .Finding<UnusedRetrieval>("RAG5001")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("SearchAsync", "is the argument 'found', which the template does not name", "Name 'found' in the template")
        );

    [Fact]
    public Task The_message_names_search_and_member() =>
        Verify.AnalyzerAsync<UnusedRetrieval>(
            RetrievalMembers.Source(
                "var found = \"\"; await foreach (var hit in {|#0:articles.SearchAsync|}(question, 3)) { found += hit.Record.Title; } return await {|#1:chat.GetResponseAsync|}(found + question);"
            ),
            expected: Verify
                .Finding<UnusedRetrieval>("RAG5001")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments("SearchAsync", "reaches the prompt by its 'Title' alone", "Send 'Text', too")
        );

    private static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<UnusedRetrieval>(RetrievalMembers.Source(statements, members));
}
