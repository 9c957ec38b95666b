using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// An object that is put into another one, and changed afterwards: <c>var arguments = new KernelArguments(settings); settings.MaxTokens = 9;</c>.
/// The other one sees the change.
/// </summary>
internal static class HeldObjects
{
    /// <summary>
    /// Where the variable gets another object after <paramref name="use"/>, as a position in the text; 0 when the use puts the object nowhere.
    /// </summary>
    public static int Until(ImmutableArray<FlowWrite> writes, IOperation use) =>
        IsPutIntoAnother(use)
            ? writes
                .Where(w =>
                    w is { Target.IsEmpty: true, Kind: FlowWriteKind.Assign or FlowWriteKind.OutArgument }
                    && !ReachingWrites.IsBefore(w.Site, use)
                )
                .Select(static w => w.Site.Syntax.SpanStart)
                .DefaultIfEmpty(int.MaxValue)
                .Min()
            : 0;

    /// <summary>The write changes a member of the object after it was put into the other one.</summary>
    public static bool See(FlowWrite write, IOperation use, int until) =>
        write is { Kind: FlowWriteKind.Assign, Target.IsEmpty: false }
        && write.Site.Syntax.SpanStart < until
        && !ReachingWrites.IsBefore(write.Site, use)
        && ReferenceEquals(write.Function, use.EnclosingFunction());

    private static bool IsPutIntoAnother(IOperation use) =>
        use.Type is { IsReferenceType: true }
        && use.ParentOf(out var child) switch
        {
            IArgumentOperation argument => argument.Parent is IObjectCreationOperation,
            ISimpleAssignmentOperation { Target: IMemberReferenceOperation, Value: var value } => ReferenceEquals(value, child),
            _ => false,
        };
}
