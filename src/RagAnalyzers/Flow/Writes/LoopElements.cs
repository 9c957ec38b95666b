using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>What a loop sets on each element, <c>foreach (var page in pages) page.Text = text;</c>, is set in the collection.</summary>
internal static class LoopElements
{
    /// <summary>The writes to members of the elements, as writes to the collection.</summary>
    /// <param name="element">The variable of the loop.</param>
    /// <param name="collection">Where the collection stands in what it belongs to.</param>
    public static IEnumerable<FlowWrite> WritesTo(ILocalSymbol element, BodyIndex index, AccessPath collection)
    {
        foreach (var reference in index.ReferencesTo(element))
        {
            if (
                reference.ParentOf(out var child)
                    is IMemberReferenceOperation { Member: IPropertySymbol { IsIndexer: false } or IFieldSymbol } member
                && ReferenceEquals(member.Instance, child)
                && member.ParentOf(out var written) is ISimpleAssignmentOperation assignment
                && ReferenceEquals(assignment.Target, written)
            )
            {
                var target = collection.Append(AccessPath.Empty.Push(member.Member.MemberName()));
                yield return new FlowWrite(FlowWriteKind.Add, assignment, assignment.Value, target, AccessPath.Empty);
            }
        }
    }
}
