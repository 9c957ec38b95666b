using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>
/// Tells whether code is prepared for an answer that was refused, cut off or is malformed. What cannot be seen counts as prepared.
/// </summary>
internal static class AnswerGuards
{
    /// <summary>
    /// A guard is in the body of the use, in the methods on the way of the answer into it or to the parse, or in a visible caller.
    /// </summary>
    public static bool MayHandle(Picture picture, ThrowingUse use)
    {
        // What a table lists may have looked at the answer before it hands it out.
        if (use.Answers.Any(static a => a.Call.Fact.Listed is not null))
        {
            return true;
        }

        var search = new CatchSearch(picture, use.Exceptions, use.Target);
        return search.MayCatch(use.Site)
            || use.Within.Any(search.MayCatchWithin)
            || IsTried(picture, use)
            || BodiesOnTheWay(use).Any(new OutcomeChecks(picture, use).MayBeIn);
    }

    /// <summary>Another parse of the same answer is inside a catch, so whether it is JSON has been found out there.</summary>
    private static bool IsTried(Picture picture, ThrowingUse use)
    {
        var body = picture.BodyOf(use.Site);
        var places = new HashSet<IOperation>(use.Answers.Select(static a => a.Place));
        return Parse
            .AllIn(body)
            .Where(p => new CatchSearch(picture, ThrownExceptions.Of(p.Fact)).IsTried(p.Operation))
            .SelectMany(static p => p.Inputs)
            .Any(input => AnswerUseReader.AnswersIn(body, input, AccessPath.Empty).Any(a => places.Contains(a.Place)));
    }

    private static IEnumerable<IOperation> BodiesOnTheWay(ThrowingUse use)
    {
        var bodies = new HashSet<IOperation> { use.Site.Root(), use.Throwing.Root() };
        bodies.UnionWith(use.Within.Select(static o => o.Root()));
        foreach (var answer in use.Answers)
        {
            bodies.Add(answer.Call.Operation.Root());
            for (var via = answer.Via; via is not null; via = via.Inner)
            {
                bodies.Add(via.Body.Root());
            }
        }

        return bodies;
    }
}
