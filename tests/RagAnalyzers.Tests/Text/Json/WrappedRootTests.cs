using RagAnalyzers.Text.Json;

namespace RagAnalyzers.Tests.Text.Json;

public sealed class WrappedRootTests
{
    [Theory]
    [InlineData(
        """{"type":"array"}""",
        """{"type":"object","properties":{"items":{"type":"array"}},"required":["items"],"additionalProperties":false}"""
    )]
    [InlineData(
        """ { "type": "array" } """,
        """ { "type": "object", "properties": { "items": { "type": "array" } }, "required": ["items"], "additionalProperties": false } """
    )]
    [InlineData(
        "{\n\t\"type\": \"array\"\n}",
        "{\n\t\"type\": \"object\",\n\t\"properties\": {\n\t\t\"items\": {\n\t\t\t\"type\": \"array\"\n\t\t}\n\t},\n\t\"required\": [\"items\"],\n\t\"additionalProperties\": false\n}"
    )]
    [InlineData(
        "\r\n    { \"type\": \"array\",\r\n      \"items\": {} }",
        "\r\n    {\r\n      \"type\": \"object\",\r\n      \"properties\": {\r\n        \"items\": { \"type\": \"array\",\r\n          \"items\": {} }\r\n      },\r\n      \"required\": [\"items\"],\r\n      \"additionalProperties\": false\r\n    }"
    )]
    public void Schema_becomes_a_property(string schema, string wrapped)
    {
        var text = JsonTextEdit.Apply(schema, WrappedRoot.Edits(schema, "items"));
        Assert.Equal(wrapped, text);
        Assert.Equal("array", JsonTextReader.Read(text)["properties"]!["items"]!["type"]!.Text);
    }

    // A reference is read from the root.
    [Theory]
    [InlineData("""{ "type": "array", "items": { "$ref": "#/$defs/song" }, "$defs": { "song": { "type": "string" } } }""")]
    [InlineData("""{ "$schema": "https://json-schema.org/draft/2020-12/schema", "type": "array" }""")]
    [InlineData("[]")]
    [InlineData("{}")]
    public void Schema_is_left_alone(string schema) => Assert.Empty(WrappedRoot.Edits(schema, "items"));
}
