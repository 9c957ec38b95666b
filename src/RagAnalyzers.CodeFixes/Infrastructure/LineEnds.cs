using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>A line that a fix has written into has no white space at its end.</summary>
internal static class LineEnds
{
    public static async Task<ProposedFix> ApplyAsync(Document before, ProposedFix fix, CancellationToken cancellationToken)
    {
        var oldRoot = await before.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        var root = await fix.Changed.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (oldRoot is null || root is null)
        {
            return fix;
        }

        var spaces = WrittenLines
            .Of(oldRoot, root)
            .All.Where(static line => line.End > line.Start)
            .Select(line => root.FindTrivia(line.End - 1))
            .Where(static trivia => trivia.IsKind(SyntaxKind.WhitespaceTrivia) && trivia.Token.TrailingTrivia.Contains(trivia))
            .ToList();
        return spaces.Count == 0
            ? fix
            : fix with
            {
                Changed = fix.Changed.WithSyntaxRoot(root.ReplaceTrivia(spaces, static (_, _) => default)),
            };
    }
}
