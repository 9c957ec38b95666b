using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Origins;

/// <summary>Origins are put together in sets, and one place is many origins where many calls lead to it.</summary>
public sealed class OriginTests
{
    private const int Calls = 50;

    [Fact]
    public void One_place_that_many_calls_lead_to()
    {
        var origins = Trace();
        Assert.Equal(Calls, origins.Length);
        Assert.Single(origins.Select(origin => origin.Operation).Distinct());
        Assert.InRange(origins.Select(origin => origin.GetHashCode()).Distinct().Count(), Calls - 1, Calls);
    }

    [Fact]
    public void The_same_calls_lead_to_the_same()
    {
        var origins = Trace();
        var again = origins.Select(origin => origin with { Via = new CallChain(origin.Via!.Call, origin.Via.Body, origin.Via.Inner) });
        Assert.Equal(Calls, origins.Concat(again).Distinct().Count());
    }

    /// <returns>Where a text comes from that is joined of what many calls of one method return.</returns>
    private static Origin[] Trace()
    {
        var calls = string.Join(" + ", Enumerable.Range(0, Calls).Select(i => $"Outer({i})"));
        var compilation = AnalyzerRun.Compile(
            [
                $"class C {{ static string M() => {calls}; static string Outer(int i) => Inner(); static string Inner() => Text.Trim(); const string Text = \"x\"; }}",
            ],
            ReferenceSets.NoAi
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var source = new OperationSource(compilation);
        var value = compilation.SyntaxTrees[0].GetRoot().DescendantNodes().OfType<ArrowExpressionClauseSyntax>().First().Expression;
        return
        [
            .. new ValueTracer(new BclFlow(), new CompilationBodies(source)).Trace(source.OperationOf(value)!, FlowMode.Content).Origins,
        ];
    }
}
