using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace RagAnalyzers.PackageTests;

/// <summary>The recipes of docs/team.md, as they stand there.</summary>
internal static partial class TeamPage
{
    private static readonly string s_text = File.ReadAllText(Path.Combine(Repository.Root, "docs", "team.md")).ReplaceLineEndings("\n");

    public static YamlMappingNode GitHub => (YamlMappingNode)Pipeline("# .github/workflows/build.yml").Children["jobs"];

    public static YamlMappingNode Azure => Pipeline("# azure-pipelines.yml");

    /// <summary>The lines of the shared targets file that give each project a log, as a file.</summary>
    public static string LogTargets =>
        $"<Project>\n{Blocks("xml").Single(block => block.Contains("<ErrorLog>") && block.Contains("Directory.Build.targets"))}</Project>\n";

    public static IEnumerable<string> XmlBlocks => Blocks("xml");

    /// <summary>The steps of a pipeline's job.</summary>
    public static IEnumerable<YamlMappingNode> StepsOf(YamlMappingNode job) =>
        ((YamlSequenceNode)job.Children["steps"]).Children.Cast<YamlMappingNode>();

    /// <summary>What a step says under a key, or null.</summary>
    public static string? Said(YamlMappingNode step, string key) =>
        step.Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    private static YamlMappingNode Pipeline(string firstLine)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Blocks("yaml").Single(block => block.StartsWith(firstLine + "\n", StringComparison.Ordinal))));
        return (YamlMappingNode)yaml.Documents.Single().RootNode;
    }

    private static IEnumerable<string> Blocks(string language) =>
        Block().Matches(s_text).Where(match => match.Groups["language"].Value == language).Select(match => Dedented(match));

    private static string Dedented(Match match) =>
        string.Concat(
            match.Groups["text"].Value.Split('\n').Select(line => line[Math.Min(match.Groups["indent"].Length, line.Length)..] + "\n")
        );

    [GeneratedRegex(
        @"^(?<indent> *)```(?<language>\w+)\n(?<text>.*?)\n *```$",
        RegexOptions.Multiline | RegexOptions.Singleline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Block();
}
