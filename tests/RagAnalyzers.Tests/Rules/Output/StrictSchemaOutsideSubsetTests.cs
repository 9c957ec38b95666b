using System.Globalization;
using static RagAnalyzers.Tests.Rules.Output.ResponseSchemas;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2009: a strict JSON schema literal is outside the strict subset.</summary>
public sealed class StrictSchemaOutsideSubsetTests
{
    private const string OpenConstants = $$"""
        public const string Schema = {{Open}};
        private static readonly string s_schema = {{Open}};
        private static readonly BinaryData s_data = BinaryData.FromString({{Open}});
        private static BinaryData Data => BinaryData.FromString({{Open}});
        private static BinaryData MakeData() => new({{Open}});
        """;

    // Every way in which real code carries a constant schema.
    [Theory]
    [InlineData("BinaryData.FromString(" + Open + ")")]
    [InlineData("new BinaryData(" + Open + ")")]
    [InlineData("new(" + Open + ")")]
    [InlineData("BinaryData.FromBytes(" + Open + "u8.ToArray())")]
    [InlineData("new BinaryData(" + Open + "u8.ToArray())")]
    [InlineData("BinaryData.FromBytes(Encoding.UTF8.GetBytes(" + Open + "))")]
    [InlineData("BinaryData.FromString(Schema)")]
    [InlineData("BinaryData.FromString(Formats.Schema)")]
    [InlineData("BinaryData.FromString(s_schema)")]
    [InlineData("s_data")]
    [InlineData("Data")]
    [InlineData("MakeData()")]
    [InlineData("BinaryData.FromString(local)")]
    [InlineData("BinaryData.FromString(constant)")]
    public async Task Constant_schema(string schema)
    {
        var statements = $$"""
            var local = {{Open}};
            const string constant = {{Open}};
            Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", {{schema}}, jsonSchemaIsStrict: true));
            Use({|RAG2009:ResponseTextFormat.CreateJsonSchemaFormat|}("song", {{schema}}, jsonSchemaIsStrict: true));
            Use(local + constant);
            """;
        await OpenAIAsync(statements, OpenConstants);
    }

    [Theory]
    [InlineData("\"{ \\\"type\\\": \\\"object\\\" }\"")]
    [InlineData("@\"{ \"\"type\"\": \"\"object\"\" }\"")]
    [InlineData("\"{ \\\"type\\\": \" + \"\\\"object\\\" }\"")]
    [InlineData("$\"{{ \\\"type\\\": \\\"{Kind}\\\" }}\"")]
    public Task Style_of_the_literal(string literal) =>
        OpenAIAsync(
            $$"""Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{literal}}), jsonSchemaIsStrict: true));""",
            "private const string Kind = \"object\";"
        );

    // Text that is put together or read somewhere says nothing certain.
    [Theory]
    [InlineData("BinaryData.FromString(schemaText)")]
    [InlineData("BinaryData.FromString(File.ReadAllText(\"song.json\"))")]
    [InlineData("BinaryData.FromBytes(File.ReadAllBytes(\"song.json\"))")]
    [InlineData("BinaryData.FromStream(File.OpenRead(\"song.json\"))")]
    [InlineData("BinaryData.FromString($$\"\"\"{ \"type\": \"object\", \"properties\": { {{schemaText}} } }\"\"\")")]
    [InlineData("BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\", \" + schemaText + \" }\")")]
    [InlineData("BinaryData.FromString(string.Format(\"{{ \\\"type\\\": \\\"object\\\", {0} }}\", schemaText))")]
    [InlineData("BinaryData.FromString(new StringBuilder(\"{ \\\"type\\\": \\\"object\\\" \").Append(schemaText).Append('}').ToString())")]
    [InlineData("BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\" }\".Replace(\"}\", schemaText))")]
    [InlineData("BinaryData.FromString(strict ? \"{ \\\"type\\\": \\\"object\\\" }\" : schemaText)")]
    [InlineData(
        "BinaryData.FromString(System.Text.Json.Schema.JsonSchemaExporter.GetJsonSchemaAsNode(JsonSerializerOptions.Default, typeof(Song)).ToJsonString())"
    )]
    [InlineData("BinaryData.FromString(Microsoft.Extensions.AI.AIJsonUtilities.CreateJsonSchema(typeof(Song)).GetRawText())")]
    [InlineData("BinaryData.FromObjectAsJson(new { type = \"object\" })")]
    [InlineData("BinaryData.FromObjectAsJson(\"{}\")")]
    [InlineData("BinaryData.FromString(Changing)")]
    public Task Schema_that_cannot_be_seen(string schema) =>
        OpenAIAsync(
            $$"""Use(ChatResponseFormat.CreateJsonSchemaFormat("song", {{schema}}, jsonSchemaIsStrict: true));""",
            $$"""public static string Changing = {{Open}};"""
        );

