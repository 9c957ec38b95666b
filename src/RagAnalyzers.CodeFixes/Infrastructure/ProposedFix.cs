using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>A fix that has been worked out but not yet been validated.</summary>
/// <param name="Title">What the user reads.</param>
/// <param name="Changed">The document with the fix applied: the one of the finding, or another one of its project.</param>
/// <param name="Mended">
/// The annotation of the nodes about which the rules must have nothing more to say: of an invocation, what is called; of any other
/// node, all of it. Null when the fix leaves nothing of what was reported, or changes another document than the finding's; then the finding's
/// document must have fewer findings than before.
/// </param>
internal sealed record ProposedFix(string Title, Document Changed, SyntaxAnnotation? Mended)
{
    /// <summary>Offered only where none of those before it is valid.</summary>
    public bool IsFallback { get; init; }

    /// <summary>What tells the fix from others that may be offered at the same place; empty where there are none.</summary>
    public string Kind { get; init; } = string.Empty;

    /// <summary>The document that the fix changes, as it was.</summary>
    /// <param name="reported">The document of the finding.</param>
    public Document BeforeIn(Document reported) =>
        Changed.Id == reported.Id ? reported : reported.Project.Solution.GetDocument(Changed.Id)!;

    /// <summary>The document of the finding, as the fix leaves it.</summary>
    /// <param name="reported">The document of the finding, as it was.</param>
    public Document AfterIn(Document reported) => Changed.Project.Solution.GetDocument(reported.Id)!;

    /// <summary>The fix that changes one node, on which the finding sits.</summary>
    public static ProposedFix Changing(Document document, SyntaxNode root, SyntaxNode reported, SyntaxNode changed, string title)
    {
        var mark = new SyntaxAnnotation();
        return new ProposedFix(title, document.WithSyntaxRoot(root.ReplaceNode(reported, changed.WithAdditionalAnnotations(mark))), mark);
    }

    /// <summary>The fix that puts one expression in another's place, wherever in the document; the finding sits on a call.</summary>
    public static ProposedFix Replacing(
        Document document,
        SyntaxNode root,
        SyntaxNode call,
        SyntaxNode expression,
        SyntaxNode replacement,
        string title
    )
    {
        var mark = new SyntaxAnnotation();
        var changed = root.ReplaceNodes(
            new[] { call, expression },
            (original, current) => original == expression ? replacement : current.WithAdditionalAnnotations(mark)
        );
        return new ProposedFix(title, document.WithSyntaxRoot(changed), mark);
    }

    /// <summary>The changed document as its text is read, which is what everybody sees who did not make the tree.</summary>
    public async Task<Document> TextOfAsync(Document before, CancellationToken cancellationToken)
    {
        var text = await before.GetTextAsync(cancellationToken).ConfigureAwait(false);
        var changes = await Changed.GetTextChangesAsync(before, cancellationToken).ConfigureAwait(false);
        return before.WithText(text.WithChanges(changes));
    }
}
