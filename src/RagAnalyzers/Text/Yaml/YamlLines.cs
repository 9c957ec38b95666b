using System.Collections.Immutable;

namespace RagAnalyzers.Text.Yaml;

/// <summary>The lines of a document and the one that is read next.</summary>
internal sealed class YamlLines
{
    private readonly ImmutableArray<string>.Builder _lines;

    /// <param name="firstNumber">The number of the first line in its file, counted from 0.</param>
    public YamlLines(ImmutableArray<string> lines, int firstNumber)
    {
        _lines = lines.ToBuilder();
        FirstNumber = firstNumber;
    }

    public int FirstNumber { get; }

    public int At { get; set; }

    public bool IsAtEnd => At >= _lines.Count;

    public string Current => _lines[At];

    public int Indent => IndentOf(Current);

    public static int IndentOf(string line) => line.Length - line.TrimStart(' ').Length;

    public static bool IsBlank(string line) => string.IsNullOrWhiteSpace(line);

    /// <summary>Goes on to the next line that holds more than white space and a comment. False at the end of the document.</summary>
    public bool Skip()
    {
        while (!IsAtEnd && (IsBlank(Current) || Current.TrimStart()[0] == '#'))
        {
            At++;
        }

        if (IsAtEnd || IsEndOfDocument(Current))
        {
            return false;
        }

        if (Current.TrimStart(' ')[0] == '\t')
        {
            throw Error("a tab indents the line; YAML allows blanks only");
        }

        return true;
    }

    /// <summary>Replaces what has been read of the current line by blanks, so that the rest can be read in its place.</summary>
    public void Blank(int count) => _lines[At] = new string(' ', count) + Current.Substring(count);

    public YamlException Error(string message) => ErrorAt(At, message);

    public YamlException ErrorAt(int at, string message) => new(FirstNumber + (at < _lines.Count ? at : _lines.Count - 1), message);

    private static bool IsEndOfDocument(string line) => line.StartsWith("---", System.StringComparison.Ordinal) || line.TrimEnd() == "...";
}
