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
        var seen = new HashSet<IOperation>();
        var bodies = new[] { picture.BodyOf(modelCall) }.ToList();
        for (var depth = 0; depth <= MaximumDepth && bodies.Count > 0; depth++)
        {
            bodies.RemoveAll(b => !seen.Add(b.Root));
            uses.AddRange(
                bodies
                    .SelectMany(static b => AnswerUse.In(b).AddRange(AnswerUse.ThroughMembersOf(b)))
                    .Where(u => u.Answers.Any(a => a.Call.Operation.IsSameAs(modelCall)))
            );
            bodies = bodies.SelectMany(b => UsersOf(picture, b.Root)).Select(picture.BodyOf).Distinct().ToList();
        }

        return uses.ToImmutable();
    }

    /// <summary>What calls the method, or reads the property, that an operation is in.</summary>
    private static IEnumerable<IOperation> UsersOf(Picture picture, IOperation root) =>
        picture.MethodAround(root) is { MethodKind: MethodKind.PropertyGet } getter
            ? picture.UsesOf(getter) is { IsDefault: false } uses
                ? uses
                : Enumerable.Empty<IOperation>()
            : picture.VisibleCallersOf(root);
}
