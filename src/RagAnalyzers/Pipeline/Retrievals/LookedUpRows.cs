using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>
/// Rows that are looked up by the key of a hit: <c>db.FindAsync&lt;Product&gt;(hit.Record.Id)</c>, or one of <see cref="LookUps"/>. The index
/// holds what is searched, the row is what was found.
/// </summary>
internal static class LookedUpRows
{
    /// <summary>The origin is such a row.</summary>
    public static bool Are(Picture picture, Origin origin) =>
        origin is { Kind: OriginKind.Source, Operation: IInvocationOperation choice } && picture.IsLookUp(choice)
        || origin is { Kind: OriginKind.Call, Operation: IInvocationOperation { TargetMethod.Name: "Find" or "FindAsync" } call }
            && call.TargetMethod.ContainingType.AndBaseTypes()
                .Any(static t =>
                    t.ContainingNamespace?.ToDisplayString() == "Microsoft.EntityFrameworkCore" && t.Name is "DbContext" or "DbSet"
                )
            && call.Arguments.Any(a => IsOfHit(picture, a));

    /// <summary>A key, or one among several, is read off what a retrieval yields.</summary>
    private static bool IsOfHit(Picture picture, IArgumentOperation keys) =>
        picture.TraceWithinBody(keys.Value, FlowMode.Content).Origins.Any(o => Passages.AreFoundAt(picture, o));
}
