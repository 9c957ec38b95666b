using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>
/// A loop that goes on until the program ends and lets time pass in every round: a schedule of what stands in it. A loop that ends when
/// the work is done (a retry, the polling of a status) is none.
/// </summary>
internal sealed class ScheduledLoop
{
    private static readonly ImmutableHashSet<string> Flags = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "running",
        "stop",
        "stopped",
        "stopping",
        "disposed",
        "enabled",
        "active",
        "shutdown",
        "cancelled",
        "canceled",
        "alive"
    );

    private readonly Picture _picture;
    private readonly ILoopOperation _loop;
    private readonly IOperation _work;

    private ScheduledLoop(Picture picture, ILoopOperation loop, IOperation work)
    {
        _picture = picture;
        _loop = loop;
        _work = work;
    }

    /// <summary>The pause that makes a loop the schedule of the work in it, or null.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="loop">The loop.</param>
    /// <param name="work">The operation in it that is asked for.</param>
    public static (IInvocationOperation Pause, Period Period)? Of(Picture picture, ILoopOperation loop, IOperation work)
    {
        var scheduled = new ScheduledLoop(picture, loop, work);
        return scheduled.IsEndless() && !scheduled.EndsAfterWork() && scheduled.Pause() is { } pause
            ? (pause, scheduled.PeriodOf(pause))
            : null;
    }

    private bool IsEndless() =>
        _loop switch
        {
            IWhileLoopOperation { Condition: { } condition } loop => !loop.ConditionIsUntil && IsEndless(condition),
            IForLoopOperation loop => loop.Condition is null || IsEndless(loop.Condition),
            _ => false,
        };

    private bool IsEndless(IOperation condition) =>
        condition.Unwrapped() switch
        {
            { ConstantValue: { HasValue: true, Value: true } } => true,
            IAwaitOperation { Operation: var awaited } => IsEndless(awaited),
            IInvocationOperation call when call.TargetMethod.Name == "ConfigureAwait" => call.Instance is { } configured
                && IsEndless(configured),
            IInvocationOperation call => PauseFactOf(call) is { Duration: null },
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And } both => IsEndless(
                both.LeftOperand
            ) && IsEndless(both.RightOperand),
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not, Operand: var operand } => IsStopFlag(operand.Unwrapped()),
            IMemberReferenceOperation flag => IsFlag(flag.Member),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equality => equality.RightOperand.ConstantValue
                is { HasValue: true, Value: false }
                && IsStopFlag(equality.LeftOperand.Unwrapped()),
            _ => false,
        };

    private static bool IsStopFlag(IOperation value) =>
        Conditions.IsAboutStopping(value) || (value is IMemberReferenceOperation flag && IsFlag(flag.Member));

    /// <summary>A field that somebody else clears; a local is the loop's own.</summary>
    private static bool IsFlag(ISymbol member) => NameWords.Of(member.Name).Any(Flags.Contains);

    private bool EndsAfterWork() =>
        Own(_loop.Body)
            .Any(o =>
                IsExit(o)
                && (o.Syntax.SpanStart > _work.Syntax.SpanStart || o.Syntax.Span.Contains(_work.Syntax.Span))
                && !Around(o)
                    .Any(static a =>
                        a is ICatchClauseOperation
                        || (a is IConditionalOperation condition && Conditions.IsAboutStopping(condition.Condition))
                    )
            );

    private bool IsExit(IOperation operation) =>
        operation switch
        {
            IReturnOperation => true,
            IBranchOperation { BranchKind: BranchKind.Break } branch => SymbolEqualityComparer.Default.Equals(
                branch.Target,
                _loop.ExitLabel
            ),
            IThrowOperation => false,
            _ => false,
        };

    private IInvocationOperation? Pause()
    {
        var calls = Own(_loop).OfType<IInvocationOperation>().ToList();
        return calls.Find(c => PauseFactOf(c) is not null && IsInEveryRound(c, _loop))
            ?? calls.Find(c => c.TargetMethod.IsInSource() && IsInEveryRound(c, _loop) && Waits(c));
    }

    /// <summary>The call leads into a method that does nothing but wait for the next round.</summary>
    private bool Waits(IInvocationOperation call) =>
        !call.Syntax.Span.Contains(_work.Syntax.Span)
        && _picture.Tracer.Bodies.BodiesOf(call.TargetMethod) is [var body]
        && BodyIndex.Of(body).Invocations.Any(c => PauseFactOf(c) is not null && IsInEveryRound(c, body));

    /// <summary>No branch, no error and no loop of its own decides whether the call comes to pass.</summary>
    private bool IsInEveryRound(IInvocationOperation pause, IOperation region)
    {
        for (var o = pause.Parent; o is not null && !ReferenceEquals(o, region); o = o.Parent)
        {
            switch (o)
            {
                case ICatchClauseOperation
                or ILoopOperation
                or ISwitchCaseOperation
                or ISwitchExpressionArmOperation
                or IAnonymousFunctionOperation
                or ILocalFunctionOperation:
                    return false;
                case IConditionalOperation branch
                    when !branch.Condition.Syntax.Span.Contains(pause.Syntax.Span)
                        && !Contains(branch, _work)
                        && !AsksForItsLength(branch.Condition, pause):
                    return false;
            }
        }

        return true;
    }

    private static bool Contains(IOperation around, IOperation inner) =>
        around.Syntax.SyntaxTree == inner.Syntax.SyntaxTree && around.Syntax.Span.Contains(inner.Syntax.Span);

    /// <summary><c>if (delay > TimeSpan.Zero) await Task.Delay(delay)</c></summary>
    private static bool AsksForItsLength(IOperation condition, IInvocationOperation pause)
    {
        var asked = condition.DescendantsAndSelf().OfType<ILocalReferenceOperation>().Select(static l => l.Local).ToList();
        return pause
            .Arguments.SelectMany(static a => a.DescendantsAndSelf())
            .OfType<ILocalReferenceOperation>()
            .Any(l => asked.Contains(l.Local, SymbolEqualityComparer.Default));
    }

    private Period PeriodOf(IInvocationOperation pause)
    {
        if (PauseFactOf(pause) is { Duration: { } duration })
        {
            return PeriodReader.Read(_picture, pause.ArgumentNamed(duration));
        }

        if (PauseFactOf(pause) is null)
        {
            return Period.Unknown;
        }

        var timers = pause.Instance is { } timer
            ? _picture.TraceThroughCallers(timer, FlowMode.Value).Origins
            : ImmutableArray<Origin>.Empty;
        return timers is [{ Operation: IObjectCreationOperation creation }]
            ? PeriodReader.Read(_picture, creation.ArgumentNamed("period"))
            : Period.Unknown;
    }

    private PauseFact? PauseFactOf(IInvocationOperation call) =>
        _picture.Sdks.TryGetFact<PauseFact>(call.TargetMethod, out var fact) ? fact : null;

    private IEnumerable<IOperation> Around(IOperation operation)
    {
        for (var o = operation.Parent; o is not null && !ReferenceEquals(o, _loop); o = o.Parent)
        {
            yield return o;
        }
    }

    /// <summary>The operations of a piece of code, those of functions in it aside.</summary>
    private static IEnumerable<IOperation> Own(IOperation code)
    {
        var pending = new Stack<IOperation>();
        pending.Push(code);
        while (pending.Count > 0)
        {
            var operation = pending.Pop();
            yield return operation;
            foreach (var child in operation.ChildOperations.Reverse())
            {
                if (child is not (IAnonymousFunctionOperation or ILocalFunctionOperation))
                {
                    pending.Push(child);
                }
            }
        }
    }
}
