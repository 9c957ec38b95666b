using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Bodies;

/// <summary>A body that is bound again is the one that was bound first.</summary>
public sealed class KeptModelsTests
{
    private const string Source = """
        using System;
        using System.Linq;
        using System.Threading.Tasks;

        readonly struct Money
        {
            public static implicit operator Money(long amount) => default;
        }

        class Desk
        {
            async Task<dynamic> AskAsync(dynamic ask, string[] words)
            {
                object answer = await ask(words.Select(w => w + 1).ToList());
                decimal? sum = words.Length;
                Money? money = words.Length;
                long? more = sum is { } s && s > 1 ? (long)s : words[0].Length;
                foreach (object word in words)
                {
                    answer = $"{word}: {answer}" ?? more?.ToString();
                }

                return (answer, sum) == (null, more) ? answer : ask.Name[0];
            }
        }
        """;

    [Fact]
    public void Each_operation_of_another_binding_is_the_one_at_its_own_place()
    {
        var compilation = AnalyzerRun.Compile([Source], ReferenceSets.NoAi);
        var first = Bound(compilation);
        var second = Bound(compilation);
        Assert.NotSame(first[0], second[0]);

        // Otherwise one that is found by its place in the code would do.
        Assert.Contains(first.GroupBy(static o => (o.Kind, o.Syntax, o.IsImplicit)), static same => same.Count() > 1);

        var models = new KeptModels(compilation);
        Assert.All(first, operation => Assert.Same(operation, models.Kept(operation)));
        Assert.All(second.Zip(first), pair => Assert.Same(pair.Second, models.Kept(pair.First)));
    }

    private static List<IOperation> Bound(CSharpCompilation compilation)
    {
        var tree = compilation.SyntaxTrees.Single(static t => t.ToString().Contains("class Desk", StringComparison.Ordinal));
        var method = tree.GetRoot(TestContext.Current.CancellationToken).DescendantNodes().OfType<MethodDeclarationSyntax>().Single();
        var body = compilation.GetSemanticModel(tree).GetOperation(method, TestContext.Current.CancellationToken);
        return [.. Assert.IsAssignableFrom<IMethodBodyOperation>(body).DescendantsAndSelf()];
    }
}
