using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>
/// Recognises code that works off what somebody asked for: it takes from a channel or queue, or looks for rows that wait. When it
/// looks may be on a schedule; whether it works is not.
/// </summary>
internal static class WorkRequests
{
    private static readonly ImmutableHashSet<string> Taking = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "dequeue",
        "receive",
        "consume",
        "pending",
        "queued",
        "unprocessed",
        "waiting",
        "awaiting",
        "outstanding",
        "requested",
        "approved"
    );

    private static readonly ImmutableHashSet<string> Asked = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "request",
        "requests",
        "command",
        "commands",
        "queue"
    );

    private static readonly ImmutableHashSet<string> Looking = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "get",
        "next",
        "read",
        "wait",
        "take",
        "try",
        "peek",
        "find",
        "fetch",
        "load",
        "poll",
        "list",
        "claim",
        "has",
        "any"
    );

    /// <summary>Somewhere in this code a piece of work is taken. Read once: all jobs of a body ask.</summary>
    public static bool AreTakenIn(Picture picture, IOperation code) =>
        picture.Once(static _ => new ConcurrentDictionary<IOperation, bool>()).GetOrAdd(code, c => ReadTakenIn(picture, c));

    private static bool ReadTakenIn(Picture picture, IOperation code) =>
        code.DescendantsAndSelf()
            .OfType<IInvocationOperation>()
            .Any(c => picture.Sdks.TryGetFact<WorkRequestFact>(c.TargetMethod, out var _) || IsTaking(c.TargetMethod));

    /// <summary>A condition or a collection speaks of work that waits.</summary>
    public static bool AreNamedIn(IOperation value) =>
        value
            .DescendantsAndSelf()
            .Select(NameOf)
            .OfType<string>()
            .Any(static n => Words(n).Any(static w => Taking.Contains(w) || Asked.Contains(w)));

    private static bool IsTaking(IMethodSymbol method)
    {
        var words = Words(method.Name);
        return words.Any(Taking.Contains) || (words.Length > 0 && Looking.Contains(words[0]) && words.Any(Asked.Contains));
    }

    private static string? NameOf(IOperation operation) =>
        operation switch
        {
            ILocalReferenceOperation local => local.Local.Name,
            IParameterReferenceOperation parameter => parameter.Parameter.Name,
            IMemberReferenceOperation member => member.Member.Name,
            IInvocationOperation call => call.TargetMethod.Name,
            _ => null,
        };

    private static ImmutableArray<string> Words(string name) => NameWords.Of(name).ToImmutableArray();
}
