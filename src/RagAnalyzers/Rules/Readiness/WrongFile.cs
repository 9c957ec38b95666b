using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Training.Uploads;

namespace RagAnalyzers.Rules.Readiness;

/// <summary>What is wrong with a file that a job is to be trained or validated on.</summary>
/// <param name="Description">In words for the message.</param>
/// <param name="Remedy">What to do, in words for the message.</param>
/// <param name="IsKind">It is the kind of file; else the purpose.</param>
/// <param name="Literal">The one expression that decides it, when changing that alone puts it right.</param>
internal sealed record WrongFile(string Description, string Remedy, bool IsKind, IOperation? Literal)
{
    /// <summary>
    /// Kinds of files that a fine-tuning job certainly does not take; a name without an ending, or with an unknown one, says nothing.
    /// </summary>
    private static readonly ImmutableHashSet<string> OtherKinds = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        ".json",
        ".csv",
        ".tsv",
        ".txt",
        ".md",
        ".xml",
        ".yaml",
        ".yml",
        ".html",
        ".pdf",
        ".docx",
        ".xlsx",
        ".parquet"
    );

    /// <summary>What is certainly wrong with the upload, or null.</summary>
    public static WrongFile? Of(FileUpload upload) => OfPurpose(upload) ?? OfKind(upload);

    private static WrongFile? OfPurpose(FileUpload upload)
    {
        if (upload.PurposeName is not { } purpose || upload.IsForFineTuning)
        {
            return null;
        }

        var literal = upload.Purpose?.Unwrapped() is { } stated and (ILiteralOperation or IMemberReferenceOperation) ? stated : null;
        return new WrongFile($"is uploaded for '{purpose}'", "Upload it for fine-tuning", IsKind: false, literal);
    }

    private static WrongFile? OfKind(FileUpload upload)
    {
        if (
            upload.Paths is not [var path]
            || FileNames.EndsOf(upload, path) is not { } ends
            || !ends.All(static e => OtherKinds.Contains(ExtensionOf(e)))
        )
        {
            return null;
        }

        // Beside content the name is only a name; the file of a path would have to be written anew.
        var literal = !upload.Content.IsEmpty && path.Unwrapped() is ILiteralOperation stated ? stated : null;
        return new WrongFile($"is named '{ends.First()}'", "Write one JSON object a line, and name it .jsonl", IsKind: true, literal);
    }

    private static string ExtensionOf(string name) => name.LastIndexOf('.') is >= 0 and var at ? name.Substring(at) : string.Empty;
}
