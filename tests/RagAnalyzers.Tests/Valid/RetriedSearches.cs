// Searches and model calls behind retries, functions in locals, in arrays of tasks and in a table of handlers.
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;

namespace RetriedSearches;

public sealed class Doc
{
    [VectorStoreKey]
    public string Id { get; set; } = "";

    [VectorStoreData]
    public string Title { get; set; } = "";

    [VectorStoreData]
    public string Text { get; set; } = "";

    [VectorStoreVector(1536)]
    public string Vector => Text;
}

public interface IRunner
{
    Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct = default);
}

public sealed class RetryRunner : IRunner
{
    public async Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct = default)
    {
        for (var i = 0; ; i++)
        {
            try
            {
                return await work(ct);
            }
            catch (HttpRequestException) when (i < 3)
            {
                await Task.Delay(100, ct);
            }
        }
    }
}

public sealed class Plain : IRunner
{
    public Task<T> RunAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken ct = default) => work(ct);
}

public sealed class Bot(VectorStoreCollection<string, Doc> docs, IChatClient chat, IRunner runner)
{
    private const string Rules =
        "Answer only from the documents and name the title of each that you use. If they do not say it, say that you do not know.";

    private static string Format(IEnumerable<VectorSearchResult<Doc>> hits) =>
        string.Join("\n", hits.Select(h => $"{h.Record.Title}: {h.Record.Text}"));

    public async Task<string> ThroughRunner(string q)
    {
        var hits = await runner.RunAsync(async ct => await docs.SearchAsync(q, 4, cancellationToken: ct).ToListAsync(ct));
        if (hits.Count == 0)
            return "Nothing found.";
        return (
            await runner.RunAsync(ct =>
                chat.GetResponseAsync([new(ChatRole.System, Rules), new(ChatRole.User, Format(hits) + "\n\n" + q)], cancellationToken: ct)
            )
        ).Text;
    }

    public async Task<string> OneLambdaForBoth(string q) =>
        await runner.RunAsync(async ct =>
        {
            var hits = await docs.SearchAsync(q, 4, cancellationToken: ct).ToListAsync(ct);
            if (hits.Count == 0)
                return "Nothing found.";
            var r = await chat.GetResponseAsync(
                [new(ChatRole.System, Rules), new(ChatRole.User, Format(hits) + "\n\n" + q)],
                cancellationToken: ct
            );
            return r.Text;
        });

    public async Task<string> LocalToTaskRun(string q)
    {
        Func<Task<List<VectorSearchResult<Doc>>>> find = async () => await docs.SearchAsync(q, 4).ToListAsync();
        var hits = await Task.Run(find);
        if (hits.Count == 0)
            return "Nothing found.";
        return (await chat.GetResponseAsync([new(ChatRole.System, Rules), new(ChatRole.User, Format(hits) + "\n\n" + q)])).Text;
    }

    public async Task<string> TupleOfTasks(string q)
    {
        var find = async (string s) => await docs.SearchAsync(s, 4).ToListAsync();
        var both = await Task.WhenAll(find(q), find("policy " + q));
        var hits = both.SelectMany(b => b).DistinctBy(h => h.Record.Id).ToList();
        if (hits.Count == 0)
            return "Nothing found.";
        return (await chat.GetResponseAsync([new(ChatRole.System, Rules), new(ChatRole.User, Format(hits) + "\n\n" + q)])).Text;
    }

    public async Task<string> Pick(string q, bool wide)
    {
        Func<string, Task<List<VectorSearchResult<Doc>>>> narrow = async s => await docs.SearchAsync(s, 3).ToListAsync();
        Func<string, Task<List<VectorSearchResult<Doc>>>> broad = async s => await docs.SearchAsync(s, 9).ToListAsync();
        var find = wide ? broad : narrow;
        var hits = await find(q);
        if (hits.Count == 0)
            return "Nothing found.";
        return (await chat.GetResponseAsync([new(ChatRole.System, Rules), new(ChatRole.User, Format(hits) + "\n\n" + q)])).Text;
    }

    private readonly Dictionary<string, Func<string, Task<string>>> _handlers = [];

    public void Register()
    {
        _handlers["docs"] = async q => Format(await docs.SearchAsync(q, 4).ToListAsync());
        _handlers["faq"] = async q => await File.ReadAllTextAsync("faq.txt");
    }

    public async Task<string> Handle(string kind, string q)
    {
        var found = await _handlers[kind](q);
        if (string.IsNullOrEmpty(found))
            return "Nothing found.";
        return (await chat.GetResponseAsync([new(ChatRole.System, Rules), new(ChatRole.User, found + "\n\n" + q)])).Text;
    }
}
