using System.Collections.Generic;
using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// The base of every fix: a derived class works out the changed document for one diagnostic, this class validates it before it
/// is offered, and repeats it for Fix All.
/// </summary>
public abstract class RuleCodeFixProvider : CodeFixProvider
{
    public sealed override FixAllProvider GetFixAllProvider() => new OneByOneFixAllProvider(this);

    public sealed override async Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics)
        {
            foreach (var fix in await ValidFixesAsync(context.Document, diagnostic, context.CancellationToken).ConfigureAwait(false))
            {
                context.RegisterCodeFix(CodeAction.Create(fix.Title, _ => Task.FromResult(fix.Changed), fix.EquivalenceKey), diagnostic);
            }
        }
    }

    /// <summary>The fixes for the diagnostic that compile and silence it.</summary>
    internal async Task<IReadOnlyList<ProposedFix>> ValidFixesAsync(
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
        foreach (var fix in await ProposeAsync(document, diagnostic, cancellationToken).ConfigureAwait(false))
        {
            if (await FixValidation.HoldsAsync(document, fix, FixableDiagnosticIds, cancellationToken).ConfigureAwait(false))
            {
                valid.Add(fix);
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
