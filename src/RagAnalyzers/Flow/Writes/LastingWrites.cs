using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>Which writes to a member are still there when the constructors that they stand in have run.</summary>
internal static class LastingWrites
{
    /// <summary>
    /// The writes that concern the path, without those that a later one of the same constructor certainly replaces; the writes of one body
    /// stand in source order.
    /// </summary>
    /// <param name="isSeen">Tells of a constructor whether other code reads the member before it has run.</param>
    public static IReadOnlyList<FlowWrite> Of(ImmutableArray<FlowWrite> writes, AccessPath path, Func<IOperation, bool>? isSeen = null)
    {
        var lasting = new List<FlowWrite>();
        var replaced = new HashSet<IOperation>();
        foreach (var write in writes.Reverse().Where(w => w.Concerns(path) && !replaced.Contains(w.Function)))
        {
            lasting.Add(write);
            if (writes.Length > 1 && Replaces(write, path) && isSeen?.Invoke(write.Function) != true)
            {
                replaced.Add(write.Function);
            }
        }

        lasting.Reverse();
        return lasting;
    }

    /// <summary>A constructor that has run has certainly written this, whatever the member held before.</summary>
    public static bool Replaces(FlowWrite write, AccessPath path) =>
        write.Kind == FlowWriteKind.Assign && path.After(write.Target) is not null && IsCertain(write.Site);

    /// <summary>Nothing in the constructor's body can keep the write from happening.</summary>
    private static bool IsCertain(IOperation site)
    {
        for (var o = site.Parent; o is not null; o = o.Parent)
        {
            if (
                o
                is not (IExpressionStatementOperation or IBlockOperation or IConstructorBodyOperation or IDeconstructionAssignmentOperation)
            )
            {
                return false;
            }
        }

        return !BodyIndex.Of(site).Jumps.Any(j => LeavesOut(j, site));
    }

    /// <summary>A return before the write, or a jump over it.</summary>
    private static bool LeavesOut(IOperation jump, IOperation site) =>
        jump is IReturnOperation or IBranchOperation { BranchKind: BranchKind.GoTo }
        && jump.Syntax.SpanStart < site.Syntax.SpanStart
        && ReferenceEquals(jump.EnclosingFunction(), site.EnclosingFunction());
}
