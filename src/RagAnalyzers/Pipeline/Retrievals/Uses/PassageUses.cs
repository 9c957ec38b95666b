using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>What becomes of what a retrieval finds, in the bodies that can be seen.</summary>
/// <param name="All">The uses, in the order in which they were come upon.</param>
/// <param name="IsComplete">There are no others.</param>
internal sealed record PassageUses(ImmutableArray<PassageUse> All, bool IsComplete)
{
    /// <summary>The bodies that the passages get to, that of the retrieval among them.</summary>
    public ImmutableArray<IOperation> Bodies { get; init; } = ImmutableArray<IOperation>.Empty;

    /// <summary>What becomes of what a call yields, up to where its own body returns it.</summary>
    /// <param name="found">The call: a retrieval, or one of a method that returns what a retrieval finds.</param>
    /// <param name="yielded">What of the hits it yields.</param>
    public static PassageUses Of(Picture picture, IInvocationOperation found, PassagePart yielded = PassagePart.Whole) =>
        picture
            .BodyOf(found)
            .Once(static _ => new ConcurrentDictionary<(IInvocationOperation, PassagePart), PassageUses>())
            .GetOrAdd((found, yielded), f => new PassageUseReader(picture, f.Item1).Read(f.Item2));

    /// <summary>All that their body does with them, beside a look whether there are any, is to return them.</summary>
    public bool AreOnlyReturned =>
        IsComplete
        && Any(PassageEnd.Returned)
        && !All.Any(static u =>
            u.End is PassageEnd.Sent or PassageEnd.Shown or PassageEnd.Stored or PassageEnd.Discarded or PassageEnd.Elsewhere
        );

    /// <summary>Whether something becomes of the passages.</summary>
    public bool Any(PassageEnd end) => All.Any(u => u.End == end);

    /// <summary>The uses that end so.</summary>
    public IEnumerable<PassageUse> At(PassageEnd end) => All.Where(u => u.End == end);
}
