using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Templates;
using RagAnalyzers.Text.Yaml;

namespace RagAnalyzers.Configuration;

/// <summary>
/// Reads Prompty and YAML prompts. A <see cref="YamlException"/> says that the text is broken; null, that it is no prompt.
/// </summary>
internal static class PromptDocumentReader
{
    /// <summary>The key by which YAML exempts what a template is given from encoding.</summary>
    public const string Exemption = "allow_dangerously_set_content";

    // By these, a YAML file with a template is a prompt of Semantic Kernel; other tools have templates as well.
    private static readonly ImmutableArray<string> PromptKeys = ImmutableArray.Create(
        "template_format",
        "execution_settings",
        "input_variables",
        "output_variable"
    );

    /// <summary>Reads a template with settings before it, between two lines of three dashes.</summary>
    public static PromptDocument? ReadPrompty(ImmutableArray<string> lines)
    {
        var open = lines.TakeWhile(string.IsNullOrWhiteSpace).Count();
        if (open == lines.Length)
        {
            return null;
        }

        if (!IsFence(lines[open]))
        {
            return new PromptDocument(string.Join("\n", lines), TemplateFormat.Liquid, ResponseFormat: null, ShowsSettings: false);
        }

        var close = open + 1;
        while (close < lines.Length && !IsFence(lines[close]))
        {
            close++;
        }

        if (close == lines.Length)
        {
            throw new YamlException(open, "its front matter is not closed by a line '---'");
        }

        var settings = YamlReader.Read(lines.RemoveRange(close, lines.Length - close).RemoveRange(0, open + 1), open + 1);
        var body = string.Join("\n", lines.Skip(close + 1));
        if (settings is not YamlMapping front)
        {
            return new PromptDocument(body, TemplateFormat.Liquid, ResponseFormat: null, ShowsSettings: settings == YamlNode.Empty);
        }

        var (format, isSeen) = FormatIn(front["model"] is { } model ? new[] { model } : Array.Empty<YamlNode>());

        // A base prompt brings its own settings along.
        return new PromptDocument(body, LanguageOf(front["template"]), format, isSeen && front.IsWhole && front["base"] is null);
    }

    /// <summary>Reads a mapping whose "template" is the prompt template.</summary>
    /// <param name="isSurely">The text is used as a prompt; otherwise it has to look like one.</param>
    public static PromptDocument? ReadYaml(ImmutableArray<string> lines, bool isSurely)
    {
        if (!isSurely && !LooksLikePrompt(lines))
        {
            return null;
        }

        if (YamlReader.Read(lines) is not YamlMapping prompt || prompt["template"] is not { } template)
        {
            return null;
        }

        var services = prompt["execution_settings"] switch
        {
            YamlMapping { IsWhole: true } settings => settings.Entries.Select(static e => e.Value),
            null => Array.Empty<YamlNode>(),
            var other => new[] { other == YamlNode.Empty ? YamlNode.Empty : YamlNode.Unread },
        };
        var (format, isSeen) = FormatIn(services);
        var language = prompt["template_format"] is { } named ? LanguageOf(named) : TemplateFormat.SemanticKernel;
        return new PromptDocument((template as YamlScalar)?.Text, language, format, isSeen && prompt.IsWhole)
        {
            Unencoded = prompt["input_variables"] is YamlSequence { Items: var variables }
                ? variables
                    .OfType<YamlMapping>()
                    .Where(IsExempt)
                    .Select(static v => (v["name"] as YamlScalar)?.Text)
                    .OfType<string>()
                    .ToImmutableArray()
                : ImmutableArray<string>.Empty,
            IsUnencoded = IsExempt(prompt),
        };
    }

    private static bool IsExempt(YamlMapping settings) =>
        settings[Exemption] is YamlScalar { Text: var text } && string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    /// <summary>The languages by their names; null for one that is not known.</summary>
    public static TemplateFormat? LanguageNamed(string name) =>
        name.Trim().ToLowerInvariant() switch
        {
            "semantic-kernel" => TemplateFormat.SemanticKernel,
            "handlebars" or "mustache" => TemplateFormat.Handlebars,
            "liquid" or "jinja2" or "jinja" => TemplateFormat.Liquid,
            _ => null,
        };

    private static bool IsFence(string line) => line.TrimEnd() is "---" or "+++";

    private static bool LooksLikePrompt(ImmutableArray<string> lines) => HasKey(lines, "template") && PromptKeys.Any(k => HasKey(lines, k));

    private static bool HasKey(ImmutableArray<string> lines, string key) =>
        lines.Any(l => l.StartsWith(key + ":", StringComparison.Ordinal));

    /// <summary>The language that a Prompty file names, in one of the ways that its versions have; Liquid where it names none.</summary>
    private static TemplateFormat? LanguageOf(YamlNode? template) =>
        template switch
        {
            null => TemplateFormat.Liquid,
            YamlScalar { Text.Length: 0 } => TemplateFormat.Liquid,
            YamlScalar { Text: var name } => LanguageNamed(name),
            YamlMapping parts => LanguageOf(parts["format", "type", "kind"]),
            _ => null,
        };

    /// <summary>The strongest response format among settings, at any depth of them, and whether all of it could be seen.</summary>
    private static (FormatStrength? Format, bool IsSeen) FormatIn(IEnumerable<YamlNode> settings)
    {
        FormatStrength? strongest = null;
        var isSeen = true;
        var pending = new Stack<YamlNode>(settings);
        while (pending.Count > 0)
        {
            var node = pending.Pop();
            isSeen &= node is not (YamlUnread or YamlMapping { IsWhole: false }) && !IsReference(node);
            if (node is not YamlMapping mapping)
            {
                continue;
            }

            foreach (var (key, value) in mapping.Entries)
            {
                if (!YamlMapping.IsSame(key, "response_format"))
                {
                    pending.Push(value);
                }
                else if (StrengthOf(value) is not { } strength)
                {
                    isSeen = false;
                }
                else if (strongest is null || strength > strongest)
                {
                    strongest = strength;
                }
            }
        }

        return (strongest, isSeen);
    }

    private static FormatStrength? StrengthOf(YamlNode format) =>
        format switch
        {
            YamlScalar { Text: "json_schema" } => FormatStrength.Schema,
            YamlScalar { Text: "json_object" } => FormatStrength.JsonMode,
            YamlScalar { Text: "text" or "" } => FormatStrength.Text,
            YamlMapping { IsWhole: true } parts => parts["type"] is YamlScalar type ? StrengthOf(type) : null,
            _ => null,
        };

    /// <summary><c>${file:model.json}</c>: the value stands elsewhere.</summary>
    private static bool IsReference(YamlNode node) =>
        node is YamlScalar { Text: var text } && text.StartsWith("${file:", StringComparison.Ordinal);
}
