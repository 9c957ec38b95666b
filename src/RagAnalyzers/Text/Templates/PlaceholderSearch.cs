using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Templates;

/// <summary>Finds what a template engine would have filled in, in a text that no engine sees.</summary>
internal static class PlaceholderSearch
{
    // A variable or a function of Semantic Kernel's language, or a block of Handlebars. "{{name}}" alone may be anybody's, and "${{ a.b }}" is
    // an expression of workflow files.
    private static readonly Regex Placeholder = new(
        @"(?<!\$)\{\{\s*(?:\$[A-Za-z_]\w*|[A-Za-z_]\w*\.[A-Za-z_]\w*(?:\s+[^{}]*)?|[#/](?:each|if|unless|with|message)\b[^{}]*)\s*\}\}",
        RegexOptions.CultureInvariant
    );

    // A text about templates shows placeholders to the model on purpose.
    private static readonly ImmutableArray<string> Topics = ImmutableArray.Create(
        "template",
        "placeholder",
        "handlebars",
        "mustache",
        "liquid",
        "jinja",
        "angular",
        "vue",
        "blade",
        "syntax",
        "semantic kernel",
        "variable",
        "interpolation",
        "merge field",
        "merge tag",
        "curly",
        "braces",
        "untouched",
        "unchanged",
        "as they are",
        "as-is",
        "preserve",
        // A page that the model is to write.
        "<html",
        "<body",
        "<table"
    );

    /// <summary>The first placeholder, or null where there is none.</summary>
    public static string? In(string text) => Placeholder.Match(text) is { Success: true } found ? found.Value : null;

    /// <summary>The text is about such things.</summary>
    public static bool IsAbout(string text) => Topics.Any(t => text.IndexOf(t, StringComparison.OrdinalIgnoreCase) >= 0);
}
