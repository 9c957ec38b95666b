using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Apis;

/// <summary>A readable signature: <c>Contoso.IAnswers&lt;T&gt;.AskAsync(string, CancellationToken)</c>.</summary>
/// <param name="Names">The names of namespaces, types and the member, the member last, each with its number of type parameters.</param>
/// <param name="Parameters">The types of the parameters as they are written; default where the signature has no parentheses.</param>
internal sealed record ApiSignature(ImmutableArray<(string Name, int Arity)> Names, ImmutableArray<string> Parameters)
{
    private static readonly Regex Identifier = new(@"^@?[\p{L}_][\p{L}\p{N}_]*$", RegexOptions.CultureInvariant);

    private static readonly Regex Modifiers = new(@"^((this|ref|out|in|params|scoped|readonly)\s+)+", RegexOptions.CultureInvariant);

    // "string question": the name of a parameter may stand there, too.
    private static readonly Regex NameBehind = new(@"(?<=[^\s,<(.])\s+@?[\p{L}_][\p{L}\p{N}_]*$", RegexOptions.CultureInvariant);

    /// <summary>The text is written as a documentation id: "M:Contoso.Answers.Ask(System.String)".</summary>
    public static bool IsDocumentationId(string text) => text.Length > 2 && text[1] == ':' && "MPTFE".IndexOf(text[0]) >= 0;

    /// <summary>The text is written as a documentation id or as a signature.</summary>
    public static bool IsReadable(string text) => IsDocumentationId(text) || Read(text) is not null;

    /// <summary>The signature, or null when the text is none.</summary>
    public static ApiSignature? Read(string text)
    {
        var open = ParenthesisIn(text);
        var path = (open < 0 ? text : text.Substring(0, open)).Trim();
        var names = Split(path, '.').Select(NameIn).ToList();
        if (names.Count < 2 || names.Contains(null))
        {
            return null;
        }

        var parameters = default(ImmutableArray<string>);
        if (open >= 0)
        {
            var rest = text.Substring(open + 1).Trim();
            if (rest.Length == 0 || rest[rest.Length - 1] != ')')
            {
                return null;
            }

            var inner = rest.Substring(0, rest.Length - 1).Trim();
            parameters = inner.Length == 0 ? ImmutableArray<string>.Empty : Split(inner, ',').Select(TypeIn).ToImmutableArray();
            if (parameters.Contains(string.Empty))
            {
                return null;
            }
        }

        return new ApiSignature(names.Select(static n => n!.Value).ToImmutableArray(), parameters);
    }

    /// <summary>A type as it is compared: without white space.</summary>
    public static string Plain(string type) => type.Replace(" ", string.Empty);

    private static string TypeIn(string parameter)
    {
        var type = Modifiers.Replace(parameter.Trim(), string.Empty);
        return Plain(NameBehind.Replace(type, string.Empty));
    }

    private static (string Name, int Arity)? NameIn(string part)
    {
        var angle = part.IndexOf('<');
        var name = (angle < 0 ? part : part.Substring(0, angle)).Trim();
        if (!Identifier.IsMatch(name) || (angle >= 0 && !part.TrimEnd().EndsWith(">", StringComparison.Ordinal)))
        {
            return null;
        }

        var arity = angle < 0 ? 0 : Split(part.Substring(angle + 1).TrimEnd().TrimEnd('>'), ',').Count;
        return (name.TrimStart('@'), arity);
    }

    /// <summary>Where the parameters begin.</summary>
    private static int ParenthesisIn(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            depth += text[i] switch
            {
                '<' => 1,
                '>' => -1,
                _ => 0,
            };
            if (text[i] == '(' && depth == 0)
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>The pieces of a text between separators that stand in no brackets.</summary>
    private static List<string> Split(string text, char separator)
    {
        var pieces = new List<string>();
        var piece = new StringBuilder();
        var depth = 0;
        foreach (var c in text)
        {
            depth += c switch
            {
                '<' or '(' or '[' => 1,
                '>' or ')' or ']' => -1,
                _ => 0,
            };
            if (c == separator && depth == 0)
            {
                pieces.Add(piece.ToString());
                piece.Clear();
            }
            else
            {
                piece.Append(c);
            }
        }

        pieces.Add(piece.ToString());
        return pieces;
    }
}
