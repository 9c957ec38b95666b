using System.Collections.Immutable;

namespace RagAnalyzers.Benchmarks;

/// <summary>
/// A shape of code that can be written in any size. It is right: for each finding the compiler binds the body anew in order to look for an
/// attribute that suppresses it, whichever analyzer reports it, and that is not to be measured here.
/// </summary>
internal sealed class GrowthSeries(string name, int smallest, int largest, Func<int, string> body)
{
    public static ImmutableArray<GrowthSeries> All { get; } =
    [
        new(
            "calls through n helpers",
            1,
            64,
            n =>
                Asking("H0(question)")
                + Each(n, i => $"string H{i}(string text) => H{i + 1}(text.Trim());")
                + $"string H{n}(string text) => text;"
        ),
        new("methods with a model call", 100, 800, n => Each(n, i => Asking("question", i))),
        new(
            "implementations of one interface",
            40,
            320,
            n =>
                Asking("source.Find(question)", parameters: "ISource source, ")
                + "internal interface ISource { string Find(string question); }"
                + Each(n, i => $"internal sealed class Source{i} : ISource {{ public string Find(string question) => question + {i}; }}")
        ),
        new(
            "lines of one method",
            1000,
            8000,
            n => Asking("text", before: "var text = question;" + Each(n, i => $"Console.WriteLine(text + {i});"))
        ),
        new(
            "terms of one concatenation",
            400,
            3200,
            n => Asking(string.Join(" + ", Enumerable.Range(0, n).Select(i => $"question[{i % 9}..]")))
        ),
        new(
            "appends to one builder",
            1600,
            12800,
            n => Asking("text.ToString()", before: "var text = new StringBuilder();" + Each(n, i => $"text.Append(question).Append({i});"))
        ),
        new("options objects", 80, 640, n => Each(n, i => Asking("question", i, $"MaxOutputTokens = {i + 1}, "))),
        new(
            "assignments of one local",
            400,
            3200,
            n => Asking("text", before: "var text = question;" + Each(n, i => $"text = text.Trim() + {i};"))
        ),
    ];

    public string Name => name;

    public IEnumerable<int> Sizes
    {
        get
        {
            for (var size = smallest; size <= largest; size *= 2)
            {
                yield return size;
            }
        }
    }

    public string Source(int size) =>
        $$"""
            using System;
            using System.Text;
            using System.Text.Json;
            using System.Threading.Tasks;
            using Microsoft.Extensions.AI;

            internal sealed record Verdict(string Label);

            internal sealed class Desk(IChatClient chat)
            {
                {{body(size)}}
            }
            """;

    private static string Asking(string prompt, int number = 0, string options = "", string before = "", string parameters = "") =>
        $$"""
            public async Task<Verdict?> Ask{{number}}Async({{parameters}}string question)
            {
                {{before}}
                var response = await chat.GetResponseAsync({{prompt}}, new ChatOptions { {{options}}ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() });
                try
                {
                    return JsonSerializer.Deserialize<Verdict>(response.Text, AIJsonUtilities.DefaultOptions);
                }
                catch (JsonException)
                {
                    return null;
                }
            }

            """;

    private static string Each(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(i => part(i) + "\n"));
}
