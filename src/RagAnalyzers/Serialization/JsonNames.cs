using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace RagAnalyzers.Serialization;

/// <summary>C# names in, JSON names out, as System.Text.Json's naming policies make them.</summary>
internal static class JsonNames
{
    public static string Convert(string name, JsonNaming naming) =>
        naming switch
        {
            JsonNaming.CamelCase => CamelCase(name),
            JsonNaming.SnakeCaseLower => Separated(name, '_', upper: false),
            JsonNaming.SnakeCaseUpper => Separated(name, '_', upper: true),
            JsonNaming.KebabCaseLower => Separated(name, '-', upper: false),
            JsonNaming.KebabCaseUpper => Separated(name, '-', upper: true),
            _ => name,
        };

    /// <summary>
    /// A run of capitals at the start is lowered, except its last letter when that begins the next word ("URLValue" is "urlValue").
    /// </summary>
    private static string CamelCase(string name)
    {
        var letters = name.ToCharArray();
        for (var i = 0; i < letters.Length && char.IsUpper(letters[i]); i++)
        {
            var beginsNextWord = i > 0 && i + 1 < letters.Length && !char.IsUpper(letters[i + 1]) && letters[i + 1] != ' ';
            if (beginsNextWord)
            {
                break;
            }

            letters[i] = char.ToLowerInvariant(letters[i]);
            if (i + 1 < letters.Length && letters[i + 1] == ' ')
            {
                break;
            }
        }

        return new string(letters);
    }

    private static string Separated(string name, char separator, bool upper)
    {
        var words = Words(name).Select(word => upper ? word.ToUpperInvariant() : word.ToLowerInvariant());
        return string.Join(separator.ToString(), words);
    }

    private static IEnumerable<string> Words(string name)
    {
        var word = new StringBuilder();
        for (var i = 0; i < name.Length; i++)
        {
            var kind = Kind(name[i]);
            if (kind == LetterKind.Space)
            {
                if (word.Length > 0)
                {
                    yield return word.ToString();
                }

                word.Clear();
                continue;
            }

            if (word.Length > 0 && kind == LetterKind.Upper)
            {
                var previous = Kind(name[i - 1]);
                var startsWord =
                    previous is LetterKind.Lower or LetterKind.Digit
                    || (previous == LetterKind.Upper && i + 1 < name.Length && Kind(name[i + 1]) == LetterKind.Lower);
                if (startsWord)
                {
                    yield return word.ToString();
                    word.Clear();
                }
            }

            word.Append(name[i]);
        }

        if (word.Length > 0)
        {
            yield return word.ToString();
        }
    }

    private static LetterKind Kind(char c) =>
        char.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.UppercaseLetter => LetterKind.Upper,
            UnicodeCategory.LowercaseLetter => LetterKind.Lower,
            UnicodeCategory.DecimalDigitNumber => LetterKind.Digit,
            UnicodeCategory.SpaceSeparator => LetterKind.Space,
            _ => LetterKind.Other,
        };

    private enum LetterKind
    {
        Upper,
        Lower,
        Digit,
        Space,
        Other,
    }
}
