using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;

namespace RagAnalyzers.Text.Apis;

/// <summary>
/// Reads a line of the table: <c>member = meaning role=parameter,parameter ...</c>, with white space wherever it is wanted, and with
/// <c>#</c> before a comment.
/// </summary>
internal static class ApiLineReader
{
    private static readonly Regex Comment = new(@"(^|\s)#.*$", RegexOptions.CultureInvariant);

    private static readonly Regex AroundSigns = new(@"\s*([=,])\s*", RegexOptions.CultureInvariant);

    private static readonly Regex Blanks = new(@"\s+", RegexOptions.CultureInvariant);

    private static readonly char[] Blank = { ' ' };

    private static readonly char[] Comma = { ',' };

    private static readonly Regex Name = new(@"^@?[\p{L}_][\p{L}\p{N}_]*$", RegexOptions.CultureInvariant);

    /// <summary>What a line says.</summary>
    /// <returns>The line; or what is wrong with it; or neither, for an empty line and for a comment.</returns>
    public static (ApiLine? Line, string? Problem) Read(string text)
    {
        var line = Blanks.Replace(Comment.Replace(text.TrimStart('\uFEFF'), string.Empty), " ").Trim();
        if (line.Length == 0)
        {
            return (null, null);
        }

        var equals = line.IndexOf('=');
        if (equals < 0)
        {
            return (null, "it has no '='; write 'member = meaning'");
        }

        var member = line.Substring(0, equals).Trim();
        var words = AroundSigns.Replace(line.Substring(equals + 1), "$1").Split(Blank, StringSplitOptions.RemoveEmptyEntries);
        if (member.Length == 0)
        {
            return (null, "it names no member before '='");
        }

        if (!ApiSignature.IsReadable(member))
        {
            return (null, $"'{member}' is neither a documentation id nor a signature such as 'Contoso.Answers.AskAsync(string)'");
        }

        if (words.Length == 0 || ApiWords.MeaningOf(words[0]) is not { } meaning)
        {
            var found = words.Length == 0 ? "nothing" : $"'{words[0]}'";
            return (null, $"{found} is no meaning; there are {ApiWords.Listed(ApiWords.Meanings)}");
        }

        var read = new ApiLine(member, meaning);
        foreach (var word in words.Skip(1))
        {
            if (Add(ref read, word) is { } problem)
            {
                return (null, problem);
            }
        }

        return (read, null);
    }

    /// <summary>Takes one property into the line; what is wrong with it, or null.</summary>
    private static string? Add(ref ApiLine line, string word)
    {
        var equals = word.IndexOf('=');
        var key = (equals < 0 ? word : word.Substring(0, equals)).ToLowerInvariant();
        var values = equals < 0 ? Array.Empty<string>() : word.Substring(equals + 1).Split(Comma, StringSplitOptions.RemoveEmptyEntries);
        if (line.Meaning == ApiMeaning.ModelCall && key is ApiWords.Grounded or ApiWords.Contract)
        {
            return AddContract(ref line, key, values);
        }

        var roles = ApiWords.RolesOf(line.Meaning);
        if (!roles.Contains(key))
        {
            var known = line.Meaning == ApiMeaning.ModelCall ? roles.Add(ApiWords.Contract).Add(ApiWords.Grounded) : roles;
            return $"'{key}' says nothing about a {ApiWords.Of(line.Meaning)}; "
                + (known.IsEmpty ? "it has no properties" : $"there {(known.Length == 1 ? "is" : "are")} {ApiWords.Listed(known)}");
        }

        if (line.Roles.ContainsKey(key))
        {
            return $"'{key}' stands there twice; put a comma between parameters";
        }

        if (values.Length == 0)
        {
            return $"'{key}' names no parameter; write '{key}=parameter'";
        }

        if (values.FirstOrDefault(static v => !Name.IsMatch(v)) is { } odd)
        {
            return $"'{odd}' is no name of a parameter";
        }

        if (values.Length > 1 && ApiWords.IsSingle(key))
        {
            return $"'{key}' takes one parameter";
        }

        line = line.With(key, values.Select(static v => v.TrimStart('@')).Distinct());
        return null;
    }

    private static string? AddContract(ref ApiLine line, string key, string[] values)
    {
        if (key == ApiWords.Grounded)
        {
            line = line with { IsGrounded = true };
            return values.Length == 0 ? null : "'grounded' takes no value";
        }

        if (values.Length != 1 || ApiWords.ContractOf(values[0]) is not { } contract)
        {
            return $"'{string.Join(",", values)}' is no contract; there are {ApiWords.Listed(ApiWords.Contracts)}";
        }

        line = line with { Contract = contract };
        return null;
    }
}
