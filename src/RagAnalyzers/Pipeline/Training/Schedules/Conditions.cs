using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>What stands between a schedule and the code that it runs: conditions around that code, and guards before it.</summary>
internal static class Conditions
{
    /// <summary>The condition asks whether somebody wants the code to stop.</summary>
    public static bool IsAboutStopping(IOperation condition) =>
        condition
            .DescendantsAndSelf()
            .Any(static o => o is IMemberReferenceOperation { Member.Name: "IsCancellationRequested" or "IsStopping" });

    /// <summary>The condition asks for the time, so it is part of the schedule.</summary>
    public static bool IsAboutTime(IOperation condition) =>
        condition
            .DescendantsAndSelf()
            .Any(static o =>
                o switch
                {
                    IMemberReferenceOperation member => member.Type.TellsTime() || member.Member.ContainingType.TellsTime(),
                    ILocalReferenceOperation local => local.Type.TellsTime(),
                    IInvocationOperation call => call.Type.TellsTime(),
                    _ => false,
                }
            );

    /// <summary>The condition decides whether there is something to do: it is about neither the time nor the end.</summary>
    public static bool Decides(IOperation condition) => !IsAboutStopping(condition) && !IsAboutTime(condition);

    /// <summary>The conditions whose other outcome skips what stands behind them in one of the blocks around an operation.</summary>
    public static IEnumerable<IOperation> GuardsBefore(IOperation operation, IOperation region)
    {
        for (var child = operation; child.Parent is { } parent && !ReferenceEquals(child, region); child = parent)
        {
            if (parent is not IBlockOperation block)
            {
                continue;
            }

            foreach (var guard in block.Operations.TakeWhile(o => !ReferenceEquals(o, child)).OfType<IConditionalOperation>())
            {
                if (MayLeave(guard.WhenTrue) || MayLeave(guard.WhenFalse))
                {
                    yield return guard.Condition;
                }
            }
        }
    }

    /// <summary>Somewhere in the branch, not only at its end; an exception is no decision of the schedule's.</summary>
    private static bool MayLeave(IOperation? branch) =>
        branch switch
        {
            IBranchOperation or IReturnOperation => true,
            IBlockOperation block => block.Operations.Any(static o => o is IBranchOperation or IReturnOperation),
            _ => false,
        };
}
