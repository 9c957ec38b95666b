using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>
/// How the work of tracing grows with the code: what every argument of <c>Use</c> is, in a program of n parts and in one of twice as many.
/// Counted in bytes that are allocated, which are the same on any machine.
/// </summary>
public sealed class ValueTracerGrowthTests
{
    /// <summary>Twice the code may cost so much more; four would be quadratic.</summary>
    private const double Most = 2.6;

    [Fact]
    public void Methods_of_one_name() =>
        AssertLinear(n =>
            Each(
                n,
                i =>
                    $"class C{i} {{ string Run(string q) => Ask(q); string Ask(string p) {{ Use(p); return p; }} void Start() => Run(\"{i}\"); static void Use(string s) {{ }} }}"
            )
        );

    [Fact]
    public void Callers_of_one_helper() =>
        AssertLinear(n =>
            "class C { string Help(string q) => q.Trim(); void Use(string s) { }"
            + Each(n, i => $"void M{i}(string q) => Use(Help(q));")
            + "}"
        );

    [Fact]
    public void Methods_that_read_one_field() =>
        AssertLinear(n =>
            "class C { readonly string _text = \"x\"; void Use(string s) { }" + Each(n, i => $"void M{i}() => Use(_text);") + "}"
        );

    [Fact]
    public void Fields_of_one_class() =>
        AssertLinear(n =>
            "class C { void Use(string s) { }" + Each(n, i => $"readonly string _f{i} = \"x\"; void M{i}() => Use(_f{i});") + "}"
        );

    [Fact]
    public void A_local_assigned_again_and_again() => AssertLinear(n => Method(Each(n, i => $"text = text.Trim() + {i};") + "Use(text);"));

    [Fact]
    public void Locals_of_one_method() => AssertLinear(n => Method(Each(n, i => $"var t{i} = text + {i}; Use(t{i});")));

    [Fact]
    public void Conditional_assignments_are_given_up_at_last()
    {
        // Each may or may not have happened: what all of them together may be is more than anybody looks through.
        var few = Allocated(Method(Each(40, Assignment) + "Use(text);"));
        var many = Allocated(Method(Each(1280, Assignment) + "Use(text);"));
        Assert.InRange(many / few, 1, 32 * Most);

        static string Assignment(int i) => $"if (flag) text = text.Trim() + {i};";
    }

    private static void AssertLinear(Func<int, string> program)
    {
        _ = Allocated(program(10));
        var once = Allocated(program(100));
        var twice = Allocated(program(200));
        Assert.InRange(twice / once, 1.3, Most);
    }

    /// <returns>What is allocated while every argument of <c>Use</c> is traced, callers included.</returns>
    private static double Allocated(string program)
    {
        var compilation = AnalyzerRun.Compile([program], ReferenceSets.NoAi);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var before = GC.GetAllocatedBytesForCurrentThread();
        var source = new OperationSource(compilation);
        var tracer = new ValueTracer(new BclFlow(), new CompilationBodies(source));
        var world = new ClosedWorld(tracer, new CallSites(source, new BoundNames(source)));
        var traced = 0;

        foreach (
            var call in compilation
                .SyntaxTrees[0]
                .GetRoot()
                .DescendantNodes()
                .OfType<InvocationExpressionSyntax>()
                .Where(call => call.Expression is IdentifierNameSyntax { Identifier.ValueText: "Use" })
        )
        {
            var value = source.OperationOf(call.ArgumentList.Arguments[0].Expression)!;
            world.Close(tracer.Trace(value, FlowMode.Value), FlowMode.Value);
            traced++;
        }

        Assert.NotEqual(0, traced);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Each(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(i => part(i) + "\n"));

    private static string Method(string statements) =>
        $"class C {{ void Use(string s) {{ }} void M(string text, bool flag) {{ {statements} }} }}";
}
