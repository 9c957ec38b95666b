using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// Which writes to a variable can still be seen at a use of it. Structured control flow read off the operation tree: cheaper
/// than a control-flow graph and as exact as the rules need.
/// </summary>
internal static class ReachingWrites
{
    /// <summary>
    /// The writes that reach <paramref name="use"/> and concern <paramref name="path"/>; <paramref name="isKilled"/> when one of
    /// them certainly replaces what the variable held before the body wrote to it.
    /// </summary>
    /// <param name="references">Tells whether a call that is passed the variable by <c>ref</c> certainly assigns it.</param>
    public static ImmutableArray<FlowWrite> Of(
        ImmutableArray<FlowWrite> writes,
        ISymbol variable,
        IOperation use,
        AccessPath path,
        ReferenceAssignments references,
        out bool isKilled
    )
    {
        isKilled = false;
        if (writes.IsEmpty)
        {
            return writes;
        }

        var function = use.EnclosingFunction();

        // Who sees a variable that is written where it is declared, and nowhere else, sees that.
        if (
            writes is [{ Kind: FlowWriteKind.Assign, Site: IVariableDeclaratorOperation, Target.IsEmpty: true } only]
            && ReferenceEquals(only.Function, function)
            && IsBefore(only.Site, use)
        )
        {
            isKilled = true;
            return writes;
        }

        var isInLoop = SharedLoops(use).Any();
        var holdsUntil = HeldObjects.Until(writes, use);
        var reaching = new List<(FlowWrite Write, bool IsBefore)>();

        // Backwards from the last one, until one has certainly replaced whatever stood before it.
        for (var i = writes.Length - 1; i >= 0 && !isKilled; i--)
        {
            var write = writes[i];
            if (!write.Concerns(path))
            {
                continue;
            }

            if (HeldObjects.See(write, use, holdsUntil))
            {
                // Like one before the use: it is of this round of a loop.
                reaching.Add((write, IsBefore: true));
                continue;
            }

            // What stands behind the use comes before it in another round alone.
            if (!isInLoop && ReferenceEquals(write.Function, function) && !IsBefore(write.Site, use))
            {
                continue;
            }

            var at = use;
            if (!Reaches(write, variable, ref at, out var isBefore))
            {
                continue;
            }

            isKilled = isBefore && Replaces(write, references) && path.After(write.Target) is not null && IsUnconditional(write.Site, at);
            if (isKilled && InnermostLoop(write.Site) is { } loop && Contains(loop, use))
            {
                reaching.RemoveAll(r => !r.IsBefore && Contains(loop, r.Write.Site));
            }

            reaching.Add((write, isBefore));
        }

        reaching.Reverse();
        return reaching.Select(static r => r.Write).ToImmutableArray();
    }

    public static bool IsBefore(IOperation site, IOperation use) => site.Syntax.Span.End <= use.Syntax.SpanStart;

    private static bool Replaces(FlowWrite write, ReferenceAssignments references) =>
        write.Kind == FlowWriteKind.Assign
        || (
            write is { Kind: FlowWriteKind.OutArgument, Site: IArgumentOperation { Parameter: { } parameter } argument }
            && (parameter.RefKind == RefKind.Out || references.AreCertainIn(argument))
        );

    private static bool Reaches(FlowWrite write, ISymbol variable, ref IOperation use, out bool isBefore)
    {
        var site = write.Site;
        var writer = write.Function;
        var reader = use.EnclosingFunction();
        isBefore = false;
        if (!ReferenceEquals(writer, reader))
        {
            // A lambda that is an argument runs about where it stands; any other function may run whenever it likes.
            if (LambdaArgumentIn(writer, use) is not { } lambda)
            {
                return true;
            }

            use = lambda;
        }

        var common = CommonAncestor.Of(site, use, out var writeBranch, out var useBranch);
        if (common is null)
        {
            return true;
        }

        if (EndsMethod(site, common))
        {
            return false;
        }

        var loops = SharedLoops(common);
        isBefore = IsBefore(site, use);
        if (JumpAfter(site, common, use) is var (loop, isContinue))
        {
            // After the jump the use is only reached in another iteration, of this loop or of one around it.
            isBefore = false;
            loops =
                isContinue ? SharedLoops(loop)
                : loop.Parent is { } outside ? SharedLoops(outside)
                : Enumerable.Empty<ILoopOperation>();
        }

        return isBefore ? !AreExclusive(common, writeBranch, useBranch) : loops.Any(l => !IsDeclaredIn(variable, l));
    }

    private static IOperation? LambdaArgumentIn(IOperation function, IOperation use)
    {
        for (var o = use; o is not null; o = o.Parent)
        {
            if (o is ILocalFunctionOperation)
            {
                return null;
            }

            if (
                o is IAnonymousFunctionOperation lambda
                && lambda.Parent?.EnclosingFunction() is { } outer
                && ReferenceEquals(outer, function)
            )
            {
                return lambda.ArgumentOf() is null ? null : lambda.Parent;
            }
        }

        return null;
    }

