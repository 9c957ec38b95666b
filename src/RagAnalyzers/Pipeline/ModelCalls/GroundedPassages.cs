using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Retrievals.Uses;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>Passages that certainly reach model calls.</summary>
/// <param name="Found">What is found.</param>
/// <param name="Calls">The model calls that get it.</param>
/// <param name="Uses">What becomes of it on the way, in the methods that return it and in those that call them.</param>
/// <param name="IsComplete">All that becomes of it is seen.</param>
/// <param name="HasOtherCalls">Models are asked beside these, where the passages get to.</param>
internal sealed record GroundedPassages(
    FoundPassages Found,
    ImmutableArray<ModelCall> Calls,
    ImmutableArray<PassageUse> Uses,
    bool IsComplete,
    bool HasOtherCalls
)
{
    /// <summary>What a body finds for model calls, by itself or through methods that it calls.</summary>
    /// <param name="isAskedFor">Which of the body's calls are asked for; the others are not followed.</param>
    public static IEnumerable<GroundedPassages> FoundBy(Body body, Func<IInvocationOperation, bool> isAskedFor) =>
        OfRetrievalsIn(body)
            .Where(g => isAskedFor(g.Found.Call))
            .Concat(FoundPassages.ThroughMethodsIn(body, isAskedFor).Select(f => Of(body.Picture, f)).OfType<GroundedPassages>());

    /// <summary>The body's own retrievals among them.</summary>
    public static ImmutableArray<GroundedPassages> OfRetrievalsIn(Body body) =>
        body.Once(static b => FoundPassages.OfRetrievalsIn(b).SelectNotNull(b, static (f, b) => Of(b.Picture, f)));

    private static GroundedPassages? Of(Picture picture, FoundPassages found)
    {
        var flows = new List<PassageUses>();
        var isComplete = AddFlows(picture, found, flows, RetrievingMethods.MaximumLayers);
        var asked = flows.SelectMany(static f => f.Bodies).Distinct().SelectMany(b => ModelCall.In(picture.BodyOf(b))).ToList();
        var calls = asked
            .Where(c => c.Prompt.Parts.Any(p => p.IsPassage && found.Retrievals.Any(r => r.Operation.IsSameAs(p.Origin.Operation))))
            .ToImmutableArray();
        return calls.IsEmpty
            ? null
            : new GroundedPassages(
                found,
                calls,
                flows.SelectMany(static f => f.All).ToImmutableArray(),
                isComplete && flows.All(static f => f.IsComplete),
                asked.Count > calls.Length
            );
    }

    /// <summary>Takes down what becomes of the passages, in the methods that return them and in those that get them.</summary>
    /// <param name="layers">How many methods may still return them.</param>
    /// <returns>All of those who get them are seen.</returns>
    private static bool AddFlows(Picture picture, FoundPassages found, List<PassageUses> flows, int layers)
    {
        flows.Add(found.Uses);
        if (!found.Uses.Any(PassageEnd.Returned))
        {
            return true;
        }

        var callers = layers == 0 ? ImmutableArray<IInvocationOperation>.Empty : picture.VisibleCallersOf(found.Call);
        var beyond = callers
            .Select(c => FoundPassages.In(picture.BodyOf(c)).FirstOrDefault(f => f.Call.IsSameAs(c)))
            .OfType<FoundPassages>()
            .ToList();
        return beyond.Aggregate(
            !callers.IsEmpty && beyond.Count == callers.Length,
            (isComplete, next) => AddFlows(picture, next, flows, layers - 1) && isComplete
        );
    }
}
