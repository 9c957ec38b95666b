using Microsoft.CodeAnalysis;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>A fix that has been worked out but not yet been validated.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="EquivalenceKey">The same for every fix of the same kind, so that Fix All can repeat it.</param>
/// <param name="Changed">The document with the fix applied.</param>
/// <param name="Mended">
/// The annotation of the nodes about which the rules must have nothing more to say: of an invocation, what is called; of any other
/// node, all of it. Null when the fix leaves nothing of what was reported; then the document must have fewer findings than before.
/// </param>
internal sealed record ProposedFix(string Title, string EquivalenceKey, Document Changed, SyntaxAnnotation? Mended)
{
    /// <summary>The fix that puts one expression in another's place, wherever in the document; the finding sits on a call.</summary>
    public static ProposedFix Replacing(
        Document document,
        SyntaxNode root,
        SyntaxNode call,
        SyntaxNode expression,
        SyntaxNode replacement,
        string title,
        string equivalenceKey
    )
    {
        var mark = new SyntaxAnnotation();
        var changed = root.ReplaceNodes(
            new[] { call, expression },
            (original, current) => original == expression ? replacement : current.WithAdditionalAnnotations(mark)
        );
        return new ProposedFix(title, equivalenceKey, document.WithSyntaxRoot(changed), mark);
    }
}
