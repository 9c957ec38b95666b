using System;
using System.Collections.Immutable;
using System.Linq;

namespace RagAnalyzers.Text.Yaml;

/// <summary>A value in a YAML document.</summary>
internal abstract record YamlNode
{
    /// <summary>A value that the reader passes over: an alias, a tag it does not know, a mapping with complex keys.</summary>
    public static readonly YamlNode Unread = new YamlUnread();

    /// <summary>Nothing stands where a value could.</summary>
    public static readonly YamlNode Empty = new YamlScalar(string.Empty);
}

/// <summary>A text; numbers and truth values are texts as well.</summary>
internal sealed record YamlScalar(string Text) : YamlNode;

/// <summary>A list.</summary>
internal sealed record YamlSequence(ImmutableArray<YamlNode> Items) : YamlNode;

/// <summary>Names and values, in the order of the file.</summary>
/// <param name="IsWhole">Nothing was merged into it that could not be read.</param>
internal sealed record YamlMapping(ImmutableArray<(string Key, YamlNode Value)> Entries, bool IsWhole) : YamlNode
{
    /// <summary>The value of the first of these keys that is there; case and underscores are ignored.</summary>
    public YamlNode? this[params string[] keys] =>
        Entries.Where(e => keys.Any(k => IsSame(k, e.Key))).Select(static e => e.Value).FirstOrDefault();

    public static bool IsSame(string a, string b) =>
        string.Equals(a.Replace("_", ""), b.Replace("_", ""), StringComparison.OrdinalIgnoreCase);
}

/// <summary>See <see cref="YamlNode.Unread"/>.</summary>
internal sealed record YamlUnread : YamlNode;
