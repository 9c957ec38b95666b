using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Tests.Flow.Bodies;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>
/// Statements of a method <c>M(string parameter)</c> in which one expression is marked, <c>[|expression|]</c>, and what the
/// tracer says of it, knowing the base class library and nothing else. The statements must compile.
/// </summary>
internal sealed class TracedSource
{
    private readonly IOperation _value;
    private readonly ValueTracer _tracer = new(new BclFlow(), NoOtherBodies.Instance);

    public TracedSource(string statements)
    {
        var source = $$"""
            using System.Text;
            public class C
            {
                private string _field = "";
                public string Property { get; set; } = "";
                public static string Unknown(object? value = null) => throw new System.NotSupportedException();
                public class Made { public string? Text { get; set; } public Made? Next { get; set; } }
                public async System.Threading.Tasks.Task M(string parameter)
                {
                    {{statements}}
                    await System.Threading.Tasks.Task.Yield();
                }
            }
            """;
        TestFileMarkupParser.GetSpan(source, out var code, out var span);
        var compilation = AnalyzerRun.Compile([code], ReferenceSets.NoAi);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var tree = compilation.SyntaxTrees[0];
        var node = tree.GetRoot().FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>()!;
        Assert.Equal(span, node.Span);
        _value = compilation.GetSemanticModel(tree).GetOperation(node)!;
    }

    public TraceResult Trace(FlowMode mode = FlowMode.Value, string? member = null, ISet<IOperation>? trail = null) =>
        _tracer.Trace(_value, mode, member is null ? null : AccessPath.Empty.Push(member), trail);

    /// <returns>The code of the operations that may yield the very value, in order of the source.</returns>
    public string Values() =>
        string.Join(
            " | ",
            SameValues.Of(_value, _tracer).OrderBy(value => value.Syntax.SpanStart).Select(value => value.Syntax.ToString())
        );

    /// <returns>The origins as "Kind source", in order of the source.</returns>
    public string Origins(FlowMode mode = FlowMode.Value, string? member = null) =>
        string.Join(
            " | ",
            Trace(mode, member)
                .Origins.OrderBy(origin => origin.Operation.Syntax.SpanStart)
                .Select(origin => $"{origin.Kind} {origin.Operation.Syntax}{(origin.Path.IsEmpty ? "" : $" at {origin.Path}")}")
                .Distinct()
        );
}
