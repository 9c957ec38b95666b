using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Operations;

/// <summary>The innermost operation that two operations stand in.</summary>
internal static class CommonAncestor
{
    /// <summary>That operation, or null where the two stand in different trees.</summary>
    /// <param name="childOfA">The branch of it that holds the first one.</param>
    /// <param name="childOfB">The branch of it that holds the other one.</param>
    public static IOperation? Of(IOperation a, IOperation b, out IOperation childOfA, out IOperation childOfB)
    {
        (childOfA, childOfB) = (a, b);
        IOperation? aboveA = a;
        IOperation? aboveB = b;
        for (var (depthOfA, depthOfB) = (DepthOf(a), DepthOf(b)); aboveA is not null && !ReferenceEquals(aboveA, aboveB); )
        {
            var (climbsA, climbsB) = (depthOfA >= depthOfB, depthOfB >= depthOfA);
            if (climbsA)
            {
                (childOfA, aboveA) = (aboveA, aboveA.Parent);
                depthOfA--;
            }

            if (climbsB)
            {
                (childOfB, aboveB) = (aboveB!, aboveB!.Parent);
                depthOfB--;
            }
        }

        return aboveA;
    }

    private static int DepthOf(IOperation operation)
    {
        var depth = 0;
        for (var o = operation.Parent; o is not null; o = o.Parent)
        {
            depth++;
        }

        return depth;
    }
}
