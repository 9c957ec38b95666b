using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>Values that a pattern or a deconstruction takes apart, and the way to the piece that it names.</summary>
internal static class TakenApart
{
    /// <summary>The value a pattern is matched against, and what is read off it on the way to the pattern.</summary>
    public static IOperation? Matched(IFlowKnowledge knowledge, IOperation pattern, out AccessPath path)
    {
        path = AccessPath.Empty;
        var child = pattern;
        for (var o = pattern.Parent; o is not null; child = o, o = o.Parent)
        {
            switch (o)
            {
                case IPropertySubpatternOperation { Member: IMemberReferenceOperation { Member: { } member } }:
                    if (!knowledge.IsPartOfItsOwner(member))
                    {
                        path = path.Push(PairEntries.StepTo(member));
                    }

                    break;
                case IRecursivePatternOperation recursive
                    when child is IPatternOperation element && recursive.DeconstructionSubpatterns.IndexOf(element) is var i and >= 0:
                    path = path.Push("Item" + (i + 1));
                    break;
                case IIsPatternOperation isPattern:
                    return isPattern.Value;
                case ISwitchExpressionArmOperation { Parent: ISwitchExpressionOperation switchExpression }:
                    return switchExpression.Value;
                case ICaseClauseOperation { Parent: ISwitchCaseOperation { Parent: ISwitchOperation switchStatement } }:
                    return switchStatement.Value;
                case IPatternOperation or IPropertySubpatternOperation:
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The value that a tuple on the left of a deconstruction takes apart, and the path to it; null for any other tuple.</summary>
    public static IOperation? Deconstructed(ITupleOperation tuple, out AccessPath path)
    {
        path = AccessPath.Empty;
        IOperation child = tuple;
        for (var o = tuple.Parent; o is not null; child = o, o = o.Parent)
        {
            switch (o)
            {
                case ITupleOperation outer:
                    path = path.Push("Item" + (outer.Elements.IndexOf(child) + 1));
                    break;
                case IDeclarationExpressionOperation or IConversionOperation:
                    break;
                case IDeconstructionAssignmentOperation deconstruction:
                    return ReferenceEquals(deconstruction.Target, child) ? deconstruction.Value : null;
                case IForEachLoopOperation loop:
                    return ReferenceEquals(loop.LoopControlVariable, child) ? loop.Collection : null;
                default:
                    return null;
            }
        }

        return null;
    }
}
