using System;

namespace RagAnalyzers.Text.Yaml;

/// <summary>The text is certainly no YAML. What the reader merely does not know is no error; see <see cref="YamlNode.Unread"/>.</summary>
internal sealed class YamlException : Exception
{
    public YamlException(int line, string message)
        : base(message) => Line = line;

    /// <summary>Counted from 0.</summary>
    public int Line { get; }
}
