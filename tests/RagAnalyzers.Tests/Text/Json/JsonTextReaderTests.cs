using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Tests.Text.Json;

public sealed class JsonTextReaderTests
{
    [Fact]
    public void Values_have_their_kind_and_place()
    {
        const string Text = """ { "a" : [ 1, -2.5e+3, true ], "b\n\"\u0041": null, "c": "x\/y" } """;
        var root = JsonTextReader.Read(Text);
        Assert.Equal(JsonTextKind.Object, root.Kind);
        Assert.Equal((1, Text.Length - 1), (root.Start, root.End));
        Assert.Equal(["a", "b\n\"A", "c"], root.Properties.Select(property => property.Name));
        Assert.Equal([JsonTextKind.Number, JsonTextKind.Number, JsonTextKind.True], root["a"]!.Items.Select(item => item.Kind));
        Assert.Equal("-2.5e+3", Shown(Text, root["a"]!.Items[1]));
        Assert.Equal("x/y", root["c"]!.Text);
        Assert.Equal("\"x\\/y\"", Shown(Text, root["c"]!));
        Assert.Equal(Text.IndexOf("\"c\"", StringComparison.Ordinal), root.Properties[2].Start);
        Assert.Null(root["d"]);
    }

    [Fact]
    public void Of_two_properties_with_one_name_the_last_counts() =>
        Assert.Equal("y", JsonTextReader.Read("""{ "a": "x", "a": "y" }""")["a"]!.Text);

    // What the reader takes is what System.Text.Json takes.
    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData(" \t\r\n[ ] ")]
    [InlineData("0")]
    [InlineData("-0.5")]
    [InlineData("1E-7")]
    [InlineData("\"\"")]
    [InlineData("""{"a":{"b":[[],{}]}}""")]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"a\"")]
    [InlineData("{\"a\":")]
    [InlineData("{\"a\":1")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1 \"b\":2}")]
    [InlineData("{a:1}")]
    [InlineData("{'a':1}")]
    [InlineData("[1,]")]
    [InlineData("[1 2]")]
    [InlineData("[")]
    [InlineData("01")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("-")]
    [InlineData("1e")]
    [InlineData("+1")]
    [InlineData("tru")]
    [InlineData("nul")]
    [InlineData("True")]
    [InlineData("\"a")]
    [InlineData("\"a\nb\"")]
    [InlineData("\"\\x\"")]
    [InlineData("\"\\u12\"")]
    [InlineData("\"\\u12G4\"")]
    [InlineData("{} {}")]
    [InlineData("{} // comment")]
    [InlineData("/* comment */ {}")]
    public void Takes_what_a_parser_takes(string text) => Assert.Equal(IsJson(text), Read(text) is not null);

    [Theory]
    [InlineData("{ \"a\": 1, }", 10, "'}' stands where a property's name should")]
    [InlineData("{ 'a': 1 }", 2, "a single quote stands where a property's name should")]
    [InlineData("[ 1", 3, "it ends inside an array")]
    [InlineData("{ \"a\" 1 }", 6, "the property \"a\" has no ':'")]
    public void Says_what_is_wrong_and_where(string text, int position, string message)
    {
        var exception = Assert.Throws<JsonTextException>(() => JsonTextReader.Read(text));
        Assert.Equal((position, message), (exception.Position, exception.Message));
    }

    [Fact]
    public void Depth_is_limited() => Assert.Throws<JsonTextException>(() => JsonTextReader.Read(new string('[', 100_000)));

    private static JsonTextValue? Read(string text)
    {
        try
        {
            return JsonTextReader.Read(text);
        }
        catch (JsonTextException)
        {
            return null;
        }
    }

    private static bool IsJson(string text)
    {
        try
        {
            using var document = System.Text.Json.JsonDocument.Parse(text);
            return true;
        }
        catch (System.Text.Json.JsonException)
        {
            return false;
        }
    }

    private static string Shown(string text, JsonTextValue value) => text[value.Start..value.End];
}
