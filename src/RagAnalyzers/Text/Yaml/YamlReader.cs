using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;

namespace RagAnalyzers.Text.Yaml;

/// <summary>
/// Reads the YAML that prompts are written in: mappings, lists, plain, quoted, literal and folded texts, and flow collections.
/// What goes beyond that is <see cref="YamlNode.Unread"/>. What no YAML reader would take is a <see cref="YamlException"/>.
/// </summary>
internal sealed class YamlReader
{
    // Prompts are shallow; a file made to exhaust the stack is not read.
    private const int MaximumDepth = 64;

    private readonly YamlLines _lines;
    private int _depth;

    private YamlReader(YamlLines lines) => _lines = lines;

    /// <param name="firstLine">The number of the first line in its file, counted from 0.</param>
    public static YamlNode Read(ImmutableArray<string> lines, int firstLine = 0)
    {
        var reader = new YamlReader(new YamlLines(lines, firstLine));
        reader._lines.At = lines.TakeWhile(static l => YamlLines.IsBlank(l) || l[0] is '#' or '%' || l.TrimEnd() == "---").Count();
        if (!reader._lines.Skip())
        {
            return YamlNode.Empty;
        }

        var node = reader.ReadBlock(reader._lines.Indent, parent: -1);
        if (reader._lines.Skip())
        {
            throw reader._lines.Error("the line is indented unlike the lines before it");
        }

        return node;
    }

    /// <summary>Reads the value that starts at the current line.</summary>
    /// <param name="parent">The indentation of what the value belongs to.</param>
    private YamlNode ReadBlock(int indent, int parent)
    {
        if (++_depth > MaximumDepth)
        {
            _lines.At = int.MaxValue / 2;
            return YamlNode.Unread;
        }

        var text = _lines.Current.Substring(indent);
        var node =
            IsItem(text) ? ReadSequence(indent)
            : text.StartsWith("? ", StringComparison.Ordinal) ? Pass(indent)
            : KeyIn(text) is not null ? ReadMapping(indent)
            : ReadValue(text, parent, start: indent);
        _depth--;
        return node;
    }

    private YamlNode ReadSequence(int indent)
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        while (_lines.Skip() && _lines.Indent == indent && IsItem(_lines.Current.Substring(indent)))
        {
            _lines.Blank(indent + 1);
            items.Add(
                YamlLines.IsBlank(_lines.Current) || _lines.Current.TrimStart()[0] == '#'
                    ? ReadNested(indent)
                    : ReadBlock(_lines.Indent, indent)
            );
        }

