using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
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
        var bodies = flows.SelectMany(static f => f.Bodies).Distinct().Select(b => picture.BodyOf(b)).ToList();
        var calls = bodies.SelectMany(b => CallsThatGet(found, b)).ToImmutableArray();
        return calls.IsEmpty
            ? null
            : new GroundedPassages(
                found,
                calls,
                flows.SelectMany(static f => f.All).ToImmutableArray(),
                isComplete && flows.All(static f => f.IsComplete),
                bodies.Sum(static b => ModelCall.In(b).Length) > calls.Length
            );
    }

    /// <summary>The model calls of a body whose prompts have passages of what is found, in the order in which they stand there.</summary>
    private static IEnumerable<ModelCall> CallsThatGet(FoundPassages found, Body body) =>
        found
            .Retrievals.SelectMany(r => PassagesIn(body)[At(r.Operation)].Where(p => r.Operation.IsSameAs(p.Passage)))
            .Select(static p => (p.Call, p.Place))
            .Distinct()
            .OrderBy(static c => c.Place)
            .Select(static c => c.Call);

    /// <summary>The passages in the prompts of a body, by where what finds them stands.</summary>
    private static ILookup<(SyntaxTree, TextSpan), (IOperation Passage, ModelCall Call, int Place)> PassagesIn(Body body) =>
        body.Once(static b =>
            ModelCall
                .In(b)
                .SelectMany(
                    static (c, i) =>
                        c.Prompt.Parts.Where(static p => p.IsPassage).Select(p => (Passage: p.Origin.Operation, Call: c, Place: i))
                )
                .ToLookup(static p => At(p.Passage))
        );

    private static (SyntaxTree, TextSpan) At(IOperation operation) => (operation.Syntax.SyntaxTree, operation.Syntax.Span);

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
