using System;
using System.Linq;

namespace RagAnalyzers.Text.Templates;

/// <summary>
/// Reads <see cref="TemplateFormat.Liquid"/> templates: <c>{{ variable.member | filter }}</c>, loops, assignments. Liquid calls no
/// functions of the kernel; Jinja's calls and macros count as hidden.
/// </summary>
internal sealed class LiquidTemplate
{
    private readonly TemplateVariables _variables = new();

    public PromptTemplate Parse(string text)
    {
        var at = 0;
        while (at < text.Length && text.IndexOf('{', at) is var brace and >= 0 && brace + 1 < text.Length)
        {
            var isTag = text[brace + 1] == '%';
            if (!isTag && text[brace + 1] != '{')
            {
                at =
                    brace
                    + (
                        text[brace + 1] == '#' && text.IndexOf("#}", brace, StringComparison.Ordinal) is var comment and >= 0
                            ? comment + 2 - brace
                            : 1
                    );
                continue;
            }

            var end = text.IndexOf(isTag ? "%}" : "}}", brace + 2, StringComparison.Ordinal);
            if (end < 0)
            {
                break;
            }

            var inside = text.Substring(brace + 2, end - brace - 2).Trim('-', '~', ' ', '\t', '\r', '\n');
            at = end + 2;
            if (isTag)
            {
                at = ReadTag(inside, text, at);
            }
            else
            {
                ReadOutput(inside, _variables.Render);
            }
        }

        return _variables.ToTemplate();
    }

    /// <summary>Reads a tag, and answers where the text goes on.</summary>
    private int ReadTag(string tag, string text, int next)
    {
        var words = TemplateTokens.Split(tag, ' ');
        switch (words.FirstOrDefault())
        {
            case "comment" or "raw":
                var close = text.IndexOf("end" + words[0], next, StringComparison.Ordinal);
                return close < 0 ? text.Length : close;
            case "for" or "tablerow" when words.Count >= 4 && words[2] == "in":
                if (TemplateTokens.HeadOf(words[3]) is { } collection)
                {
                    _variables.Give(words[1].TrimEnd(','), collection);
                }
                else
                {
                    _variables.Hide();
                }

                break;
            case "assign" or "set" when tag.IndexOf('=') is var equals and > 0:
                var name = tag.Substring(words[0].Length, equals - words[0].Length).Trim();
                ReadOutput(tag.Substring(equals + 1), source => _variables.Give(name, source));
                break;
            case "include"
            or "render"
            or "import"
            or "from"
            or "extends"
            or "macro"
            or "call"
            or "layout"
            or "capture"
            or "for"
            or "assign"
            or "set":
                _variables.Hide();
                break;
        }

        return next;
    }

    private void ReadOutput(string expression, Action<string> use)
    {
        var pipeline = TemplateTokens.Split(expression, '|');
        foreach (var value in pipeline.Take(1))
        {
            Use(value, use);
        }

        foreach (var filter in pipeline.Skip(1))
        {
            var colon = filter.IndexOf(':');
            if (colon < 0)
            {
                continue;
            }

            // What these filters are given becomes part of the output; what other filters are given says how to make it.
            if (filter.Substring(0, colon).Trim() is "append" or "prepend" or "default" or "concat")
            {
                Use(filter.Substring(colon + 1).Trim(), use);
            }
        }
    }

    private void Use(string value, Action<string> use)
    {
        if (TemplateTokens.HeadOf(value) is { } name && !TemplateTokens.IsLiteral(value))
        {
            use(name);
        }
        else if (!TemplateTokens.IsLiteral(value))
        {
            _variables.Hide();
        }
    }
}
