using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Pipeline.Training.Requests;

/// <summary>A body that is written out as text: a JSON literal, with holes or without.</summary>
internal sealed class TextForm : BodyForm
{
    private readonly ImmutableArray<IOperation> _pieces;
    private readonly CallChain? _via;

    public TextForm(IOperation text, CallChain? via)
    {
        _pieces = TextShape.PiecesOf(text);
        _via = via;
    }

    public override FileOfJob Member(Picture picture, string name)
    {
        var key = "\"" + name + "\"";
        var isOpen = false;
        for (var i = 0; i < _pieces.Length; i++)
        {
            if (TextShape.TextOf(_pieces[i]) is not { } text)
            {
                isOpen |= !IsValue(i);
                continue;
            }

            if (text.IndexOf(key, StringComparison.Ordinal) is not (>= 0 and var at))
            {
                continue;
            }

            var rest = text.Substring(at + key.Length);
            var value =
                Regex.IsMatch(rest, "^\\s*:\\s*\"?$") && i + 1 < _pieces.Length ? _pieces[i + 1]
                : Regex.IsMatch(rest, "^\\s*:\\s*null") ? null
                : _pieces[i];
            return value is null
                ? FileOfJob.Absent
                : FileOfJob.At((mode, trail) => new Route(picture, _via).TraceThroughCallers(value, mode, path: null, trail));
        }

        return isOpen || _pieces.IsEmpty ? FileOfJob.Unknown : FileOfJob.Absent;
    }

    /// <summary>A hole that can only be one value: it stands within quotes, or is a number behind a colon.</summary>
    private bool IsValue(int at)
    {
        var quotes = 0;
        for (var i = 0; i < at; i++)
        {
            if (TextShape.TextOf(_pieces[i]) is { } text)
            {
                quotes += text.Where((c, k) => c == '"' && (k == 0 || text[k - 1] != '\\')).Count();
            }
        }

        return quotes % 2 == 1
            || (
                _pieces[at].Type?.SpecialType is >= SpecialType.System_Boolean and < SpecialType.System_String
                && at > 0
                && TextShape.TextOf(_pieces[at - 1])?.TrimEnd().EndsWith(":", StringComparison.Ordinal) == true
            );
    }
}
