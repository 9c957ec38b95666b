using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.Tests.Verifiers;
using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Tests.CodeFixes.Editing;

/// <summary>A literal's text is edited in the style in which it is written.</summary>
public sealed class LiteralTextTests
{
    [Theory]
    [InlineData("\"{ \\\"a\\\": 1 }\"", "\"{ \\\"a\\\": 1, \\\"b\\\": 2 }\"")]
    [InlineData("\"\\u007B \\\"a\\\":\\t1 }\"", "\"\\u007B \\\"a\\\":\\t1, \\\"b\\\": 2 }\"")]
    [InlineData("@\"{ \"\"a\"\": 1 }\"", "@\"{ \"\"a\"\": 1, \"\"b\"\": 2 }\"")]
    [InlineData("\"\"\"{ \"a\": 1 }\"\"\"", "\"\"\"{ \"a\": 1, \"b\": 2 }\"\"\"")]
    [InlineData("\"\"\"\"{ \"a\": 1 }\"\"\"\"u8", "\"\"\"\"{ \"a\": 1, \"b\": 2 }\"\"\"\"u8")]
    [InlineData("\"{ \\\"a\\\": 1 }\"u8", "\"{ \\\"a\\\": 1, \\\"b\\\": 2 }\"u8")]
    [InlineData("@\"{ \"\"a\"\": 1 }\"u8", "@\"{ \"\"a\"\": 1, \"\"b\"\": 2 }\"u8")]
    [InlineData("\"\"\"\n    { \"a\": 1 }\n    \"\"\"", "\"\"\"\n    { \"a\": 1, \"b\": 2 }\n    \"\"\"")]
    [InlineData(
        "\"\"\"\r\n\t{\r\n\r\n\t  \"a\": 1\r\n\t}\r\n\t\"\"\"u8",
        "\"\"\"\r\n\t{\r\n\r\n\t  \"a\": 1, \"b\": 2\r\n\t}\r\n\t\"\"\"u8"
    )]
    [InlineData("\"{ \" + \"\\\"a\\\": 1 }\"", "\"{ \" + \"\\\"a\\\": 1, \\\"b\\\": 2 }\"")]
    [InlineData("(\"{ \\\"a\\\": 1\" + @\" }\")", "(\"{ \\\"a\\\": 1, \\\"b\\\": 2\" + @\" }\")")]
    public void Insertion(string literal, string changed)
    {
        var text = Read(literal);
        var edit = new JsonTextEdit(text!.Value.IndexOf('1', StringComparison.Ordinal) + 1, 0, ", \"b\": 2");
        Assert.Equal(changed, text.With([edit])!.ToString());
    }

    [Fact]
    public void Lines_that_are_added_to_a_raw_literal_are_indented_as_it_is()
    {
        var text = Read("\"\"\"\n        {\n          \"a\": 1\n        }\n        \"\"\"")!;
        Assert.Equal("{\n  \"a\": 1\n}", text.Value);
        Assert.Equal(
            "\"\"\"\n        {\n          \"a\": 2,\n          \"b\": 2\n        }\n        \"\"\"",
            text.With([
                        new JsonTextEdit(text.Value.IndexOf('1', StringComparison.Ordinal), 1, "2"),
                        new JsonTextEdit(text.Value.IndexOf('1', StringComparison.Ordinal) + 1, 0, ",\n  \"b\": 2"),
                    ])!
                .ToString()
        );
    }

    [Fact]
    public void Lines_that_are_added_to_a_regular_literal_are_escaped()
    {
        var text = Read("\"{\\r\\n\\t\\\"a\\\": 1\\r\\n}\"")!;
        Assert.Equal(
            "\"{\\r\\n\\t\\\"a\\\": 1,\\r\\n\\t\\\"b\\\": 2\\r\\n}\"",
            text.With([new JsonTextEdit(10, 0, ",\r\n\t\"b\": 2")])!.ToString()
        );
    }

    [Theory]
    [InlineData("Schema")]
    [InlineData("\"a\" + Schema")]
    [InlineData("$\"{1}\"")]
    [InlineData("1")]
    [InlineData("\"\\x7B\"")]
    public void What_is_no_plain_literal_is_left_alone(string expression) => Assert.Null(Read(expression));

    [Fact]
    public void An_edit_across_two_literals_is_not_made() => Assert.Null(Read("\"ab\" + \"cd\"")!.With([new JsonTextEdit(1, 2, "x")]));

    // A literal in a tree, so that positions do not begin at 0.
    private static LiteralText? Read(string expression)
    {
        var root = CSharpSyntaxTree
            .ParseText(
                $"class C {{ object F = {expression}; }}",
                TestSources.ParseOptions,
                cancellationToken: TestContext.Current.CancellationToken
            )
            .GetCompilationUnitRoot(TestContext.Current.CancellationToken);
        return LiteralText.Of(root.DescendantNodes().OfType<Microsoft.CodeAnalysis.CSharp.Syntax.EqualsValueClauseSyntax>().Single().Value);
    }
}
