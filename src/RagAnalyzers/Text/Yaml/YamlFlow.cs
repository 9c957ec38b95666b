using System;
using System.Collections.Immutable;
using System.Text;

namespace RagAnalyzers.Text.Yaml;

/// <summary>Reads quoted texts and collections in braces or brackets, which may go on over several lines.</summary>
internal sealed class YamlFlow
{
    private const int MaximumDepth = 64;

    private readonly YamlLines _lines;
    private readonly int _startLine;
    private readonly char _opening;
    private int _column;
    private int _depth;

    public YamlFlow(YamlLines lines, int column)
    {
        _lines = lines;
        _startLine = lines.At;
        _column = column;
        _opening = Current;
    }

    /// <summary>What was read is the name of a value.</summary>
    public bool IsName => Rest.StartsWith(":", StringComparison.Ordinal);

    private string Rest => _lines.Current.Substring(_column).Trim();

    private char Current => _column < _lines.Current.Length ? _lines.Current[_column] : '\n';

    /// <summary>Goes on to the next line; nothing may be left on this one.</summary>
    public void End()
    {
        if (Rest.Length > 0 && Rest[0] != '#')
        {
            throw _lines.Error(
                $"there is text after the closing {(_opening is '"' or '\'' ? "quote" : _opening == '{' ? "brace" : "bracket")}; put the whole value in quotes"
            );
        }

        _lines.At++;
    }

    public YamlNode Read()
    {
        if (_depth > MaximumDepth)
        {
            throw _lines.ErrorAt(_startLine, "the value is nested too deeply");
        }

        switch (Current)
        {
            case '{':
                return ReadMapping();
            case '[':
                return ReadSequence();
            case '"' or '\'':
                return ReadQuoted();
            default:
                return ReadPlain();
        }
    }

    private YamlNode ReadMapping()
    {
        var entries = ImmutableArray.CreateBuilder<(string, YamlNode)>();
        var isWhole = true;
        _depth++;
        for (Step(); Skip() != '}'; )
        {
            var key = Read();
            YamlNode value = YamlNode.Empty;
            if (Skip() == ':')
            {
                Step();
                value = Skip() is ',' or '}' ? YamlNode.Empty : Read();
            }

            if (key is YamlScalar { Text: not "<<" and var name })
            {
                entries.Add((name, value));
            }
            else
            {
                isWhole = false;
            }

            Separate('}');
        }

        Step();
        _depth--;
        return new YamlMapping(entries.ToImmutable(), isWhole);
    }

    private YamlNode ReadSequence()
    {
        var items = ImmutableArray.CreateBuilder<YamlNode>();
        _depth++;
        for (Step(); Skip() != ']'; )
        {
            var item = Read();
            if (Skip() == ':')
            {
                // A mapping of one entry without braces.
                Step();
                Skip();
                Read();
                item = YamlNode.Unread;
            }

            items.Add(item);
            Separate(']');
        }

        Step();
        _depth--;
        return new YamlSequence(items.ToImmutable());
    }

    private void Separate(char close)
    {
        var next = Skip();
        if (next == ',')
        {
            Step();
        }
        else if (next != close)
        {
            throw _lines.Error($"a comma or '{close}' is expected");
        }
    }

    private YamlNode ReadQuoted()
    {
        var quote = Current;
        var text = new StringBuilder();
        for (Step(); ; Step())
        {
            if (_lines.IsAtEnd)
            {
                throw _lines.ErrorAt(_startLine, "a quote is not closed");
            }

            if (Current == quote)
            {
                Step();
                if (quote != '\'' || Current != '\'')
                {
                    return new YamlScalar(text.ToString());
                }
            }
            else if (Current == '\\' && quote == '"')
            {
                Step();
                text.Append(
                    Current switch
                    {
                        'n' => '\n',
                        't' => '\t',
                        var other => other,
                    }
                );
                continue;
            }

            text.Append(Current == '\n' ? ' ' : Current);
        }
    }

    private YamlNode ReadPlain()
    {
        var start = _column;
        while (
            Current is not ('\n' or ',' or '{' or '}' or '[' or ']')
            && !(Current == ':' && IsEndOfKey())
            && !(Current == '#' && _column > 0 && _lines.Current[_column - 1] == ' ')
        )
        {
            _column++;
        }

        if (_column == start)
        {
            throw _lines.Error($"'{Current}' is not expected");
        }

        var text = _lines.Current.Substring(start, _column - start).Trim();
        return text[0] == '*' ? YamlNode.Unread : new YamlScalar(text);
    }

    private bool IsEndOfKey() => _column + 1 >= _lines.Current.Length || _lines.Current[_column + 1] is ' ' or '\t' or ',' or '}' or ']';

    /// <summary>Passes over white space, line ends and comments, and answers what comes then.</summary>
    private char Skip()
    {
        while (!_lines.IsAtEnd)
        {
            if (Current is not (' ' or '\t' or '\n' or '#'))
            {
                return Current;
            }

            if (Current == '#')
            {
                _column = _lines.Current.Length;
            }

            Step();
        }

        throw _lines.ErrorAt(_startLine, "a brace or bracket is not closed");
    }

    private void Step()
    {
        if (++_column > _lines.Current.Length)
        {
            _lines.At++;
            _column = 0;
        }
    }
}
