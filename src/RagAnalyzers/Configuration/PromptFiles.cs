using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Configuration;

/// <summary>The prompt files that a compilation was given as additional files.</summary>
internal sealed class PromptFiles
{
    public static readonly PromptFiles None = new(ImmutableArray<AdditionalText>.Empty);

    private static readonly char[] Separators = { '/', '\\', '.' };

    private readonly ImmutableArray<PromptFile> _files;

    public PromptFiles(ImmutableArray<AdditionalText> additional)
    {
        Additional = additional;
        _files = additional.Select(static f => PromptFile.TryCreate(f)).OfType<PromptFile>().ToImmutableArray();
    }

    /// <summary>What the files were found among.</summary>
    public ImmutableArray<AdditionalText> Additional { get; }

    public bool IsEmpty => _files.IsEmpty;

    /// <summary>
    /// The one file that code names by these texts: paths, parts of paths, or names of embedded resources. Null when none or
    /// several are meant.
    /// </summary>
    public PromptFile? Named(IReadOnlyCollection<string> texts)
    {
        // `name + ".prompty"`: the name and the extension come apart.
        var names = texts
            .Concat(
                texts
                    .Where(static t => t.Length > 1 && t[0] == '.' && t.LastIndexOfAny(Separators) == 0)
                    .SelectMany(e => texts.Select(t => t + e))
            )
            .ToList();
        var named = _files
            .Select(f => (File: f, Length: names.Select(t => CommonEnd(f.Path, t)).DefaultIfEmpty().Max()))
            .Where(static f => f.Length > 0)
            .ToList();
        if (named.Select(static f => NameOf(f.File.Path)).Distinct(StringComparer.OrdinalIgnoreCase).Count() > 1)
        {
            return null;
        }

        var longest = named.Select(static f => f.Length).DefaultIfEmpty().Max();
        var meant = named.Where(f => f.Length == longest).ToList();
        return meant.Count == 1 ? meant[0].File : null;
    }

    /// <summary>How many characters a text shares with the end of a path, when it names at least the file; otherwise 0.</summary>
    private static int CommonEnd(string path, string text)
    {
        var name = NameOf(path);
        if (text.Length < name.Length || !text.EndsWith(name, StringComparison.OrdinalIgnoreCase))
        {
            return 0;
        }

        if (text.Length > name.Length && Array.IndexOf(Separators, text[text.Length - name.Length - 1]) < 0)
        {
            return 0;
        }

        var length = name.Length;
        while (length < text.Length && length < path.Length && IsSame(text[text.Length - length - 1], path[path.Length - length - 1]))
        {
            length++;
        }

        return length;
    }

    // Paths of either kind occur, whatever the compiler runs on.
    private static string NameOf(string path) => path.Substring(path.LastIndexOfAny(new[] { '/', '\\' }) + 1);

    // A resource name has dots where the path has separators.
    private static bool IsSame(char inText, char inPath) =>
        char.ToUpperInvariant(inText) == char.ToUpperInvariant(inPath)
        || (Array.IndexOf(Separators, inText) >= 0 && Array.IndexOf(Separators, inPath) >= 0);
}