        return new YamlSequence(items.ToImmutable());
    }

    private YamlNode ReadMapping(int indent)
    {
        var entries = ImmutableArray.CreateBuilder<(string, YamlNode)>();
        var isWhole = true;
        while (_lines.Skip() && _lines.Indent >= indent)
        {
            var text = _lines.Current.Substring(indent);
            if (_lines.Indent > indent)
            {
                throw _lines.Error("the line is indented unlike the lines before it");
            }

            if (IsItem(text))
            {
                break;
            }

            if (text.StartsWith("? ", StringComparison.Ordinal))
            {
                return Pass(indent);
            }

            if (KeyIn(text) is not { } key)
            {
                throw _lines.Error("a name and a colon are expected");
            }

            var value = ReadValue(text.Substring(key.Length), indent);
            if (key.Name == "<<")
            {
                isWhole = false;
            }
            else
            {
                entries.Add((key.Name, value));
            }
        }

        return new YamlMapping(entries.ToImmutable(), isWhole);
    }

    /// <summary>
    /// Reads the value that begins with <paramref name="rest"/> on the current line and may go on on lines indented deeper than
    /// <paramref name="indent"/>.
    /// </summary>
    /// <param name="start">The indentation of the line, when the value is the first on it; it may turn out to be a name then.</param>
    private YamlNode ReadValue(string rest, int indent, int? start = null)
    {
        var text = rest.Trim();
        while (text.Length > 0 && text[0] is '!' or '&')
        {
            // A tag says the type, an anchor gives a name; neither changes the text.
            var end = text.IndexOf(' ');
            text = end < 0 ? string.Empty : text.Substring(end).TrimStart();
        }

        if (text.Length == 0 || text[0] == '#')
        {
            return ReadNested(indent);
        }

        switch (text[0])
        {
            case '*':
                _lines.At++;
                return YamlNode.Unread;
            case '|' or '>':
                return ReadBlockText(text, indent);
            case '{' or '[' or '"' or '\'':
                var flow = new YamlFlow(_lines, _lines.Current.Length - rest.TrimStart().Length + (rest.Trim().Length - text.Length));
                var value = flow.Read();
                if (start is { } column && flow.IsName)
                {
                    return Pass(column);
                }

                flow.End();
                return value;
            case '@' or '`' or '%':
                throw _lines.Error($"a value cannot start with '{text[0]}'; put it in quotes");
            default:
                return ReadPlain(text, indent);
        }
    }

    /// <summary>The value of a name or a dash after which the line ends.</summary>
    private YamlNode ReadNested(int indent)
    {
        _lines.At++;
        if (!_lines.Skip())
        {
            return YamlNode.Empty;
        }

        // The items of a list may stand right under the name of the list.
        return _lines.Indent > indent || (_lines.Indent == indent && IsItem(_lines.Current.Substring(indent)))
            ? ReadBlock(_lines.Indent, indent)
            : YamlNode.Empty;
    }

    private YamlNode ReadPlain(string first, int indent)
    {
        var pieces = new List<string> { PlainIn(first) };
        var isEnded = pieces[0].Length < first.TrimEnd().Length;
        for (_lines.At++; !isEnded && !_lines.IsAtEnd; _lines.At++)
        {
            var line = _lines.Current;
            if (YamlLines.IsBlank(line))
            {
                continue;
            }

            if (YamlLines.IndentOf(line) <= indent || line.TrimStart()[0] == '#')
            {
                break;
            }

            var text = line.Trim();
            pieces.Add(PlainIn(text));
            isEnded = pieces[pieces.Count - 1].Length < text.Length;
        }

        return new YamlScalar(string.Join(" ", pieces));
    }

    /// <summary>The plain text without the comment after it.</summary>
    private string PlainIn(string text)
    {
        var comment = text.IndexOf(" #", StringComparison.Ordinal);
        var plain = (comment < 0 ? text : text.Substring(0, comment)).TrimEnd();
        if (plain.IndexOf(": ", StringComparison.Ordinal) >= 0 || plain.EndsWith(":", StringComparison.Ordinal))
        {
            throw _lines.Error("a second colon on the line; put the value in quotes");
        }

        return plain;
    }

    /// <param name="header">How the text is to be read: literally (|) or folded (>), and perhaps how far it is indented.</param>
    private YamlNode ReadBlockText(string header, int indent)
    {
        var text = new StringBuilder();
        var isFolded = header[0] == '>';
        var margin = header.Skip(1).Take(2).FirstOrDefault(char.IsDigit) is var digit and not '\0'
            ? Math.Max(indent, 0) + (digit - '0')
            : -1;
        for (_lines.At++; !_lines.IsAtEnd; _lines.At++)
        {
            var line = _lines.Current;
            if (!YamlLines.IsBlank(line))
            {
                if (YamlLines.IndentOf(line) <= indent || YamlLines.IndentOf(line) < margin)
                {
                    break;
                }

                margin = margin < 0 ? YamlLines.IndentOf(line) : margin;
            }

            text.Append(YamlLines.IsBlank(line) ? string.Empty : line.Substring(margin))
                .Append(isFolded && !YamlLines.IsBlank(line) ? ' ' : '\n');
        }

        return new YamlScalar(text.ToString().TrimEnd());
    }

    /// <summary>Passes over everything down to a line that is indented less.</summary>
    private YamlNode Pass(int indent)
    {
        while (_lines.Skip() && _lines.Indent >= indent)
        {
            _lines.At++;
        }

        return YamlNode.Unread;
    }

    private static bool IsItem(string text) =>
        text == "-" || text.StartsWith("- ", StringComparison.Ordinal) || text.StartsWith("-\t", StringComparison.Ordinal);

    /// <summary>The name that a line starts with, and how many characters it takes with its colon.</summary>
    private static (string Name, int Length)? KeyIn(string text)
    {
        var end =
            text.Length == 0 ? -1
            : text[0] is '"' or '\'' ? text.IndexOf(text[0], 1) + 1
            : text[0] is '{' or '[' or '#' or '|' or '>' or '@' or '`' ? -1
            : 0;
        if (end < 0)
        {
            return null;
        }

        var colon = end;
        while ((colon = text.IndexOf(':', colon)) >= 0 && colon + 1 < text.Length && !char.IsWhiteSpace(text[colon + 1]))
        {
            colon++;
        }

        if (
            colon < 0
            || (end > 0 && text.Substring(end, colon - end).Trim().Length > 0)
            || text.IndexOf(" #", StringComparison.Ordinal) is var comment and >= 0 && comment < colon
        )
        {
            return null;
        }

        return (text.Substring(0, colon).Trim().Trim('"', '\''), colon + 1);
    }
}
