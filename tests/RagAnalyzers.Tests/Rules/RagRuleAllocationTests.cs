using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Rules;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules;

/// <summary>
/// Most bodies of a compilation that calls models name nothing of any SDK. What all rules together allocate to find that out is counted, in bytes
/// that are the same on any machine.
/// </summary>
public sealed class RagRuleAllocationTests
{
    /// <summary>What one such body may cost, with what is kept of it.</summary>
    private const double MostBytes = 3_000;

    private const int Bodies = 200;

    private static readonly string s_program = $$"""
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

        internal sealed class Plain(List<int> numbers)
        {
            private int _all;

        {{string.Concat(
            Enumerable.Range(0, Bodies).Select(static i => $"    public int M{i}(int a) {{ foreach (var n in numbers) _all += n * a; return _all + {i}; }}\n")
        )}}
        }
        """;

    [Fact]
    public void A_body_that_names_nothing_costs_little()
    {
        var compilation = AnalyzerRun.Compile([s_program], ReferenceSets.Latest);
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

        Assert.InRange(each, 1, MostBytes);
    }
}
