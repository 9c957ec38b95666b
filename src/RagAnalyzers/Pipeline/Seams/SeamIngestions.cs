using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Pipeline.Seams;

/// <summary>The writes into an index that a method makes, by itself or through methods of its own.</summary>
internal static class SeamIngestions
{
    /// <param name="body">The method's body.</param>
    /// <param name="mayBeSeam">The method may lead to an SDK; others are not entered.</param>
    /// <param name="steps">How many methods are entered on the way.</param>
    public static IEnumerable<(Ingestion Ingestion, CallChain? Via)> From(Body body, Func<IMethodSymbol, bool> mayBeSeam, int steps)
    {
        foreach (var ingestion in Ingestion.In(body))
        {
            yield return (ingestion, null);
        }

        if (steps == 0)
        {
            yield break;
        }

        foreach (var call in body.Index.Invocations)
        {
            // What others see has a line of its own, or none.
            var method = call.TargetMethod.OriginalDefinition;
            if (
                method.DeclaredAccessibility == Accessibility.Public
                || !mayBeSeam(method)
                || body.Picture.RootOf(method) is not { } root
                || ReferenceEquals(root, body.Root)
            )
            {
                continue;
            }

            foreach (var (ingestion, via) in From(body.Picture.BodyOf(root), mayBeSeam, steps - 1))
            {
                yield return (ingestion, new CallChain(call, root, via));
            }
        }
    }
}
