using System.Collections.Generic;

namespace RagAnalyzers.Text.Templates;

/// <summary>Takes apart what stands inside the braces of a template.</summary>
internal static class TemplateTokens
{
    /// <summary>
    /// The parts that are separated by <paramref name="separator"/> (a blank: by any white space) outside quotes and parentheses.
    /// </summary>
    public static List<string> Split(string text, char separator)
    {
        var parts = new List<string>();
        var start = 0;
        var depth = 0;
        var quote = '\0';
        for (var i = 0; i <= text.Length; i++)
        {
            var c = i < text.Length ? text[i] : separator;
            if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
                if (i < text.Length)
                {
                    continue;
                }
            }
            else if (c is '"' or '\'')
            {
                quote = c;
            }

            depth += c switch
            {
                '(' or '[' => 1,
                ')' or ']' => -1,
                _ => 0,
            };
            if (i < text.Length && (depth > 0 || quote != '\0' || !(c == separator || (separator == ' ' && char.IsWhiteSpace(c)))))
            {
                continue;
            }

            if (text.Substring(start, i - start).Trim() is { Length: > 0 } part)
            {
                parts.Add(part);
            }

            start = i + 1;
        }

        return parts;
    }

    /// <summary>The variable that a path such as <c>customer.orders[0].name</c> starts with, or null when it is no path.</summary>
    public static string? HeadOf(string path)
    {
        var length = 0;
        while (length < path.Length && (char.IsLetterOrDigit(path[length]) || path[length] is '_' or '-'))
        {
            length++;
        }

        var isPath = length > 0 && !char.IsDigit(path[0]) && path[0] != '-' && (length == path.Length || path[length] is '.' or '[' or '/');
        return isPath && path.IndexOf('(') < 0 ? path.Substring(0, length) : null;
    }

    /// <summary>A quoted text, a number, or one of the words that stand for themselves.</summary>
    public static bool IsLiteral(string token) =>
        token.Length == 0
        || token[0] is '"' or '\''
        || char.IsDigit(token[0])
        || (token[0] == '-' && token.Length > 1 && char.IsDigit(token[1]))
        || token is "true" or "false" or "null" or "nil" or "undefined" or "empty" or "blank";
}
