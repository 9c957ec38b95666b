using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Uses;

/// <summary>
/// A class in which one expression is marked, <c>[|expression|]</c>, and what becomes of its value, for a tracer that knows the base class
/// library and the rest of the source. A method <c>Goal(object)</c> is where values may get to.
/// </summary>
internal sealed class UsedSource
{
    private readonly IOperation _value;
    private readonly UseTracer _tracer;

    /// <param name="members">The members of the class.</param>
    /// <param name="isWhole">The rest of the source is seen; else the body of the value alone.</param>
    public UsedSource(string members, bool isWhole = true, bool compiles = true)
    {
        TestFileMarkupParser.GetSpan(
            $$"""
            using System.Linq;
            using System.Text;
            internal class C
            {
                private string _field = "";
                public string Open = "";
                private static void Goal(object? value) => System.Console.WriteLine(value);
                private static string Make() => System.Console.ReadLine() ?? "";
                private bool Flag => _field.Length > 3;
                {{members}}
            }
            """,
            out var code,
            out var span
        );
        var compilation = AnalyzerRun.Compile([code], ReferenceSets.NoAi);
        if (compiles)
        {
            Assert.Empty(AnalyzerRun.Errors(compilation));
        }

        var tree = compilation.SyntaxTrees[0];
        var node = tree.GetRoot().FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>()!;
        Assert.Equal(span, node.Span);
        _value = compilation.GetSemanticModel(tree).GetOperation(node)!;
        var source = new OperationSource(compilation);
        IUseResolver resolver = isWhole
            ? new CompilationUses(source, new CompilationBodies(source), new CallSites(source, new BoundNames(source)))
            : WithinBody.Instance;
        _tracer = new UseTracer(new BclFlow(), resolver);
    }

    public ValueUses Uses() => _tracer.Of(_value);

    /// <returns>Whether the value gets to an argument of <c>Goal</c>.</returns>
    public string ReachesGoal() => Uses().Reaches(static use => IsArgumentOf(use, "Goal")).ToString();

    /// <returns>The uses as "Kind code", "?" behind one that may not come about, and "..." at the end when there may be more.</returns>
    public string Shown()
    {
        var uses = Uses();
        var shown = uses.Uses.Select(u => $"{u.Use.Kind} {u.Use.Value.Syntax}{(u.IsCertain ? "" : "?")}");
        return string.Join(" | ", uses.IsComplete ? shown : shown.Append("..."));
    }

    private static bool IsArgumentOf(ValueUse use, string method) =>
        use.Operation
            is Microsoft.CodeAnalysis.Operations.IArgumentOperation { Parent: Microsoft.CodeAnalysis.Operations.IInvocationOperation call }
        && call.TargetMethod.Name == method;
}
