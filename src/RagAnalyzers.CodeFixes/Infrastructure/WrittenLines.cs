using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>What a fix has written: a document before and after it in, the changed places and their lines out.</summary>
internal sealed class WrittenLines
{
    // The longest line that nobody minds.
    private const int Longest = 200;

    private WrittenLines(SyntaxNode before, SyntaxNode after)
    {
        var (oldText, text) = (before.GetText(), after.GetText());
        var longest = Math.Max(Longest, oldText.Lines.Max(static line => line.Span.Length));
        Changes = ChangesOf(before, after).ToList();
        All = Changes.SelectMany(change => In(text, change.New)).Distinct().ToList();
        TooLong = Changes
            .Where(change => In(oldText, change.Old).All(static line => line.Span.Length <= Longest))
            .SelectMany(change => In(text, change.New))
            .Where(static line => line.Span.Length > Longest)
            .Concat(All.Where(line => line.Span.Length > longest))
            .Distinct()
            .ToList();
    }

    /// <summary>The places of the changes, before and after.</summary>
    public IReadOnlyList<(TextSpan Old, TextSpan New)> Changes { get; }

    /// <summary>The lines that the fix has written into.</summary>
    public IReadOnlyList<TextLine> All { get; }

    /// <summary>
    /// Those that it has made too long. Lines that were too long before are how the file is written, as long as none is longer now than any that the
    /// file had.
    /// </summary>
    public IReadOnlyList<TextLine> TooLong { get; }

    public static WrittenLines Of(SyntaxNode before, SyntaxNode after) => new(before, after);

    /// <summary>The fix has written into the code, or beside it.</summary>
    public bool Touches(TextSpan code) => Changes.Any(change => change.New.IntersectsWith(code));

    private static IEnumerable<(TextSpan Old, TextSpan New)> ChangesOf(SyntaxNode before, SyntaxNode after)
    {
        var moved = 0;
        foreach (var change in after.SyntaxTree.GetChanges(before.SyntaxTree).OrderBy(static change => change.Span.Start))
        {
            var written = new TextSpan(change.Span.Start + moved, change.NewText?.Length ?? 0);
            moved += written.Length - change.Span.Length;
            yield return (change.Span, written);
        }
    }

    private static IEnumerable<TextLine> In(SourceText text, TextSpan span)
    {
        var last = text.Lines.GetLineFromPosition(span.End).LineNumber;
        for (var number = text.Lines.GetLineFromPosition(span.Start).LineNumber; number <= last; number++)
        {
            yield return text.Lines[number];
        }
    }
}
