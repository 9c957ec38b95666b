using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.Configuration.Options;

/// <summary>Finds the line that sets an option, which the compiler does not tell.</summary>
internal static class OptionLine
{
    private static readonly char[] Assignments = { '=', ':' };

    /// <summary>The line, when the configuration file with it is among the additional files and no other of them sets the same.</summary>
    public static Location? Find(OptionError error, ImmutableArray<AdditionalText> additional, CancellationToken cancellationToken)
    {
        var found = additional
            .Where(static f => IsConfiguration(f.Path))
            .SelectMany(f =>
                f.GetText(cancellationToken) is { } text
                    ? text.Lines.Where(l => Sets(l.ToString(), error)).Select(l => LocationOf(f, l))
                    : Enumerable.Empty<Location>()
            )
            .Take(2)
            .ToList();
        return found.Count == 1 ? found[0] : null;
    }

    private static bool IsConfiguration(string path) =>
        path.EndsWith(".editorconfig", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".globalconfig", StringComparison.OrdinalIgnoreCase);

    private static bool Sets(string line, OptionError error)
    {
        var assignment = line.IndexOfAny(Assignments);
        return assignment > 0
            && string.Equals(line.Substring(0, assignment).Trim(), error.Key, StringComparison.OrdinalIgnoreCase)
            && line.Substring(assignment + 1).Trim().StartsWith(error.Value, StringComparison.Ordinal);
    }

    private static Location LocationOf(AdditionalText file, TextLine line) =>
        Location.Create(file.Path, line.Span, new LinePositionSpan(new(line.LineNumber, 0), new(line.LineNumber, line.Span.Length)));
}
