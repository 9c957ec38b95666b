using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Bodies;

/// <summary>A file is bound once, however many ask for it and whoever is done with it.</summary>
public sealed class KeptModelsTests
{
    [Fact]
    public void A_file_has_one_model()
    {
        var compilation = AnalyzerRun.Compile(["class A { }", "class B { }"], ReferenceSets.NoAi);
        var models = new KeptModels(compilation);

        var first = compilation.SyntaxTrees.Select(models.Of).ToList();
        GC.Collect();

        Assert.Equal(compilation.SyntaxTrees, first.Select(static m => m.SyntaxTree));
        Assert.All(first, m => Assert.Same(m, models.Of(m.SyntaxTree)));
    }

    [Theory]
    [InlineData(10, true)]
    [InlineData(100, false)]
    public void The_models_of_the_files_that_were_asked_for_last_are_held(int others, bool isHeld)
    {
        var compilation = AnalyzerRun.Compile(
            [.. Enumerable.Range(0, others + 1).Select(static i => $"class C{i} {{ }}")],
            ReferenceSets.NoAi
        );
        var models = new KeptModels(compilation);
        var first = Asked(models, compilation);
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        Assert.Equal(isHeld, first.TryGetTarget(out _));
        GC.KeepAlive(models);
    }

    /// <returns>The model of the first file; those of all others were asked for after it.</returns>
    [System.Runtime.CompilerServices.MethodImpl(System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]
    private static WeakReference<SemanticModel> Asked(KeptModels models, Compilation compilation)
    {
        var first = new WeakReference<SemanticModel>(models.Of(compilation.SyntaxTrees.First()));
        foreach (var tree in compilation.SyntaxTrees.Skip(1))
        {
            models.Of(tree);
        }

        return first;
    }
}
