using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// Traces what methods of the same type put into a field or property that the body has just emptied: <c>_text = ""; Take(piece);</c>.
/// </summary>
internal sealed class CalledWriters
{
    private readonly TraceSession _session;
    private readonly VariableTracer _variables;

    public CalledWriters(TraceSession session, VariableTracer variables)
    {
        _session = session;
        _variables = variables;
    }

    /// <summary>What the methods write that the body calls between the two; nothing where none writes.</summary>
    /// <param name="replaced">The write that replaced what the member held when the body began.</param>
    public TraceResult Between(FlowWrite replaced, ISymbol member, IOperation use, AccessPath path)
    {
        var written = _session.Tracer.MemberWrites.OwnTo(member);
        if (written.IsDefaultOrEmpty)
        {
            return TraceResult.Nothing;
        }

        var root = use.Root();
        var elsewhere = written.Where(w => w.Concerns(path) && !ReferenceEquals(w.Site.Root(), root)).ToList();
        if (elsewhere.Count == 0)
        {
            return TraceResult.Nothing;
        }

        var called = BodyIndex
            .Of(use)
            .Invocations.Where(c =>
                IsOfTheSameObject(c, member) && ReachingWrites.IsBefore(replaced.Site, c) && ReachingWrites.IsBefore(c, use)
            )
            .SelectMany(c => _session.Tracer.Bodies.BodiesOf(c.TargetMethod))
            .Select(static b => b.Root())
            .ToList();
        elsewhere.RemoveAll(w => !called.Contains(w.Site.Root()));
        if (elsewhere.Count == 0 || !_session.Open.TryOpen(this, member.OriginalDefinition, path))
        {
            return TraceResult.Nothing;
        }

        var result = TraceResult.UnionAll(elsewhere.Select(w => _variables.OfWrite(w, path)));
        _session.Open.Close(this, member.OriginalDefinition, path);
        return result;
    }

    private static bool IsOfTheSameObject(IInvocationOperation call, ISymbol member) =>
        call.Instance is null or IInstanceReferenceOperation
        && SymbolEqualityComparer.Default.Equals(
            call.TargetMethod.ContainingType?.OriginalDefinition,
            member.ContainingType?.OriginalDefinition
        );
}
