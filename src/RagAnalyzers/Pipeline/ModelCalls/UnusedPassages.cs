using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Retrievals.Uses;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>Passages that never reach a prompt, while a model is asked what they were looked for with; or of which only a name does.</summary>
/// <param name="Found">What is found.</param>
/// <param name="Asked">The model call that should get it.</param>
/// <param name="Name">The member that alone reaches the prompt, or null where nothing of the hits does.</param>
/// <param name="Text">The member with the text, where a name alone reaches the prompt; null where the SDK has one of its own.</param>
internal sealed record UnusedPassages(FoundPassages Found, ModelCall Asked, ISymbol? Name = null, ISymbol? Text = null)
{
    /// <summary>The argument that holds the passages and that no template names; null where there is none.</summary>
    public string? Argument { get; init; }

    /// <summary>The passages that a body finds in vain.</summary>
    public static ImmutableArray<UnusedPassages> In(Body body) =>
        body.Once(static b => FoundPassages.In(b).SelectNotNull(b, static (f, b) => Of(b, f)));

    private static UnusedPassages? Of(Body body, FoundPassages found)
    {
        var uses = found.Uses;
        if (!uses.IsComplete || uses.All.Any(static u => Matters(u)) || !EndsNowhere(uses) || OnlyMeasures(uses))
        {
            return null;
        }

        var route = new Route(body.Picture, Calls: null);
        if (uses.At(PassageEnd.Sent).ToList() is { Count: > 0 } sent)
        {
            if (UnnamedArgument.Of(body.Picture, found, sent) is { } argument)
            {
                return AskedFrom(body, found).FirstOrDefault(c => SameQuestion.IsAsked(c, route, found.Question)) is { } unaware
                    ? new UnusedPassages(found, unaware) { Argument = argument }
                    : null;
            }

            return
                sent.All(static u => u.Part is PassagePart.Name or PassagePart.Score)
                && sent.FirstOrDefault(static u => u.Part == PassagePart.Name)?.Member is { } name
                && !uses.All.Any(static u => u.Part == PassagePart.Text)
                && TextOfHit.BesideName(body.Picture, found, name) is { } text
                && AskedFrom(body, found)
                    .FirstOrDefault(c =>
                        c.Prompt.Parts.Any(p => IsFrom(p.Origin.Operation, found)) && SameQuestion.IsAsked(c, route, found.Question)
                    )
                    is { } told
                ? new UnusedPassages(found, told, name, text.Member)
                : null;
        }

        return AskedFrom(body, found).FirstOrDefault(c => SameQuestion.IsAsked(c, route, found.Question)) is { } asked
            ? new UnusedPassages(found, asked)
            : null;
    }

    /// <summary>The passages, or something of them, get to where they are of use, or may be.</summary>
    private static bool Matters(PassageUse use) =>
        use.End is PassageEnd.Shown or PassageEnd.Stored or PassageEnd.Returned or PassageEnd.Discarded or PassageEnd.Elsewhere
        || (use.End == PassageEnd.Tested && use.Part != PassagePart.Score)
        || (use.End == PassageEnd.Missed && use.Operation is not ICoalesceOperation && !EmptinessTest.OnlyStops(use.Operation));

    /// <summary>That there are hits may be all that is asked; but whoever puts them together wants to read them.</summary>
    private static bool EndsNowhere(PassageUses uses) =>
        uses.Any(PassageEnd.Sent)
        || !(
            uses.Any(PassageEnd.Missed)
            || uses.At(PassageEnd.Visited).Any(static u => u.Operation is ILoopOperation l && EmptinessTest.IsLeftBy(l))
        )
        || uses.At(PassageEnd.Kept).Any(static u => u.Part is PassagePart.Whole or PassagePart.Text);

    /// <summary>
    /// How near the nearest is may be all that is asked: a statement looks at scores, and nothing is put together of what has them. In a lambda
    /// a score only filters.
    /// </summary>
    private static bool OnlyMeasures(PassageUses uses) =>
        uses.All.Any(static u => u.Part == PassagePart.Score && u.Operation.EnclosingFunction() is not IAnonymousFunctionOperation)
        && !uses.All.Any(static u =>
            u.Part is PassagePart.Text or PassagePart.Name || (u.Part == PassagePart.Whole && u.End == PassageEnd.Kept)
        );

    /// <summary>The model calls that come after the search, in its body or in those that get the passages.</summary>
    private static IEnumerable<ModelCall> AskedFrom(Body body, FoundPassages found) =>
        found
            .Uses.Bodies.SelectMany(b => ModelCall.In(body.Picture.BodyOf(b)))
            .Where(c => !ReferenceEquals(c.Operation.Root(), body.Root) || c.Operation.Syntax.SpanStart > found.Call.Syntax.SpanStart);

    private static bool IsFrom(IOperation passage, FoundPassages found) => found.Retrievals.Any(r => r.Operation.IsSameAs(passage));
}
