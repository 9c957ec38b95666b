namespace DocsInHouseStyle;

/// <summary>Splits a page of the docs at its second-level headings: a section is one topic, and a good passage.</summary>
internal static class DocsSections
{
    public static IEnumerable<(string Heading, string Text)> Split(string page)
    {
        foreach (var section in page.ReplaceLineEndings("\n").Split("\n## ").Skip(1))
        {
            var end = section.IndexOf('\n');
            if (end > 0)
            {
                yield return (section[..end].Trim(), section[end..].Trim());
            }
        }
    }
}
