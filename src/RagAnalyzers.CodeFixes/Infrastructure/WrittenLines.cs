using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>What a fix has written: a document before and after it in, the changed places and their lines out.</summary>
internal static class WrittenLines
{
    /// <summary>The longest line that nobody minds.</summary>
    public const int Longest = 200;

    /// <summary>The places of the changes, before and after.</summary>
    public static IEnumerable<(TextSpan Old, TextSpan New)> Changes(SyntaxNode before, SyntaxNode after)
    {
        var moved = 0;
        foreach (var change in after.SyntaxTree.GetChanges(before.SyntaxTree).OrderBy(static change => change.Span.Start))
        {
            var written = new TextSpan(change.Span.Start + moved, change.NewText?.Length ?? 0);
            moved += written.Length - change.Span.Length;
            yield return (change.Span, written);
        }
    }

    /// <summary>The lines that the fix has made too long. Lines that were as long before are how the file is written.</summary>
    public static IEnumerable<TextLine> TooLong(SyntaxNode before, SyntaxNode after)
    {
        var (oldText, text) = (before.GetText(), after.GetText());
        return Changes(before, after)
            .Where(change => In(oldText, change.Old).All(static line => line.Span.Length <= Longest))
            .SelectMany(change => In(text, change.New).Where(static line => line.Span.Length > Longest));
    }

    /// <summary>The lines that the fix has made longer than any that the file had.</summary>
    public static IEnumerable<TextLine> LongestEver(SyntaxNode before, SyntaxNode after)
    {
        var text = after.GetText();
        var longest = Math.Max(Longest, before.GetText().Lines.Max(static line => line.Span.Length));
        return Changes(before, after).SelectMany(change => In(text, change.New).Where(line => line.Span.Length > longest));
    }

    /// <summary>The lines that the span begins in, ends in and holds.</summary>
    public static IEnumerable<TextLine> In(SourceText text, TextSpan span)
    {
        var last = text.Lines.GetLineFromPosition(span.End).LineNumber;
        for (var number = text.Lines.GetLineFromPosition(span.Start).LineNumber; number <= last; number++)
        {
            yield return text.Lines[number];
        }
    }
}
