using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// The base of every fix: a derived class works out the changed document for one diagnostic, this class brings it into the project's style,
/// validates it before it is offered, and repeats it for Fix All.
/// </summary>
public abstract class RuleCodeFixProvider : CodeFixProvider
{
    /// <summary>
    /// The program does the same afterwards, or what was reported cannot have been meant. What a person must decide is offered at its place
    /// alone, and a tool that fixes in bulk leaves it.
    /// </summary>
    internal virtual bool IsSafeInBulk => true;

    /// <summary>The rules that may have something to say about what this fix makes; what their fixes do then is done with it.</summary>
    internal virtual ImmutableArray<string> LeadsTo => ImmutableArray<string>.Empty;

    /// <summary>The rules of which the fix may leave no more findings than there were: it repeats code, and would repeat a mistake with it.</summary>
    internal virtual ImmutableArray<string> MayNotRepeat => ImmutableArray<string>.Empty;

    /// <summary>
    /// Code of any file may go by what the fix changes: the projects that see it must have fewer findings, not this document alone.
    /// </summary>
    internal virtual bool ConcernsProjects => false;

    public sealed override FixAllProvider? GetFixAllProvider() => IsSafeInBulk ? new OneByOneFixAllProvider(this) : null;

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            var fixes = await ValidFixesAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false);
            foreach (var fix in fixes)
            {
                var key = KeyOf(fix, isFirst: fix == fixes[0]);
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(fix.Changed.Project.Solution), key), diagnostic);
            }
        }
    }

    /// <summary>
    /// The key of one of the fixes that are offered at a place: the first one's names the provider alone, whatever the rule, the SDK and the
    /// shape of the code, so that a tool that repeats the fix of any finding fixes all of a rule's. An alternative's names its kind.
    /// </summary>
    internal string KeyOf(ProposedFix fix, bool isFirst) => isFirst ? GetType().Name : $"{GetType().Name}.{fix.Kind}";

    /// <summary>
    /// The fixes for the diagnostic that compile and silence it, and bring no other that could be fixed. What they change, be it in one document
    /// or in several, is in the solution of the changed document.
    /// </summary>
    internal async Task<IReadOnlyList<ProposedFix>> ValidFixesAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var valid = new List<ProposedFix>();
        foreach (var fix in await OwnFixesAsync(document, diagnostic, cancellationToken).ConfigureAwait(false))
        {
            var changed = await FollowUps.ApplyAsync(fix.BeforeIn(document), fix.Changed, LeadsTo, cancellationToken).ConfigureAwait(false);
            if (changed.Id != document.Id)
            {
                var here = changed.Project.Solution.GetDocument(document.Id)!;
                here = await FollowUps.ApplyAsync(document, here, LeadsTo, cancellationToken).ConfigureAwait(false);
                changed = here.Project.Solution.GetDocument(changed.Id)!;
            }

            valid.Add(fix with { Changed = changed });
        }

        return valid;
    }

    /// <summary>The same, as this provider alone makes them.</summary>
    internal async Task<IReadOnlyList<ProposedFix>> OwnFixesAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (!document.SupportsSyntaxTree || !FixableDiagnosticIds.Contains(diagnostic.Id))
        {
            return [];
        }

        var valid = new List<ProposedFix>();
        foreach (var proposed in await ProposeAsync(document, diagnostic, cancellationToken).ConfigureAwait(false))
        {
            if (proposed.IsFallback && valid.Count > 0)
            {
                continue;
            }

            var before = proposed.BeforeIn(document);
            var fix = await ProjectStyle.ApplyAsync(before, proposed, cancellationToken).ConfigureAwait(false);
            fix = await KeptComments.ApplyAsync(before, fix, cancellationToken).ConfigureAwait(false);
            fix = await CrowdedLines.ApplyAsync(before, fix, cancellationToken).ConfigureAwait(false);
            fix = await LongLines.ApplyAsync(before, fix, cancellationToken).ConfigureAwait(false);
            fix = await BracePlaces.ApplyAsync(before, fix, cancellationToken).ConfigureAwait(false);
            fix = await LongLiterals.ApplyAsync(before, fix, cancellationToken).ConfigureAwait(false);
            fix = await LineEnds.ApplyAsync(before, fix, cancellationToken).ConfigureAwait(false);
            var after = await fix.TextOfAsync(before, cancellationToken).ConfigureAwait(false);
            if (
                await FixValidation.HoldsAsync(document, fix, after, FixableDiagnosticIds, cancellationToken).ConfigureAwait(false)
                && await FixValidation.RepeatsNoneAsync(before, after, MayNotRepeat, cancellationToken).ConfigureAwait(false)
                && (
                    !ConcernsProjects
                    || await FixValidation
                        .HasFewerInReachAsync(before, after, FixableDiagnosticIds, cancellationToken)
                        .ConfigureAwait(false)
                )
            )
            {
                valid.Add(fix with { Changed = after });
            }
        }

        return valid;
    }

    /// <summary>Works out the fixes for one diagnostic; none when the code has a shape that the fix does not handle.</summary>
    internal abstract Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    );
}
