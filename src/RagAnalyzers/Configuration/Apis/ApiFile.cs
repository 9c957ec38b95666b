using System;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Configuration.Apis;

/// <summary>A table of the project's own members among the compiler's additional files.</summary>
internal sealed class ApiFile
{
    // An editor keeps the text of a file as long as nobody changes it.
    private static readonly ConditionalWeakTable<SourceText, ApiFile> s_files = new();

    private ApiFile(string path, SourceText text)
    {
        Path = path;
        var entries = ImmutableArray.CreateBuilder<ApiEntry>();
        var errors = ImmutableArray.CreateBuilder<ApiError>();
        foreach (var line in text.Lines)
        {
            var content = line.ToString();
            var (read, problem) = ApiLineReader.Read(content);
            if (read is null && problem is null)
            {
                continue;
            }

            var trimmed = content.Trim();
            var span = new TextSpan(line.Start + content.IndexOf(trimmed, StringComparison.Ordinal), trimmed.Length);
            var location = Location.Create(path, span, text.Lines.GetLinePositionSpan(span));
            if (read is not null)
            {
                entries.Add(new ApiEntry(read, line.LineNumber + 1, location));
            }
            else
            {
                errors.Add(new ApiError(problem!, location));
            }
        }

        Entries = entries.ToImmutable();
        Errors = errors.ToImmutable();
    }

    public string Path { get; }

    public ImmutableArray<ApiEntry> Entries { get; }

    /// <summary>The lines that cannot be read.</summary>
    public ImmutableArray<ApiError> Errors { get; }

    public static bool IsOne(AdditionalText file) =>
        file.Path.EndsWith(ApiWords.FileName, StringComparison.OrdinalIgnoreCase)
        && string.Equals(System.IO.Path.GetFileName(file.Path), ApiWords.FileName, StringComparison.OrdinalIgnoreCase);

    /// <summary>The table in a file, or null when the file cannot be read.</summary>
    public static ApiFile? Of(AdditionalText file, CancellationToken cancellation = default) =>
        file.GetText(cancellation) is not { } text ? null
        : s_files.GetValue(text, t => new ApiFile(file.Path, t)) is var known && known.Path == file.Path ? known
        : new ApiFile(file.Path, text);
}
