using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// Decides whether a fix may be offered: the changed document has no compiler error or warning that was not there before, and the rules
/// that reported the place no longer do.
/// </summary>
internal static class FixValidation
{
    // A public type has no comment yet. What to say of it only its author knows.
    private const string NoComment = "CS1591";

    /// <param name="reported">The document of the finding, as it was.</param>
    /// <param name="after">The changed document as its text is read.</param>
    public static async Task<bool> HoldsAsync(
        Document reported,
        ProposedFix fix,
        Document after,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    )
    {
        var before = fix.BeforeIn(reported);
        if (!await CompilesAsync(before, after, cancellationToken).ConfigureAwait(false))
        {
            return false;
        }

        if (before.Id == reported.Id)
        {
            return await IsSilencedAsync(before, fix, after, ids, cancellationToken).ConfigureAwait(false);
        }

        var now = after.Project.Solution.GetDocument(reported.Id)!;
        return await CompilesAsync(reported, now, cancellationToken).ConfigureAwait(false)
            && await HasFewerAsync(reported, now, ids, cancellationToken).ConfigureAwait(false)
            && await RepeatsNoneAsync(before, after, ids, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The rules find no more in the document than before.</summary>
    public static async Task<bool> RepeatsNoneAsync(
        Document before,
        Document after,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    ) =>
        ids.IsEmpty
        || await RuleAnalyzers.FindAsync(after, ids, cancellationToken).ConfigureAwait(false) is { } now
            && await RuleAnalyzers.FindAsync(before, ids, cancellationToken).ConfigureAwait(false) is { } known
            && now.Length <= known.Length;

    /// <summary>The rules find less than before in the projects that see the changed document.</summary>
    public static async Task<bool> HasFewerInReachAsync(
        Document before,
        Document after,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    )
    {
        var graph = before.Project.Solution.GetProjectDependencyGraph();
        var difference = 0;
        foreach (var id in graph.GetProjectsThatTransitivelyDependOnThisProject(before.Project.Id).Prepend(before.Project.Id))
        {
            difference += await CountAsync(after.Project.Solution.GetProject(id)!, ids, cancellationToken).ConfigureAwait(false);
            difference -= await CountAsync(before.Project.Solution.GetProject(id)!, ids, cancellationToken).ConfigureAwait(false);
        }

        return difference < 0;
    }

    private static async Task<int> CountAsync(Project project, ImmutableArray<string> ids, CancellationToken cancellationToken)
    {
        var found = await Task.WhenAll(ids.Select(id => RuleAnalyzers.FindAsync(project, id, cancellationToken))).ConfigureAwait(false);
        return found.Sum(static some => some.Length);
    }

    private static async Task<bool> CompilesAsync(Document before, Document after, CancellationToken cancellationToken)
    {
        var added = await ComplaintsAsync(after, cancellationToken).ConfigureAwait(false);
        if (added.IsEmpty)
        {
            return true;
        }
        // Positions move, so complaints are the same when they say the same. That an API is experimental is said of each one anew.
        var known = await ComplaintsAsync(before, cancellationToken).ConfigureAwait(false);
        foreach (var complaint in known)
        {
            var same = complaint.Descriptor.CustomTags.Contains(WellKnownDiagnosticTags.CustomObsolete)
                ? added.FindAll(other => other.Id == complaint.Id)
                : added.FindAll(other => other.Id == complaint.Id && other.GetMessage() == complaint.GetMessage()).Take(1);
            added = added.RemoveRange(same);
        }

        return added.IsEmpty;
    }

    private static async Task<ImmutableList<Diagnostic>> ComplaintsAsync(Document document, CancellationToken cancellationToken)
    {
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        return model!
            .GetDiagnostics(cancellationToken: cancellationToken)
            .Where(diagnostic => diagnostic is { Severity: >= DiagnosticSeverity.Warning, IsSuppressed: false, Id: not NoComment })
            .ToImmutableList();
    }

    private static async Task<bool> IsSilencedAsync(
        Document before,
        ProposedFix fix,
        Document after,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    )
    {
        if (fix.Mended is not { } mended)
        {
            return await HasFewerAsync(before, after, ids, cancellationToken).ConfigureAwait(false);
        }

        if (await RuleAnalyzers.FindAsync(after, ids, cancellationToken).ConfigureAwait(false) is not { } left)
        {
            return false;
        }

        // The tree that the fix has made and the one that its text is read as have the same places.
        var root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var nodes = root!.GetAnnotatedNodes(mended).ToImmutableArray();
        return !nodes.IsEmpty && !left.Any(diagnostic => nodes.Any(node => IsAbout(diagnostic.Location.SourceSpan, node)));
    }

    private static async Task<bool> HasFewerAsync(
        Document before,
        Document after,
        ImmutableArray<string> ids,
        CancellationToken cancellationToken
    ) =>
        await RuleAnalyzers.FindAsync(after, ids, cancellationToken).ConfigureAwait(false) is { } left
        && await RuleAnalyzers.FindAsync(before, ids, cancellationToken).ConfigureAwait(false) is { } known
        && left.Length < known.Length;

    /// <summary>A call's arguments may hold other calls with findings of their own.</summary>
    private static bool IsAbout(TextSpan found, SyntaxNode node) =>
        node is InvocationExpressionSyntax call ? call.Expression.Span == found : node.Span.Contains(found);
}
