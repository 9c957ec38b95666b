using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace RagAnalyzers.Text.Json;

/// <summary>
/// Reads JSON as RFC 8259 has it (no comments, no trailing commas) and keeps the positions. A text goes in, its value comes out, or a
/// <see cref="JsonTextException"/>. Written by hand because an analyzer may bring no library along.
/// </summary>
internal sealed class JsonTextReader
{
    // Deeper than any schema that a service takes, and shallow enough for the stack.
    private const int MaximumDepth = 64;

    private readonly string _text;
    private int _at;
    private int _depth;

    private JsonTextReader(string text) => _text = text;

    /// <exception cref="JsonTextException">The text is not JSON.</exception>
    public static JsonTextValue Read(string text)
    {
        var reader = new JsonTextReader(text);
        reader.SkipSpace();
        var value = reader.Value();
        reader.SkipSpace();
        return reader._at == text.Length ? value : throw reader.Error($"something follows the end of the JSON: {reader.Shown()}");
    }

    private JsonTextValue Value()
    {
        if (_at == _text.Length)
        {
            throw Error("it ends where a value should stand");
        }

        switch (_text[_at])
        {
            case '{':
                return Nested(Object);
            case '[':
                return Nested(Array);
            case '"':
                var start = _at;
                var content = String();
                return new JsonTextValue(JsonTextKind.String, start, _at) { Text = content };
            case 't':
                return Word("true", JsonTextKind.True);
            case 'f':
                return Word("false", JsonTextKind.False);
            case 'n':
                return Word("null", JsonTextKind.Null);
            case '-' or (>= '0' and <= '9'):
                return Number();
            default:
                throw Error($"{Shown()} stands where a value should");
        }
    }

    private JsonTextValue Nested(System.Func<JsonTextValue> read)
    {
        if (++_depth > MaximumDepth)
        {
            throw Error("it is nested too deeply");
        }

        var value = read();
        _depth--;
        return value;
    }

    private JsonTextValue Object()
    {
        var start = _at++;
        var properties = ImmutableArray.CreateBuilder<JsonTextProperty>();
        SkipSpace();
        if (!Take('}'))
        {
            do
            {
                SkipSpace();
                var nameStart = _at;
                if (_at == _text.Length || _text[_at] != '"')
                {
                    throw Error(_at == _text.Length ? "it ends inside an object" : $"{Shown()} stands where a property's name should");
                }

                var name = String();
                SkipSpace();
                if (!Take(':'))
                {
                    throw Error($"the property \"{name}\" has no ':'");
                }

                SkipSpace();
                properties.Add(new JsonTextProperty(name, nameStart, Value()));
                SkipSpace();
            } while (Take(','));
            if (!Take('}'))
            {
                throw Error(_at == _text.Length ? "it ends inside an object" : $"{Shown()} stands where ',' or '}}' should");
            }
        }

        return new JsonTextValue(JsonTextKind.Object, start, _at) { Properties = properties.ToImmutable() };
    }

    private JsonTextValue Array()
    {
        var start = _at++;
        var items = ImmutableArray.CreateBuilder<JsonTextValue>();
        SkipSpace();
        if (!Take(']'))
        {
            do
            {
                SkipSpace();
                items.Add(Value());
                SkipSpace();
            } while (Take(','));
            if (!Take(']'))
            {
                throw Error(_at == _text.Length ? "it ends inside an array" : $"{Shown()} stands where ',' or ']' should");
            }
        }

        return new JsonTextValue(JsonTextKind.Array, start, _at) { Items = items.ToImmutable() };
    }

    private string String()
    {
        var content = new StringBuilder();
        for (_at++; _at < _text.Length; _at++)
        {
            var c = _text[_at];
            switch (c)
            {
                case '"':
                    _at++;
                    return content.ToString();
                case '\\':
                    content.Append(Escaped());
                    break;
                case < ' ':
                    throw Error("a string holds a line break or another control character");
                default:
                    content.Append(c);
                    break;
            }
        }

        throw Error("a string has no closing quote");
    }

    private char Escaped()
    {
        _at++;
        switch (_at < _text.Length ? _text[_at] : '\0')
        {
            case '"' or '\\' or '/':
                return _text[_at];
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'u'
                when _at + 4 < _text.Length
                    && ushort.TryParse(
                        _text.Substring(_at + 1, 4),
                        NumberStyles.AllowHexSpecifier,
                        CultureInfo.InvariantCulture,
                        out var code
                    ):
                _at += 4;
                return (char)code;
            default:
                throw Error("a string holds an escape that JSON does not know");
        }
    }

    private JsonTextValue Number()
    {
        var start = _at;
        Take('-');
        if (!Take('0') && !Digits())
        {
            throw Error("a number has no digits");
        }

        if (Take('.') && !Digits())
        {
            throw Error("a number has no digits behind its point");
        }

        if (Take('e') || Take('E'))
        {
            _ = Take('+') || Take('-');
            if (!Digits())
            {
                throw Error("a number has no digits in its exponent");
            }
        }

        return new JsonTextValue(JsonTextKind.Number, start, _at);
    }

    private bool Digits()
    {
        var start = _at;
        while (_at < _text.Length && _text[_at] is >= '0' and <= '9')
        {
            _at++;
        }

        return _at > start;
    }

    private JsonTextValue Word(string word, JsonTextKind kind)
    {
        if (string.CompareOrdinal(_text, _at, word, 0, word.Length) != 0)
        {
            throw Error($"{Shown()} stands where a value should");
        }

        var start = _at;
        _at += word.Length;
        return new JsonTextValue(kind, start, _at);
    }

    private bool Take(char c)
    {
        if (_at == _text.Length || _text[_at] != c)
        {
            return false;
        }

        _at++;
        return true;
    }

    private void SkipSpace()
    {
        while (_at < _text.Length && _text[_at] is (' ' or '\t' or '\n' or '\r'))
        {
            _at++;
        }
    }

    private string Shown() => _text[_at] is '\'' ? "a single quote" : $"'{_text[_at]}'";

    private JsonTextException Error(string message) => new(message, _at);
}
