using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Testing;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>
/// A program in which one expression is marked, <c>[|expression|]</c>, and what the tracer says of it, seeing the whole program and knowing
/// the base class library and nothing else. It need not compile.
/// </summary>
internal static class TracedProgram
{
    /// <returns>The origins as "Kind source", in order of the source; those of a caller's value when all callers can be seen.</returns>
    public static string Origins(string program, FlowMode mode = FlowMode.Value, string? member = null)
    {
        TestFileMarkupParser.GetSpan(program, out var code, out var span);
        var compilation = AnalyzerRun.Compile([code], ReferenceSets.NoAi);
        var tree = compilation.SyntaxTrees[0];
        var node = tree.GetRoot().FindNode(span, getInnermostNodeForTie: true).FirstAncestorOrSelf<ExpressionSyntax>()!;
        Assert.Equal(span, node.Span);
        var source = new OperationSource(compilation);
        var tracer = new ValueTracer(new BclFlow(), new CompilationBodies(source));
        var path = member is null ? AccessPath.Empty : AccessPath.Empty.Push(member);
        var result = new ClosedWorld(tracer, new CallSites(source, new BoundNames(source))).Close(
            tracer.Trace(source.OperationOf(node)!, mode, path),
            mode
        );
        return string.Join(
            " | ",
            result
                .Origins.OrderBy(origin => origin.Operation.Syntax.SpanStart)
                .Select(origin => $"{origin.Kind} {origin.Operation.Syntax}{(origin.Path.IsEmpty ? "" : $" at {origin.Path}")}")
                .Distinct()
        );
    }
}
