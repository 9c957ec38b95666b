namespace RagAnalyzers.Tests.Suites;

/// <summary>
/// Texts of the repository that are made from the code. A test holds each one; run with the environment variable
/// RAG_ANALYZERS_UPDATE=1, it writes the text instead.
/// </summary>
internal static class GeneratedText
{
    private static readonly bool s_isUpdate = Environment.GetEnvironmentVariable("RAG_ANALYZERS_UPDATE") == "1";

    /// <summary>A folder that holds the given files and no other.</summary>
    public static void AssertFolder(string folder, IReadOnlyDictionary<string, string> files)
    {
        if (s_isUpdate)
        {
            Directory.CreateDirectory(folder);
            Array.ForEach(Directory.GetFiles(folder), File.Delete);
            foreach (var file in files)
            {
                File.WriteAllText(Path.Combine(folder, file.Key), file.Value);
            }
        }

        Assert.Equal(
            files.Keys.Order(StringComparer.Ordinal),
            Directory.GetFiles(folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        );
        foreach (var file in files)
        {
            Assert.Equal(file.Value, Read(Path.Combine(folder, file.Key)));
        }
    }

    /// <summary>What stands in a file between the lines <c>&lt;!-- name --&gt;</c> and <c>&lt;!-- end of name --&gt;</c>.</summary>
    public static void AssertSection(string path, string name, string expected)
    {
        var text = Read(path);
        var (opening, closing) = ($"<!-- {name} -->\n", $"<!-- end of {name} -->");
        var start = text.IndexOf(opening, StringComparison.Ordinal) + opening.Length;
        var end = text.IndexOf(closing, StringComparison.Ordinal);
        Assert.True(start >= opening.Length && end >= start, $"{path} has no section '{name}'");
        if (s_isUpdate)
        {
            File.WriteAllText(path, text[..start] + expected + text[end..]);
            return;
        }

        Assert.Equal(expected, text[start..end]);
    }

    private static string Read(string path) => File.ReadAllText(path).ReplaceLineEndings("\n");
}
