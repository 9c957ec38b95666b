using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Libraries;

/// <summary>The shape of methods whose result can only be what a function returned that they are given.</summary>
public sealed class FunctionRunnersTests
{
    [Theory]
    [InlineData(true, "T Run<T>(Func<T> make)")]
    [InlineData(true, "Task<T> Run<T>(object key, Func<int, Task<T>> make)")]
    [InlineData(true, "Task<T?> Run<T>(object key, Func<int, Task<T>> make)")]
    [InlineData(true, "ValueTask<T> Run<TState, T>(TState state, Func<TState, CancellationToken, ValueTask<T>> make)")]
    [InlineData(true, "T Run<T>(Func<T> make, Func<Exception, T> otherwise)")]
    [InlineData(false, "T Run<T>(T seed, Func<T> make)")]
    [InlineData(false, "T Run<T>(Func<int> make)")]
    [InlineData(false, "T Run<T>(Action<T> use)")]
    [InlineData(false, "int Run<T>(Func<T> make)")]
    [InlineData(false, "List<T> Run<T>(Func<T> make)")]
    [InlineData(false, "string Run(Func<string> make)")]
    public void Shape(bool isRunner, string method)
    {
        var compilation = AnalyzerRun.Compile(["public abstract class C { public abstract " + method + "; }"], ReferenceSets.NoAi);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var run = compilation.GetTypeByMetadataName("C")!.GetMembers("Run").OfType<IMethodSymbol>().Single();
        Assert.Equal(isRunner, FunctionRunners.Contain(run));
    }
}
