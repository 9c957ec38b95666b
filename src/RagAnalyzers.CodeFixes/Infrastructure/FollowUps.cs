using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// A fix may bring what another rule reports: an answer that has a type now is read without asking whether it came. Whoever takes the fix
/// wants neither, so the other rule's fix belongs to it, where there is one.
/// </summary>
internal static class FollowUps
{
    // A fix of a new finding may bring one itself. There are never more than a few.
    private const int MostRounds = 8;

    /// <summary>The changed document in, the document without the findings that the change has brought out.</summary>
    /// <param name="ids">The rules whose findings a fix may bring.</param>
    public static async Task<Document> ApplyAsync(
        Document before,
        Document after,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (ids.IsEmpty || await FindAsync(after, ids, cancellationToken).ConfigureAwait(false) is not { IsEmpty: false } found)
        {
            return after;
        }

        var known = await FindAsync(before, ids, cancellationToken).ConfigureAwait(false);
        for (var round = 0; round < MostRounds; round++)
        {
            Document? changed = null;
            foreach (var finding in found)
            {
                changed ??= await IsNewAsync(finding, before, after, known, cancellationToken).ConfigureAwait(false)
                    ? await FixAsync(after, finding, cancellationToken).ConfigureAwait(false)
                    : null;
            }

            if (changed is null)
            {
                break;
            }

            after = changed;
            found = await FindAsync(after, ids, cancellationToken).ConfigureAwait(false);
        }

        return after;
    }

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(
        Document document,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    ) => await RuleAnalyzers.FindAsync(document, ids, cancellationToken).ConfigureAwait(false) ?? ImmutableArray<Diagnostic>.Empty;

    /// <summary>No finding of the rule was where this one's code comes from.</summary>
    private static async Task<bool> IsNewAsync(
        Diagnostic finding,
        Document before,
        Document after,
        ImmutableArray<Diagnostic> known,
        CancellationToken cancellationToken
    )
    {
        if (known.IsEmpty)
        {
            return true;
        }

        var changes = await after.GetTextChangesAsync(before, cancellationToken).ConfigureAwait(false);
        var start = finding.Location.SourceSpan.Start;
        var moved = 0;
        foreach (var change in changes.OrderBy(static change => change.Span.Start))
        {
            if (change.Span.Start + moved >= start)
            {
                break;
            }

            moved += (change.NewText?.Length ?? 0) - change.Span.Length;
        }

        return known.All(old => old.Id != finding.Id || old.Location.SourceSpan.Start != start - moved);
    }

    private static async Task<Document?> FixAsync(Document document, Diagnostic finding, CancellationToken cancellationToken)
    {
        foreach (var provider in RuleFixes.InBulk(finding.Id))
        {
            var fixes = await provider.OwnFixesAsync(document, finding, cancellationToken).ConfigureAwait(false);
            if (fixes.Count > 0)
            {
                return fixes[0].AfterIn(document);
            }
        }

        return null;
    }
}
