using System;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;
using RagAnalyzers.Text.Yaml;

namespace RagAnalyzers.Configuration;

/// <summary>A file among the compiler's additional files that may hold a prompt. It is read when it is first asked for.</summary>
internal sealed class PromptFile
{
    private readonly AdditionalText _file;
    private readonly Lazy<(PromptDocument? Document, PromptFileError? Error)> _content;

    private PromptFile(AdditionalText file, CancellationToken cancellation)
    {
        _file = file;
        _content = new(() => Read(cancellation), LazyThreadSafetyMode.PublicationOnly);
    }

    public string Path => _file.Path;

    /// <summary>What the file says, or null when it is no prompt or cannot be read.</summary>
    public PromptDocument? Document => _content.Value.Document;

    /// <summary>Why the file cannot be read, though it looks like a prompt.</summary>
    public PromptFileError? Error => _content.Value.Error;

    /// <summary>The file, or null when its name is not one that prompts have.</summary>
    public static PromptFile? TryCreate(AdditionalText file, CancellationToken cancellation = default) =>
        Extension(file.Path) is ".prompty" or ".yaml" or ".yml" or ".hbs" or ".handlebars" ? new PromptFile(file, cancellation) : null;

    /// <summary>The lines of a text, however they end.</summary>
    public static ImmutableArray<string> LinesOf(string text) =>
        SourceText.From(text.TrimStart('\uFEFF')).Lines.Select(static l => l.ToString()).ToImmutableArray();

    private static string Extension(string path) => System.IO.Path.GetExtension(path).ToLowerInvariant();

    private (PromptDocument?, PromptFileError?) Read(CancellationToken cancellation)
    {
        if (_file.GetText(cancellation) is not { } text)
        {
            return (null, null);
        }

        var lines = LinesOf(text.ToString());
        try
        {
            return (
                Extension(Path) switch
                {
                    ".prompty" => PromptDocumentReader.ReadPrompty(lines),
                    ".yaml" or ".yml" => PromptDocumentReader.ReadYaml(lines, isSurely: false),
                    _ => new PromptDocument(text.ToString(), TemplateFormat.Handlebars, ResponseFormat: null, ShowsSettings: true),
                },
                null
            );
        }
        catch (YamlException broken)
        {
            var line = text.Lines[Math.Min(broken.Line, text.Lines.Count - 1)];
            return (null, new PromptFileError(broken.Message, Location.Create(Path, line.Span, text.Lines.GetLinePositionSpan(line.Span))));
        }
    }
}
