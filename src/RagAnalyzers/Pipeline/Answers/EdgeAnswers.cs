using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Answers.Workflows;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Answers that a workflow of Agent Framework hands on over its edges (<c>AddEdge(agent, executor)</c>): the message that a handler of an executor
/// gets, or the condition of an edge. Whoever may send such a message is known, and what they send are answers.
/// </summary>
internal static class EdgeAnswers
{
    /// <summary>How many executors hand an answer on.</summary>
    private const int MaximumSteps = 3;

    /// <summary>The answers that an origin in a body is.</summary>
    public static ImmutableArray<ArrivingAnswer> At(Body body, Origin origin) =>
        CallsAt(body, origin, MaximumSteps) is { } calls
            ? calls.Select(c => new ArrivingAnswer(c, origin.Operation)).ToImmutableArray()
            : ImmutableArray<ArrivingAnswer>.Empty;

    /// <summary>The body is that of a handler, or writes a condition, that gets messages whose senders are known.</summary>
    public static bool AreIn(Body body) =>
        Handled(body) is not null || !Conditions(body).IsEmpty || ExecutorFunctions.Of(body.Picture).AreIn(body);

    /// <summary>The model calls whose answers an origin is; null when it is, or may be, anything else.</summary>
    private static ImmutableArray<ModelCall>? CallsAt(Body body, Origin origin, int steps)
    {
        if (
            steps == 0
            || origin
                is not { Kind: OriginKind.Parameter, Via: null, Symbol: IParameterSymbol { Ordinal: 0, ContainingSymbol: { } function } }
            || SendersTo(body, function) is not { } senders
            || (!origin.Path.IsEmpty && !senders.Agents.IsEmpty)
        )
        {
            return null;
        }

        var calls = senders.Agents.ToBuilder();
        foreach (var value in senders.Values)
        {
            var sent = body.Picture.TraceThroughLocalFunctions(value, FlowMode.Value, origin.Path);
            foreach (var from in sent.Origins.Where(static o => !o.IsFixed && o.Kind != OriginKind.Creation))
            {
                if (AnswersOf(body.Picture.BodyOf(value), from, steps) is not { } answers)
                {
                    return null;
                }

                calls.AddRange(answers);
            }

            if (sent.IsTruncated)
            {
                return null;
            }
        }

        return calls.ToImmutable();
    }

    private static ImmutableArray<ModelCall>? AnswersOf(Body sender, Origin from, int steps) =>
        from is not { Kind: OriginKind.Source, Path.IsEmpty: true, Operation: IInvocationOperation call } ? CallsAt(sender, from, steps - 1)
        : (from.Via is null ? ModelCall.At(sender.Picture.BodyOf(call), call) : ModelCall.At(sender.Picture, call, from.Via)) is { } made
            ? ImmutableArray.Create(made)
        : null;

    private static MessageSenders? SendersTo(Body body, ISymbol function) =>
        function is IMethodSymbol method
            ? Conditions(body).TryGetValue(method, out var senders)
                ? senders
                : SymbolEqualityComparer.Default.Equals(method, body.Picture.MethodAround(body)) && Handled(body) is { } handled
                    ? handled
                    : method.Parameters is [{ Type: var message }, ..]
                    && ExecutorFunctions.Of(body.Picture).EdgesTo(method) is { IsEmpty: false } edges
                        ? MessageSenders.Of(body.Picture, edges, message)
                        : null
            : null;

    private static MessageSenders? Handled(Body body) => body.Once(static b => ReadHandled(b));

    private static MessageSenders? ReadHandled(Body body)
    {
        if (
            WorkflowEdges.Of(body.Picture) is not { IsEmpty: false } all
            || body.Picture.MethodAround(body) is not { ContainingType: { } executor } handler
            || !MessageSenders.IsHandler(handler)
            || !executor.IsOrInherits(ExecutorBindings.Executor)
        )
        {
            return null;
        }

        var edges = new List<WorkflowEdge>();
        var isReached = false;
        foreach (var edge in all)
        {
            if (ExecutorBindings.MayBe(edge.Target, executor, out var isCertain))
            {
                edges.Add(edge);
                isReached |= isCertain;
            }
        }

        return isReached ? MessageSenders.Of(body.Picture, edges, handler.Parameters[0].Type) : null;
    }

    private static ImmutableDictionary<IMethodSymbol, MessageSenders> Conditions(Body body) => body.Once(static b => ReadConditions(b));

    private static ImmutableDictionary<IMethodSymbol, MessageSenders> ReadConditions(Body body)
    {
        if (WorkflowEdges.In(body).IsEmpty)
        {
            return ImmutableDictionary<IMethodSymbol, MessageSenders>.Empty;
        }

        var found = ImmutableDictionary.CreateBuilder<IMethodSymbol, MessageSenders>(SymbolEqualityComparer.Default);
        foreach (var edge in WorkflowEdges.In(body))
        {
            if (
                edge.Condition is { Symbol: { Parameters: [{ } message, ..] } condition }
                && MessageSenders.Of(body.Picture, new[] { edge }, message.Type) is { } senders
            )
            {
                found[condition] = senders;
            }
        }

        return found.ToImmutable();
    }
}
