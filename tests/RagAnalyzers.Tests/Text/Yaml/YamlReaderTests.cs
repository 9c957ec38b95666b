using System.Text;
using RagAnalyzers.Configuration;
using RagAnalyzers.Text.Yaml;
using YamlStream = YamlDotNet.RepresentationModel.YamlStream;

namespace RagAnalyzers.Tests.Text.Yaml;

/// <summary>The YAML that prompts are written in.</summary>
public sealed class YamlReaderTests
{
    [Theory]
    [InlineData("a: 1\nb: two words", "{a=1, b=two words}")]
    [InlineData("# comment\na: 1 # comment\n\nb: it's # not", "{a=1, b=it's}")]
    [InlineData("a:\n  b: 1\n  c:\n    d: 2\ne: 3", "{a={b=1, c={d=2}}, e=3}")]
    [InlineData("a:\n- 1\n- 2\nb: 3", "{a=[1, 2], b=3}")]
    [InlineData("a:\n  - name: x\n    type: y\n  - name: z", "{a=[{name=x, type=y}, {name=z}]}")]
    [InlineData("- - 1\n  - 2\n-\n  a: 1", "[[1, 2], {a=1}]")]
    [InlineData("a: |\n  line: one\n    # two\n\n  three\nb: 1", "{a=line: one/  # two//three, b=1}")]
    [InlineData("a: >-\n  folded\n  text\nb: 1", "{a=folded text, b=1}")]
    [InlineData("- |\n text\n- b", "[text, b]")]
    [InlineData("a: |2-\n    two more\n  none\n # comment\nb: 1", "{a=  two more/none, b=1}")]
    [InlineData("a: plain\n  goes on\n  here # not this\nb: 1", "{a=plain goes on here, b=1}")]
    [InlineData("a: \"quo: ted \\\"x\\\" # no\" # yes\nb: 'it''s'", "{a=quo: ted \"x\" # no, b=it's}")]
    [InlineData("a: \"goes\n  on\"", "{a=goes   on}")]
    [InlineData("a: {b: 1, \"c\": [x, 'y, z', {d: e}], f}", "{a={b=1, c=[x, y, z, {d=e}], f=}}")]
    [InlineData("a: [\n  1, # one\n  2,\n]\nb: 3", "{a=[1, 2], b=3}")]
    [InlineData("a: {{$input}}", "{a={}!}")]
    [InlineData("a: !!bool true\nb: &x 1\nc: *x\n<<: *x", "{a=true, b=1, c=?}!")]
    [InlineData("a: http://x:80/y\nb: 12:30", "{a=http://x:80/y, b=12:30}")]
    [InlineData("\"a b\": 1\n'c': 2", "{a b=1, c=2}")]
    [InlineData("---\na: 1\n...\nanything", "{a=1}")]
    [InlineData("%YAML 1.2\n---\na: 1\n--- \nb: 2", "{a=1}")]
    [InlineData("? a\n: b", "?")]
    [InlineData("", "")]
    [InlineData("just text", "just text")]
    public void Yaml(string text, string expected) => Assert.Equal(expected, Show(YamlReader.Read(PromptFile.LinesOf(text))));

    [Theory]
    [InlineData("a: 1\n\tb: 2", 1, "tab")]
    [InlineData("a:\n\t- b", 1, "tab")]
    [InlineData("a: b: c", 0, "second colon")]
    [InlineData("a: one\n  b: c", 1, "second colon")]
    [InlineData("a: \"open\nb: 1", 0, "quote")]
    [InlineData("a: {b: 1\nc: 2\nd", 1, "comma")]
    [InlineData("a: [1, 2\n", 0, "not closed")]
    [InlineData("a: \"x\" y", 0, "closing quote")]
    [InlineData("a: {{$x}} y", 0, "closing brace")]
    [InlineData("a: {b: 1} c", 0, "closing brace")]
    [InlineData("a: 1\nno colon", 1, "name and a colon")]
    [InlineData("a:\n    b: 1\n  c: 2", 2, "indented")]
    [InlineData("  a: 1\nb: 2", 1, "indented")]
    [InlineData("a: |\n    b\n  c", 2, "indented")]
    [InlineData("a: @x", 0, "cannot start with")]
    public void Broken_yaml(string text, int line, string message)
    {
        var broken = Assert.Throws<YamlException>(() => YamlReader.Read(PromptFile.LinesOf(text)));
        Assert.Equal(line, broken.Line);
        Assert.Contains(message, broken.Message, StringComparison.Ordinal);

        // What is reported as broken must be broken for the readers that load the prompt.
        Assert.True(IsBroken(text));
    }

    // The reader meets files while they are typed; and what YamlDotNet reads, it never calls broken.
    [Fact]
    public void Every_part_of_a_file_is_read_or_called_broken_for_a_reason()
    {
        const string Text = """
            # a prompt
            name: "An \"answer\""
            template: |
              {{$a}}: {{b.c 'd'}}

                indented # no comment
            list:
            - {x: 1, y: [2, 'it''s', {z: !!bool true}]}
            - name: n
              text: plain text
                goes on
            - >-
              folded
            settings:
              "default": &d
                stop: ["a: b", '#', c]
              other: *d
            """;
        var read = 0;
        for (var start = 0; start < Text.Length; start++)
        {
            for (var length = 1; start + length <= Text.Length; length += 1 + (length / 8))
            {
                var part = Text.Substring(start, length);
                try
                {
                    YamlReader.Read(PromptFile.LinesOf(part));
                    read++;
                }
                catch (YamlException broken)
                {
                    Assert.True(IsBroken(part), $"'{broken.Message}' in line {broken.Line} of:\n{part}");
                }
            }
        }

        Assert.NotEqual(0, read);
    }

    private static bool IsBroken(string text)
    {
        try
        {
            new YamlStream().Load(new StringReader(text));
            return false;
        }
        catch (Exception e) when (e is YamlDotNet.Core.YamlException or InvalidOperationException)
        {
            return true;
        }
    }

    private static string Show(YamlNode node) =>
        node switch
        {
            YamlScalar { Text: var text } => text.Replace('\n', '/'),
            YamlSequence { Items: var items } => $"[{string.Join(", ", items.Select(Show))}]",
            YamlMapping { Entries: var entries, IsWhole: var isWhole } =>
                $"{{{string.Join(", ", entries.Select(e => $"{e.Key}={Show(e.Value)}"))}}}{(isWhole ? "" : "!")}",
            _ => "?",
        };
}
