using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>One string literal, and where each character of its text stands in the source.</summary>
internal sealed class LiteralPiece
{
    private readonly int _start;
    private readonly LiteralStyle _style;
    private readonly string _indent;

    // The source position of each character and, last, of the end of the text.
    private readonly List<int> _positions;

    private LiteralPiece(string value, int start, LiteralStyle style, string indent, List<int> positions)
    {
        Value = value;
        _start = start;
        _style = style;
        _indent = indent;
        _positions = positions;
    }

    private enum LiteralStyle
    {
        Regular,
        Verbatim,
        Raw,
    }

    public string Value { get; }

    /// <summary>Reads a literal token, or returns null when it cannot be mapped.</summary>
    /// <param name="start">Where the piece begins in the whole text.</param>
    public static LiteralPiece? Read(SyntaxToken token, int start)
    {
        var source = token.Text;
        var positions = new List<int>();
        var value = new StringBuilder();
        var indent = "";
        LiteralStyle style;
        switch (token.Kind())
        {
            case SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken when source[0] == '@':
                style = LiteralStyle.Verbatim;
                ReadVerbatim(source, value, positions);
                break;
            case SyntaxKind.StringLiteralToken or SyntaxKind.Utf8StringLiteralToken:
                style = LiteralStyle.Regular;
                ReadRegular(source, value, positions);
                break;
            case SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken:
                style = LiteralStyle.Raw;
                ReadRaw(source, value, positions);
                break;
            case SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken:
                style = LiteralStyle.Raw;
                indent = ReadRawLines(source, value, positions);
                break;
            default:
                return null;
        }

        var inTree = positions.Select(position => position + token.SpanStart).ToList();
        return value.ToString() == token.ValueText && positions.Count == value.Length + 1
            ? new LiteralPiece(token.ValueText, start, style, indent, inTree)
            : null;
    }

    /// <summary>The edit falls into this literal; one between two belongs to the one before.</summary>
    public bool Holds(JsonTextEdit edit) => edit.Start >= _start && edit.Start + edit.Length <= _start + Value.Length;

    /// <summary>The edit as one of the source.</summary>
    /// <param name="origin">Where the edited source begins in the tree.</param>
    public JsonTextEdit InSource(JsonTextEdit edit, int origin)
    {
        var first = _positions[edit.Start - _start];
        var end = _positions[edit.Start - _start + edit.Length];
        return new JsonTextEdit(first - origin, end - first, Written(edit.Replacement));
    }

    private string Written(string text) =>
        _style switch
        {
            LiteralStyle.Raw => text.Replace("\n", "\n" + _indent),
            LiteralStyle.Verbatim => text.Replace("\"", "\"\""),
            _ => text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t"),
        };

    private static void ReadVerbatim(string source, StringBuilder value, List<int> positions)
    {
        for (var i = 2; i < source.Length; i++)
        {
            positions.Add(i);
            if (source[i] == '"')
            {
                // Two quotes are one, and one is the end.
                i++;
                if (i == source.Length || source[i] != '"')
                {
                    return;
                }
            }

            value.Append(source[i]);
        }
    }

    private static void ReadRegular(string source, StringBuilder value, List<int> positions)
    {
        for (var i = 1; i < source.Length; i++)
        {
            positions.Add(i);
            if (source[i] == '"')
            {
                return;
            }

            if (source[i] != '\\' || i + 1 == source.Length)
            {
                value.Append(source[i]);
                continue;
            }

            i++;
            switch (source[i])
            {
                case 'u'
                    when i + 4 < source.Length
                        && ushort.TryParse(
                            source.Substring(i + 1, 4),
                            NumberStyles.AllowHexSpecifier,
                            CultureInfo.InvariantCulture,
                            out var code
                        ):
                    value.Append((char)code);
                    i += 4;
                    break;
                case 'n' or 'r' or 't' or '0' or 'b' or 'f':
                    value.Append(
                        source[i] switch
                        {
                            'n' => '\n',
                            'r' => '\r',
                            't' => '\t',
                            'b' => '\b',
                            'f' => '\f',
                            _ => '\0',
                        }
                    );
                    break;
                default:
                    // Whatever else there is, the value will not be the token's, and the literal is left alone.
                    value.Append(source[i]);
                    break;
            }
        }
    }

    private static void ReadRaw(string source, StringBuilder value, List<int> positions)
    {
        var quotes = source.TakeWhile(c => c == '"').Count();
        var end = source.LastIndexOf('"') + 1 - quotes;
        for (var i = quotes; i < end; i++)
        {
            positions.Add(i);
            value.Append(source[i]);
        }

        positions.Add(end);
    }

    /// <summary>A raw literal on several lines: the white space before the closing quotes is no part of any line.</summary>
    private static string ReadRawLines(string source, StringBuilder value, List<int> positions)
    {
        var lastQuote = source.LastIndexOf('"');
        var lastLine = source.LastIndexOf('\n', lastQuote) + 1;
        var indent = new string(source.Substring(lastLine).TakeWhile(c => c is ' ' or '\t').ToArray());

        // The line break before the closing quotes is no part of the text.
        var end = lastLine - (lastLine >= 2 && source[lastLine - 2] == '\r' ? 2 : 1);
        var at = source.IndexOf('\n') + 1;
        while (at <= end)
        {
            for (var skipped = 0; skipped < indent.Length && at < end && source[at] is (' ' or '\t'); skipped++)
            {
                at++;
            }

            while (at < end && source[at] != '\n')
            {
                Take(at++);
            }

            if (at >= end)
            {
                break;
            }

            Take(at++);
        }

        positions.Add(end);
        return indent;

        void Take(int position)
        {
            positions.Add(position);
            value.Append(source[position]);
        }
    }
}
