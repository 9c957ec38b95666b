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

    [Theory]
    [InlineData(true, "")]
    [InlineData(true, "public abstract Task<Outcome<T>> RunAndTell(Func<T> make); public class Outcome<TOutcome>;")]
    [InlineData(true, "public abstract C<T> Around(C<T> other);")]
    [InlineData(false, "public abstract T Value { get; }")]
    [InlineData(false, "public T? Last;")]
    [InlineData(false, "public abstract bool TryGet(out T value);")]
    [InlineData(false, "public abstract T Or(T other);")]
    [InlineData(false, "public abstract Task<T> Get();")]
    [InlineData(false, "public abstract IEnumerable<T> All();")]
    [InlineData(false, "public abstract T[] Copy();")]
    [InlineData(false, "protected C(T value) { }")]
    public void Of_the_type_s_own_T(bool isRunner, string otherMembers) =>
        Assert.Equal(
            isRunner,
            IsRunner("public abstract class C<T> { public abstract Task<T> Run(Func<int, Task<T>> make); " + otherMembers + " }")
        );

    [Theory]
    [InlineData("public abstract class C<T> { public static T Run(Func<T> make) => make(); }")]
    [InlineData("public abstract class C<T> : List<T> { public abstract T Run(Func<T> make); }")]
    [InlineData("public abstract class C<T> { public abstract T Run(T seed, Func<T> make); }")]
    [InlineData("public abstract class C<T> { public abstract T Run(Action<T> use); }")]
    public void Of_a_type_that_may_have_one(string type) => Assert.False(IsRunner(type));

    private static bool IsRunner(string type)
    {
        var compilation = AnalyzerRun.Compile([type], ReferenceSets.NoAi);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        return FunctionRunners.Contain(compilation.GetTypeByMetadataName("C`1")!.GetMembers("Run").OfType<IMethodSymbol>().Single());
    }
}
