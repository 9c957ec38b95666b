using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>Where the answer of a model call is parsed: in the body of the call, or in that of a visible caller.</summary>
internal static class AnswerDestinations
{
    /// <summary>How many methods an answer is followed out of.</summary>
    private const int MaximumDepth = 3;

    /// <summary>The parses that the answer of a call arrives at, as far as they can be seen.</summary>
    public static ImmutableArray<AnswerUse> Of(Picture picture, IOperation modelCall)
    {
        var uses = ImmutableArray.CreateBuilder<AnswerUse>();
        var seen = new HashSet<SyntaxNode>();
        var bodies = new[] { picture.BodyOf(modelCall) }.ToList();
        for (var depth = 0; depth <= MaximumDepth && bodies.Count > 0; depth++)
        {
            bodies.RemoveAll(b => !seen.Add(b.Syntax));
            uses.AddRange(
                bodies
                    .SelectMany(static b => AnswerUse.In(b).AddRange(AnswerUse.ThroughMembersOf(b)))
                    .Where(u => u.Answers.Any(a => a.Call.Operation.IsSameAs(modelCall)))
            );
            bodies = bodies.SelectMany(b => UsersOf(b)).Select(picture.BodyOf).Distinct().ToList();
        }

        return uses.ToImmutable();
    }

    /// <summary>
    /// The same for the answer that one call of a method brings which asks for many. What its other callers parse are other answers.
    /// </summary>
    /// <param name="place">The call through which the answer comes; the model call itself where nothing stands between.</param>
    public static ImmutableArray<AnswerUse> Of(Picture picture, IOperation modelCall, IOperation place)
    {
        if (modelCall.IsSameAs(place))
        {
            return Of(picture, modelCall);
        }

        // What the method that asks does with its answers, it does with this one, too.
        var uses = AnswerUse.In(picture.BodyOf(modelCall)).ToBuilder();
        var seen = new HashSet<SyntaxNode>();
        var places = new List<IOperation> { place };
        for (var depth = 0; depth <= MaximumDepth && places.Count > 0; depth++)
        {
            var bodies = places.Select(picture.BodyOf).Distinct().Where(b => seen.Add(b.Syntax)).ToList();
            uses.AddRange(
                bodies
                    .SelectMany(static b => AnswerUse.In(b).AddRange(AnswerUse.ThroughMembersOf(b)))
                    .Where(u => u.Answers.Any(a => places.Any(p => p.IsSameAs(a.Place))))
            );
            places = bodies.SelectMany(b => UsersOf(b)).ToList();
        }

        return uses.Where(u => u.Answers.Any(a => a.Call.Operation.IsSameAs(modelCall))).ToImmutableArray();
    }

    /// <summary>What calls the method, hands it over to be called, or reads the property, that a body belongs to.</summary>
    private static IEnumerable<IOperation> UsersOf(Body body)
    {
        var picture = body.Picture;
        var method = picture.MethodAround(body);
        if (method is { MethodKind: MethodKind.PropertyGet })
        {
            return picture.UsesOf(method) is { IsDefault: false } uses ? uses : Enumerable.Empty<IOperation>();
        }

        // `cache.GetOrAdd(topic, AskAsync)` brings what the method answers.
        var handed = method is null
            ? Enumerable.Empty<IOperation>()
            : picture.ReferencesTo(method).Select(static r => r.ArgumentOf()?.Parent as IInvocationOperation).OfType<IOperation>();
        return picture.VisibleCallersOf(body).Concat(handed);
    }
}
