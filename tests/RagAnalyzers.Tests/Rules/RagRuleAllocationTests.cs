using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
    private const int Bodies = 200;

    private const string Plain = "foreach (var n in numbers) _all += n * a; return _all + {0};";

    /// <summary>Right code: what a finding allocates is not counted.</summary>
    private const string Asking = """
        var options = new ChatOptions {{ MaxOutputTokens = {0}, ResponseFormat = ChatResponseFormat.ForJsonSchema<Verdict>() }};
        var response = await chat.GetResponseAsync("Is this urgent? " + question, options);
        try {{ return JsonSerializer.Deserialize<Verdict>(response.Text, AIJsonUtilities.DefaultOptions); }} catch (JsonException) {{ return null; }}
        """;

    private static string Program(string type, string parameter, string body) =>
        $$"""
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

        internal sealed class Measured(List<int> numbers, IChatClient chat)
        {
            private int _all;

        {{string.Concat(
            Enumerable.Range(0, Bodies).Select(i => $"    public {type} M{i}Async({parameter}) {{ {string.Format(CultureInfo.InvariantCulture, body, i)} }}\n")
        )}}
        }
        """;

    /// <param name="mostBytes">What one such body may cost, with what is kept of it.</param>
    [Theory]
    [InlineData("int", "int a", Plain, 3_000)]
    [InlineData("async Task<Verdict?>", "string question", Asking, 95_000)]
    public void A_body_costs_little(string type, string parameter, string body, double mostBytes)
    {
        var compilation = AnalyzerRun.Compile([Program(type, parameter, body)], ReferenceSets.Latest);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var actions = new CapturedActions(compilation);
        RagRule.Register(actions, picture, AllRules.Create());
        var tree = compilation.SyntaxTrees.Single(static t => t.FilePath == TestSources.PathOf(0));
        var model = picture.SemanticModelOf(tree);
        var bodies = tree.GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Select(m => (Body: model.GetOperation(m)!, Owner: (ISymbol)model.GetDeclaredSymbol(m)!))
            .ToList();
        Assert.Equal(Bodies + 1, bodies.Count);

        // What the compilation is asked once is not what a body costs.
        bodies[..50].ForEach(b => actions.Run(b.Body, b.Owner));
        var before = GC.GetAllocatedBytesForCurrentThread();
        bodies[50..].ForEach(b => actions.Run(b.Body, b.Owner));
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / (double)(bodies.Count - 50);

        Assert.InRange(each, 1, mostBytes);
    }
}