    [Fact]
    public Task Schema_in_the_subset() =>
        OpenAIAsync(
            $$"""Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString({{Fits}}), jsonSchemaIsStrict: true));"""
        );

    [Fact]
    public Task Whether_it_is_strict_is_not_known() =>
        OpenAIAsync(
            $$"""Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString({{Open}}), jsonSchemaIsStrict: strict));"""
        );

    // Two formats from one text are two places to change; the text is one.
    [Fact]
    public Task Each_format_is_reported_once() =>
        OpenAIAsync(
            """
            Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("a", BinaryData.FromString("{"), jsonSchemaIsStrict: true));
            Func<object> later = () => {|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("b", BinaryData.FromString("{"), jsonSchemaIsStrict: true);
            Use(later);
            """
        );

    [Fact]
    public Task In_initializers_and_static_members() =>
        OpenAIAsync(
            "",
            $$"""
            private static readonly ChatResponseFormat s_format = {|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Open}}), jsonSchemaIsStrict: true);

            public ChatCompletionOptions Options { get; } = new() { ResponseFormat = {|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Open}}), jsonSchemaIsStrict: true) };

            public static object Format() => s_format;
            """
        );

    // The adapter rewrites the schema for strict mode before it is sent.
    [Fact]
    public Task Microsoft_Extensions_AI_transforms_the_schema() =>
        ExtensionsAIAsync(
            $$"""
            Use(ChatResponseFormat.ForJsonSchema(JsonDocument.Parse({{Open}}).RootElement));
            Use(new ChatResponseFormatJson(JsonElement.Parse({{Open}})));
            """
        );

    [Theory]
    [InlineData(Open, "at $ there is no 'additionalProperties': false; the service")]
    [InlineData("\"{ }\"", "at $ there is no 'type': \"object\", and 1 more problem; the service")]
    [InlineData(
        "\"{ \\\"type\\\": \\\"object\\\",\\n }\"",
        "at $ the text is not JSON: '}' stands where a property's name should (line 2); the service"
    )]
    [InlineData(
        """"
            """{ "type": "object", "properties": { "a": { "oneOf": [] }, "b": { "type": "string" } } }"""
            """",
        "at $ 'a' and 'b' are not in 'required', and 2 more problems; the service"
    )]
    public async Task Message_names_the_first_problem_and_counts_the_others(string schema, string expected)
    {
        var finding = await SingleAsync(
            OpenAI(
                $$"""Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString({{schema}}), jsonSchemaIsStrict: true));"""
            )
        );
        Assert.StartsWith("The schema is strict, but " + expected, finding.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_text_is_the_additional_location()
    {
        var finding = await SingleAsync(
            OpenAI(
                """Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString(Schema), jsonSchemaIsStrict: true));""",
                $$"""private const string Schema = {{Open}};"""
            )
        );
        var location = Assert.Single(finding.AdditionalLocations);
        Assert.Equal(Open, location.SourceTree!.ToString()[location.SourceSpan.Start..location.SourceSpan.End]);
    }

    [Fact]
    public Task Look_alike() =>
        VerifyAsync(
            $$"""
            namespace OpenAI.Chat
            {
                public class ChatResponseFormat
                {
                    public static ChatResponseFormat CreateJsonSchemaFormat(string jsonSchemaFormatName, BinaryData jsonSchema, bool? jsonSchemaIsStrict = null) => new();
                }

                public class Formats
                {
                    public object Make() => ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString({{Open}}), jsonSchemaIsStrict: true);
                }
            }
            """
        );
}
