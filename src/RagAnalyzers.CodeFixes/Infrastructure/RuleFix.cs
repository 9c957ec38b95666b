using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>One of the ways in which a <see cref="CombinedCodeFixProvider"/> fixes what its rules report.</summary>
internal abstract class RuleFix
{
    /// <summary>The way is for what those before it do not handle.</summary>
    internal virtual bool IsFallback => false;

    /// <summary>Works out the fix for one diagnostic, or returns null when the code has a shape that this way does not handle.</summary>
    internal abstract Task<ProposedFix?> ProposeAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken);
}
