using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG2013: the parse does not read what the schema prescribes.</summary>
/// <param name="ModelCall">The model call that is under the schema.</param>
/// <param name="Enum">The schema prescribes the names of an enum, and the parse reads numbers.</param>
internal sealed record MisreadAnswerHandOver(Location ModelCall, bool Enum) : HandOver
{
    private const char Separator = '\n';

    /// <summary>What reads members off the parsed document by names that the schema does not have; none when the parse is into a type.</summary>
    public ImmutableArray<Location> Members { get; init; } = ImmutableArray<Location>.Empty;

    /// <summary>The name that the schema has for each of them; null when one has none of the same letters.</summary>
    public string? Meant { get; init; }

    /// <summary>The members, each with its name in the schema; none when one has no such name.</summary>
    public ImmutableArray<(Location Member, string Meant)> Renamed =>
        Meant is null
            ? ImmutableArray<(Location, string)>.Empty
            : Members.Zip(Meant.Split(Separator), static (m, n) => (m, n)).ToImmutableArray();

    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(ModelCall), ModelCall)
            .Add(nameof(Members), Members)
            .AddMark(nameof(Enum), Enum)
            .AddValue(nameof(Meant), Meant);

    /// <summary>For members that are read by name, each with its name in the schema, or null where it has none of the same letters.</summary>
    public static MisreadAnswerHandOver OfMembers(Location modelCall, ImmutableArray<(Location Member, string? Meant)> members) =>
        new(modelCall, Enum: false)
        {
            Members = members.Select(static m => m.Member).ToImmutableArray(),
            Meant = members.All(static m => m.Meant is not null)
                ? string.Join(Separator.ToString(), members.Select(static m => m.Meant))
                : null,
        };

    /// <inheritdoc cref="HandOver"/>
    public static MisreadAnswerHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(ModelCall)) is { } call
            ? new MisreadAnswerHandOver(call, parts.IsMarked(nameof(Enum)))
            {
                Members = parts.All(nameof(Members)),
                Meant = parts.Value(nameof(Meant)),
            }
            : null;
}
