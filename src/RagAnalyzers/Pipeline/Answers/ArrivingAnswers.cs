using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>Answers on their way to the parses of a body, wherever they come from.</summary>
internal static class ArrivingAnswers
{
    /// <summary>How many methods an answer is followed into.</summary>
    private const int MaximumDepth = 3;

    /// <param name="usesIn">All uses that a body shows.</param>
    public static ImmutableArray<AnswerUse> Read(Body body, Func<Body, ImmutableArray<AnswerUse>> usesIn)
    {
        var parses = Parse.In(body);
        if (parses.IsEmpty)
        {
            return ImmutableArray<AnswerUse>.Empty;
        }

        var found = ImmutableArray.CreateBuilder<AnswerUse>();
        var seen = new HashSet<SyntaxNode>();
        var bodies = new List<Body> { body };
        for (var depth = 0; depth <= MaximumDepth && bodies.Count > 0; depth++)
        {
            bodies.RemoveAll(b => !seen.Add(b.Syntax));
            found.AddRange(bodies.SelectMany(b => usesIn(b)).Where(u => parses.Any(p => p.Operation.IsSameAs(u.Parse.Operation))));

            // Only what is passed comes from a caller, or what an object has that the caller made.
            bodies = bodies
                .Where(b => body.Picture.MethodAround(b) is { } method && ParsingMethods.Of(body.Picture).MayBeGiven(method))
                .SelectMany(b => body.Picture.VisibleCallersOf(b))
                .Select(body.Picture.BodyOf)
                .Distinct()
                .ToList();
        }

        return found.ToImmutable();
    }
}
