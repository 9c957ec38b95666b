using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// Fixes a document's diagnostics one after another, asking the rules again after each, so that edits which overlap or bring
/// the same using directive meet a document in which the earlier ones are already done.
/// </summary>
internal sealed class OneByOneFixAllProvider(RuleCodeFixProvider fixes) : DocumentBasedFixAllProvider
{
    protected override async Task<Document?> FixAllAsync(
        FixAllContext fixAllContext,
        Document document,
        ImmutableArray<Diagnostic> diagnostics
    )
    {
        var cancellationToken = fixAllContext.CancellationToken;
        var ids = fixAllContext.DiagnosticIds.Intersect(fixes.FixableDiagnosticIds).ToImmutableArray();
        var current = document;
        var skipped = 0;
        // Every round fixes or skips one, so this many always suffice.
        for (var rounds = diagnostics.Length * 2; rounds > 0; rounds--)
        {
            if (
                await RuleAnalyzers.FindAsync(current, ids, cancellationToken).ConfigureAwait(false) is not { } open
                || skipped >= open.Length
            )
            {
                break;
            }

            var changed = await FixAsync(current, open[skipped], fixAllContext.CodeActionEquivalenceKey, cancellationToken)
                .ConfigureAwait(false);
            if (changed is null)
            {
                skipped++;
            }
            else
            {
                current = changed;
            }
        }

        return current;
    }

    private async Task<Document?> FixAsync(
        Document document,
        Diagnostic diagnostic,
        string? equivalenceKey,
        CancellationToken cancellationToken
    )
    {
        var valid = await fixes.ValidFixesAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
        return valid.FirstOrDefault(fix => fix.EquivalenceKey == equivalenceKey)?.Changed;
    }
}
