using System;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>Lays out what a fix has written, again and again: what one round has made may need the next.</summary>
internal static class LayoutRounds
{
    /// <param name="most">How many rounds there may be.</param>
    /// <param name="layOut">
    /// The root from before the fix, that of now, the lines that the fix has written and its document in; the root that is laid out further
    /// out, or null when there is nothing more to do.
    /// </param>
    public static async Task<ProposedFix> ApplyAsync(
        Document before,
        ProposedFix fix,
        int most,
        Func<SyntaxNode, SyntaxNode, WrittenLines, Document, Task<SyntaxNode?>> layOut,
        CancellationToken cancellationToken
    )
    {
        var oldRoot = await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        for (var round = 0; oldRoot is not null && root is not null && round < most; round++)
        {
            if (await layOut(oldRoot, root, WrittenLines.Of(oldRoot, root), fix.Changed).ConfigureAwait(false) is not { } laidOut)
            {
                break;
            }

            fix = fix with { Changed = fix.Changed.WithSyntaxRoot(laidOut) };
            root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        }

        return fix;
    }
}
