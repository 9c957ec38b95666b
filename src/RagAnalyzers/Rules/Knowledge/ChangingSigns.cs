using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>Signs that training data comes from frequently changing documents, in words for the message.</summary>
/// <param name="Strong">Signs of which one is enough.</param>
/// <param name="Weak">Signs of which it takes two.</param>
internal sealed record ChangingSigns(ImmutableArray<string> Strong, ImmutableArray<string> Weak)
{
    private const int MostShown = 4;

    public static readonly ChangingSigns None = new(ImmutableArray<string>.Empty, ImmutableArray<string>.Empty);

    public bool IsEmpty => Strong.IsEmpty && Weak.IsEmpty;

    public IEnumerable<string> Shown => Strong.AddRange(Weak).Take(MostShown);
}
