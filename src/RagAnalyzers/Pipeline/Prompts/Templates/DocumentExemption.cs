using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Configuration;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.Pipeline.Prompts.Templates;

/// <summary>The lines of a YAML prompt by which a variable of its template is exempt from encoding.</summary>
internal static class DocumentExemption
{
    private static readonly Regex Line = new(
        PromptDocumentReader.Exemption + @"[ \t]*:[ \t]*true",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    );

    /// <summary>The body calls something that has the name of what reads a YAML prompt.</summary>
    public static bool MayBeIn(Body body) =>
        IdentifierIndex.IsMentionedIn(body.Syntax, body.Picture.Once(static p => new HashSet<string>(ReadersIn(p))));

    private static IEnumerable<string> ReadersIn(Picture picture) =>
        picture
            .Sdks.SymbolsWith<PromptFunctionFact>()
            .Where(s => picture.Sdks.TryGetFact<PromptFunctionFact>(s, out var fact) && fact.Form == PromptForm.Yaml)
            .Select(static s => s.Name);

    /// <summary>What says the document, and the line in it; of a file, what says the file.</summary>
    /// <param name="variable">The variable; null for what functions return.</param>
    public static IEnumerable<(IOperation Operation, Location Place)> PlacesFor(UsedTemplate template, string? variable)
    {
        if (template.Within is not var (document, said))
        {
            yield break;
        }

        // In Semantic Kernel's own language, the template's exemption is about what functions return.
        var isOfAll = document.IsUnencoded && (variable is null || template.Language is TemplateFormat.Handlebars or TemplateFormat.Liquid);
        if (isOfAll || document.Unencoded.Any(v => string.Equals(v, variable, StringComparison.OrdinalIgnoreCase)))
        {
            yield return (said, PlaceIn(WrittenText.Of(template.Route.Picture, said).Syntax, isOfAll ? null : variable));
        }
    }

    /// <summary>The line, where the document is written out as it is; else all of it.</summary>
    /// <param name="variable">The variable that the line is about; null when it is about all.</param>
    private static Location PlaceIn(SyntaxNode document, string? variable)
    {
        if (document is not LiteralExpressionSyntax { Token: { Text: var text } token })
        {
            return document.GetLocation();
        }

        var lines = Line.Matches(text).Cast<Match>().Where(m => variable is null || IsAbout(text, m.Index, variable)).ToList();
        return lines is [{ } only]
            ? Location.Create(token.SyntaxTree!, new TextSpan(token.SpanStart + only.Index, only.Length))
            : document.GetLocation();
    }

    /// <summary>The item of the list that a position is in names the variable.</summary>
    private static bool IsAbout(string text, int at, string variable)
    {
        var start = Math.Max(text.LastIndexOf("- ", at, StringComparison.Ordinal), 0);
        var end = text.IndexOf("- ", at, StringComparison.Ordinal);
        var item = text.Substring(start, (end < 0 ? text.Length : end) - start);
        return Regex.IsMatch(
            item,
            @"name[ \t]*:[ \t]*[""']*" + Regex.Escape(variable) + @"\b",
            RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
        );
    }
}