    /// <summary>Every way from the common ancestor of the two passes the write.</summary>
    private static bool IsUnconditional(IOperation site, IOperation use)
    {
        var common = CommonAncestor.Of(site, use, out var branch, out _);
        if (common is ITryOperation { Body: var tried } && ReferenceEquals(tried, branch))
        {
            return false;
        }

        var child = site;
        for (var o = site.Parent; o is not null && !ReferenceEquals(o, common); child = o, o = o.Parent)
        {
            var isConditional = o switch
            {
                IConditionalOperation conditional => !ReferenceEquals(conditional.Condition, child),
                ISwitchOperation switchStatement => !ReferenceEquals(switchStatement.Value, child),
                ISwitchExpressionOperation switchExpression => !ReferenceEquals(switchExpression.Value, child),
                ICoalesceOperation coalesce => !ReferenceEquals(coalesce.Value, child),
                IConditionalAccessOperation access => !ReferenceEquals(access.Operation, child),
                IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } binary =>
                    !ReferenceEquals(binary.LeftOperand, child),
                IWhileLoopOperation { ConditionIsTop: false } => false,
                IWhileLoopOperation loop => !ReferenceEquals(loop.Condition, child),
                ILoopOperation => true,
                // After a catch that goes on, the end of the block may not have been reached.
                ITryOperation guarded => ReferenceEquals(guarded.Body, child)
                    && guarded.Catches.Any(static c => !c.Handler.Operations.LastOrDefault().EndsMethod()),
                ICatchClauseOperation or IAnonymousFunctionOperation or ILocalFunctionOperation => true,
                _ => false,
            };
            if (isConditional)
            {
                return false;
            }
        }

        return common is not null;
    }

    private static bool AreExclusive(IOperation common, IOperation writeBranch, IOperation useBranch)
    {
        if (ReferenceEquals(writeBranch, useBranch))
        {
            return false;
        }

        return common switch
        {
            IConditionalOperation conditional => ReferenceEquals(conditional.WhenTrue, writeBranch)
                && ReferenceEquals(conditional.WhenFalse, useBranch),
            ISwitchOperation => writeBranch is ISwitchCaseOperation && useBranch is ISwitchCaseOperation,
            ISwitchExpressionOperation => writeBranch is ISwitchExpressionArmOperation && useBranch is ISwitchExpressionArmOperation,
            ITryOperation => writeBranch is ICatchClauseOperation && useBranch is ICatchClauseOperation,
            _ => false,
        };
    }

    /// <summary>A block around the write ends the method before control can leave the block.</summary>
    private static bool EndsMethod(IOperation site, IOperation common) => LastSteps(site, common).Any(Endings.EndsMethod);

    /// <summary>The break or continue with which a block around the write leaves the loop, or the iteration, that the use is in.</summary>
    private static (ILoopOperation Loop, bool IsContinue)? JumpAfter(IOperation site, IOperation common, IOperation use)
    {
        foreach (var jump in LastSteps(site, common).OfType<IBranchOperation>())
        {
            foreach (var loop in SharedLoops(jump).Where(l => Contains(l, use)))
            {
                var isContinue = SymbolEqualityComparer.Default.Equals(jump.Target, loop.ContinueLabel);
                if (isContinue || SymbolEqualityComparer.Default.Equals(jump.Target, loop.ExitLabel))
                {
                    return (loop, isContinue);
                }
            }
        }

        return null;
    }

    /// <summary>The last statements of the blocks that hold the write and not the use.</summary>
    private static IEnumerable<IOperation?> LastSteps(IOperation site, IOperation common)
    {
        for (var o = site.Parent; o is not null && !ReferenceEquals(o, common); o = o.Parent)
        {
            yield return o switch
            {
                IBlockOperation block => block.Operations.LastOrDefault(),
                ISwitchCaseOperation switchCase => switchCase.Body.LastOrDefault(),
                _ => null,
            };
        }
    }

    private static IEnumerable<ILoopOperation> SharedLoops(IOperation common)
    {
        for (var o = common; o is not null and not (IAnonymousFunctionOperation or ILocalFunctionOperation); o = o.Parent)
        {
            if (o is ILoopOperation loop)
            {
                yield return loop;
            }
        }
    }

    private static ILoopOperation? InnermostLoop(IOperation operation) => SharedLoops(operation).FirstOrDefault();

    private static bool Contains(IOperation outer, IOperation inner) => outer.Syntax.Span.Contains(inner.Syntax.Span);

    private static bool IsDeclaredIn(ISymbol variable, IOperation operation) =>
        variable.DeclaringSyntaxReferences.Any(r => r.SyntaxTree == operation.Syntax.SyntaxTree && operation.Syntax.Span.Contains(r.Span));
}
