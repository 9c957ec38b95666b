// One cache, one slot and one pipe for texts of files, which are parsed, and for answers of a model, which are not.
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace SharedRunners;

public sealed record Profile(string Name, string Tone);

public sealed class Store
{
    private readonly ConcurrentDictionary<string, string> _texts = new();

    public async Task<string> GetAsync(string key, Func<string, Task<string>> make)
    {
        if (_texts.TryGetValue(key, out var t))
            return t;
        return _texts[key] = await make(key);
    }
}

public sealed class App(IChatClient chat, Store store)
{
    public async Task<string> RunAsync(string user, string topic)
    {
        var raw = await store.GetAsync("profile-" + user, _ => File.ReadAllTextAsync($"{user}.json"));
        var profile = JsonSerializer.Deserialize<Profile>(raw)!;
        return await store.GetAsync("text-" + topic, async _ => (await chat.GetResponseAsync($"Write about {topic}, {profile.Tone}")).Text);
    }
}

public sealed class Queue
{
    private readonly Dictionary<string, string> _results = [];
    private Func<string, Task<string>>? _current;

    public void Use(Func<string, Task<string>> f) => _current = f;

    public async Task<string> GoAsync(string x)
    {
        var r = await _current!(x);
        _results[x] = r;
        return r;
    }

    public async Task<string> BothAsync(IChatClient chat, string x)
    {
        Use(p => File.ReadAllTextAsync(p));
        var p = JsonSerializer.Deserialize<Profile>(await File.ReadAllTextAsync(x))!;
        Use(async q => (await chat.GetResponseAsync(q)).Text);
        return await GoAsync("Greet " + p.Name);
    }
}

public static class Pipe
{
    public static async Task<TOut> Then<TIn, TOut>(this Task<TIn> task, Func<TIn, Task<TOut>> next) => await next(await task);

    public static async Task<TOut> Map<TIn, TOut>(this Task<TIn> task, Func<TIn, TOut> f) => f(await task);

    public static Task<string> GreetAsync(IChatClient chat, string file) =>
        File.ReadAllTextAsync(file)
            .Map(t => JsonSerializer.Deserialize<Profile>(t)!)
            .Then(p => chat.GetResponseAsync($"Greet {p.Name} in a {p.Tone} tone"))
            .Map(r => r.Text);

    public static Task<bool> IsLongAsync(IChatClient chat, string file) =>
        chat.GetResponseAsync("Tell a story").Map(r => r.Text).Map(t => t.Length > 100);
}
