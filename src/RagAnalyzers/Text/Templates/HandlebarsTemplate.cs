using System;
using System.Collections.Generic;
using System.Linq;

namespace RagAnalyzers.Text.Templates;

/// <summary>
/// Reads <see cref="TemplateFormat.Handlebars"/> templates: <c>{{name}}</c>, <c>{{{name}}}</c>, blocks, and the helpers that
/// Semantic Kernel adds. Any other helper with arguments is a function of the kernel, whose output cannot be seen.
/// </summary>
internal sealed class HandlebarsTemplate
{
    private readonly TemplateVariables _variables = new();

    // The values that the open blocks iterate over or enter, and null for blocks that only decide or wrap.
    private readonly Stack<string?> _blocks = new();

    public PromptTemplate Parse(string text)
    {
        var at = 0;
        while (text.IndexOf("{{", at, StringComparison.Ordinal) is var open and >= 0)
        {
            if (open > 0 && text[open - 1] == '\\')
            {
                at = open + 2;
                continue;
            }

            if (At(text, open, "{{{{"))
            {
                _variables.Hide();
            }

            var (start, close) =
                At(text, open, "{{{") ? (open + 3, "}}}")
                : At(text, open, "{{!--") || At(text, open, "{{~!--") ? (open, "--")
                : (open + 2, "}}");
            var end = text.IndexOf(
                close,
                close == "--" ? text.IndexOf("--", open, StringComparison.Ordinal) + 2 : start,
                StringComparison.Ordinal
            );
            if (end < 0)
            {
                break;
            }

            at = end + close.Length;
            if (close != "--")
            {
                ReadTag(text.Substring(start, end - start).Trim().Trim('~').Trim());
            }
        }

        return _variables.ToTemplate();
    }

    private static bool At(string text, int at, string what) => string.CompareOrdinal(text, at, what, 0, what.Length) == 0;

    private void ReadTag(string tag)
    {
        if (tag.Length == 0 || tag[0] is '!' or '^' || tag == "else" || tag.StartsWith("else ", StringComparison.Ordinal))
        {
            return;
        }

        switch (tag[0])
        {
            case '/':
                if (_blocks.Count > 0)
                {
                    _blocks.Pop();
                }

                break;
            case '>' or '*':
                _variables.Hide();
                break;
            case '#':
                Open(TemplateTokens.Split(tag.TrimStart('#', '>', '*').Trim(), ' '));
                break;
            default:
                Render(TemplateTokens.Split(tag.TrimStart('&').Trim(), ' '));
                break;
        }
    }

    private void Open(List<string> words)
    {
        string? entered = null;
        switch (words.FirstOrDefault())
        {
            case "each" or "with" when words.Count > 1:
                entered = HeadOf(words[1]);
                if (words[1][0] == '(')
                {
                    _variables.Call(FunctionNamed(TemplateTokens.Split(words[1].Trim('(', ')'), ' ').FirstOrDefault() ?? ""));
                }
                else if (entered is null && !IsContext(words[1]))
                {
                    _variables.Hide();
                }

                var named = words.IndexOf("as");
                if (named > 0 && entered is not null)
                {
                    foreach (var name in words.Skip(named + 1).SelectMany(static w => w.Split('|')).Where(static n => n.Length > 0).Take(1))
                    {
                        _variables.Give(name, entered);
                    }
                }

                break;
            case "if" or "unless" or "message" or "raw":
                break;
            default:
                // Mustache enters a value by its name alone; anything else is a helper.
                if (words.Count == 1)
                {
                    entered = HeadOf(words[0]);
                }
                else
                {
                    _variables.Hide();
                }

                break;
        }

        _blocks.Push(entered);
    }

    private void Render(List<string> words)
    {
        if (words.Count == 0)
        {
            return;
        }

        if (words.Count == 1)
        {
            Use(words[0]);
            return;
        }

        switch (words[0])
        {
            case "json" or "concat" or "or" or "array" or "lookup":
                foreach (var argument in words.Skip(1))
                {
                    Use(argument);
                }

                break;
            case "set":
                ReadSet(words);
                break;
            case "equals" or "range" or "add" or "subtract" or "log":
                break;
            default:
                _variables.Call(FunctionNamed(words[0]));
                break;
        }
    }

    private void ReadSet(List<string> words)
    {
        var given = words.Skip(1).Select(static w => w.Substring(w.IndexOf('=') + 1)).ToList();
        if (given.Count == 2 && HeadOf(given[1]) is { } source)
        {
            _variables.Give(given[0].Trim('"', '\''), source);
        }
        else if (given.Count != 2 || !TemplateTokens.IsLiteral(given[1]))
        {
            _variables.Hide();
        }
    }

    /// <summary>A value in the output.</summary>
    private void Use(string value)
    {
        if (value[0] == '(')
        {
            Render(TemplateTokens.Split(value.Trim('(', ')'), ' '));
            return;
        }

        if (TemplateTokens.IsLiteral(value) || (value[0] == '@' && !value.StartsWith("@root.", StringComparison.Ordinal)))
        {
            return;
        }

        var name = HeadOf(value);

        if ((name is null && !IsContext(value)) || (name is not null && name.Contains('-')))
        {
            _variables.Call(FunctionNamed(value));
        }
        else if (name is not null)
        {
            _variables.Render(name);
        }

        // In a block, a name is looked up in what the block has entered.
        foreach (var entered in _blocks.OfType<string>())
        {
            _variables.Render(entered);
        }
    }

    private static string? HeadOf(string path)
    {
        var rest = path;
        while (rest.StartsWith("../", StringComparison.Ordinal) || rest.StartsWith("./", StringComparison.Ordinal))
        {
            rest = rest.Substring(rest.IndexOf('/') + 1);
        }

        foreach (var context in new[] { "this.", "this/", "@root." })
        {
            if (rest.StartsWith(context, StringComparison.Ordinal))
            {
                rest = rest.Substring(context.Length);
            }
        }

        return IsContext(rest) ? null : TemplateTokens.HeadOf(rest);
    }

    /// <summary>Functions of the kernel are named plugin-function; anything else is a helper.</summary>
    private static TemplateFunction? FunctionNamed(string name) =>
        TemplateFunction.Parse(name, '-') is { Plugin: not null } named ? named : null;

    private static bool IsContext(string path) => path is "this" or "." or "..";
}
