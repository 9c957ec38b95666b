using System.Globalization;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Rules;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules;

/// <summary>
/// Most bodies of a compilation that calls models name nothing of any SDK. What all rules together allocate to find that out is counted, and what
/// they allocate for a body that calls a model; in bytes that are the same on any machine.
/// </summary>
public sealed class RagRuleAllocationTests
{
    private const int Bodies = 150;

    private const string Plain = "foreach (var n in numbers) _all += n * a; return _all + {0};";

    /// <summary>Right code: what a finding allocates is not counted.</summary>
    private const string Asking = """
        var options = new ChatOptions {{ MaxOutputTokens = {0}, ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() }};
        var response = await chat.GetResponseAsync("Is this urgent? " + question, options);
        try {{ return JsonSerializer.Deserialize<Verdict>(response.Text, AIJsonUtilities.DefaultOptions); }} catch (JsonException) {{ return null; }}
        """;

    private const string Program = """
        using System.Numerics.Tensors;
        using System.Text.Json;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.VectorData;

        internal sealed class Desk(IChatClient chat, IEmbeddingGenerator<string, Embedding<float>> embedder, VectorStoreCollection<string, object> index)
        {
            public async Task<int> AskAsync(string question)
            {
                await index.UpsertAsync(question);
                var vector = await embedder.GenerateVectorAsync(question);
                var near = TensorPrimitives.CosineSimilarity(vector.Span, vector.Span);
                var hits = await index.SearchAsync(vector, 3).ToListAsync();
                var options = new ChatOptions { ResponseFormat = ChatResponseFormat.Text };
                var response = await chat.GetResponseAsync(question + near + hits[0].Record + hits[0].Score, options);
                return JsonSerializer.Deserialize<int>(response.Text);
            }
        }

        internal sealed record Verdict(string Label);
        """;

    private static string Measured(string name, int bodies, string type, string parameter, string body) =>
        $$"""
        using System.Text.Json;
        using Microsoft.Extensions.AI;

        internal sealed class {{name}}(List<int> numbers, IChatClient chat)
        {
            private int _all;

        {{string.Concat(
            Enumerable.Range(0, bodies).Select(i => $"    public {type} M{i}Async({parameter}) {{ {string.Format(CultureInfo.InvariantCulture, body, i)} }}\n")
        )}}
        }
        """;

    /// <param name="mostBytes">What one such body may cost, with what is kept of it.</param>
    [Theory]
    [InlineData("int", "int a", Plain, 3_000)]
    [InlineData("async Task<Verdict?>", "string question", Asking, 95_000)]
    public void A_body_costs_little(string type, string parameter, string body, double mostBytes)
    {
        var compilation = AnalyzerRun.Compile(
            [Program, Measured("First", 50, type, parameter, body), Measured("Second", Bodies, type, parameter, body)],
            ReferenceSets.Latest
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var actions = new CapturedActions(compilation);
        RagRule.Register(actions, picture, AllRules.Create());
        var files = Enumerable
            .Range(0, 3)
            .Select(i => picture.SemanticModelOf(compilation.SyntaxTrees.Single(t => t.FilePath == TestSources.PathOf(i))))
            .ToList();

        // What the compiler allocates to bind them is not what the rules do.
        var bound = files
            .SelectMany(static f =>
                DeclaredBodies.In(f.SyntaxTree.GetRoot(TestContext.Current.CancellationToken)).Select(d => f.GetOperation(d))
            )
            .ToList();
        Assert.Equal(1 + 50 + Bodies, bound.Count);

        // Nor is what the compilation is asked once.
        actions.Run(files[0]);
        actions.Run(files[1]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        actions.Run(files[2]);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Bodies;
        GC.KeepAlive(bound);

        Assert.InRange(each, 1, mostBytes);
    }
}
