using RagAnalyzers.CodeFixes.Output.Formats;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Formats;

/// <summary>RAG2009 and RAG2010: the schema is brought into the strict subset in its own style, and the format is made strict.</summary>
public sealed class StrictSchemaFixTests
{
    private const string Open = ResponseSchemas.Open;

    private const string Closed = """"
        """{ "type": "object", "properties": { "text": { "type": "string" } }, "required": [ "text" ], "additionalProperties": false }"""
        """";

    /// <summary>What the answer is parsed into decides whether a property that was left out may be null.</summary>
    [Theory]
    [InlineData("int", "string?", "\"integer\"", "[\"string\", \"null\"]")]
    [InlineData("int?", "string", "[\"integer\", \"null\"]", "[\"string\", \"null\"]")]
    public Task What_reads_the_answer_takes_no_null(string number, string text, string numberAfter, string textAfter)
    {
        return Verify.FixAsync<StrictSchemaOutsideSubset, StrictSchemaFix>(
            TestSources.AmongLongLines(Source("\"integer\"", "\"string\"", "", "{|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}")),
            TestSources.AmongLongLines(
                Source(
                    numberAfter,
                    textAfter,
                    ", \"required\": [\"a\", \"list\"], \"additionalProperties\": false",
                    "ChatResponseFormat.CreateJsonSchemaFormat"
                )
            )
        );

        string Source(string a, string b, string outer, string call) =>
            $$$$"""""
                using System.Text.Json;
                using OpenAI.Chat;

                public sealed record Part(string B);
                public sealed record Song(int A, List<Part> List);

                public sealed class Desk(ChatClient client)
                {
                    public async Task<Song?> ReadAsync(string text)
                    {
                        var options = new ChatCompletionOptions
                        {
                            ResponseFormat = {{{{call}}}}(
                                "song",
                                BinaryData.FromString("""{ "type": "object", "properties": { "a": { "type": {{{{a}}}} }, "list": { "type": {{{{(
                    outer == "" ? "\"array\"" : "[\"array\", \"null\"]"
                )}}}}, "items": { "type": "object", "properties": { "b": { "type": {{{{b}}}} } }{{{{(
                    outer == "" ? "" : ", \"required\": [\"b\"], \"additionalProperties\": false"
                )}}}} } } }{{{{outer}}}} }"""),
                                jsonSchemaIsStrict: true),
                        };
                        var completion = await client.CompleteChatAsync([new UserChatMessage(text)], options);
                        if (completion.Value.FinishReason != ChatFinishReason.Stop)
                        {
                            return null;
                        }

                        try
                        {
                            return JsonSerializer.Deserialize<Song>(completion.Value.Content[0].Text, JsonSerializerOptions.Web);
                        }
                        catch (JsonException)
                        {
                            return null;
                        }
                    }
                }
                """"".Replace(
                "int A",
                number + " A",
                StringComparison.Ordinal
            ).Replace("string B", text + " B", StringComparison.Ordinal);
    }

    [Fact]
    public Task Raw_literal_on_lines() =>
        FixSubsetAsync(
            """"
            Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}(
                "song",
                BinaryData.FromString("""
                    {
                      "type": "object",
                      "properties": {
                        "title": { "type": "string" },
                        "steps": {
                          "type": "array",
                          "items": {
                            "type": "object",
                            "properties": {
                              "text": { "type": "string" }
                            }
                          }
                        }
                      },
                      "required": ["title"]
                    }
                    """),
                jsonSchemaIsStrict: true)); // a comment
            """",
            """"
            Use(ChatResponseFormat.CreateJsonSchemaFormat(
                "song",
                BinaryData.FromString("""
                    {
                      "type": "object",
                      "properties": {
                        "title": { "type": "string" },
                        "steps": {
                          "type": ["array", "null"],
                          "items": {
                            "type": "object",
                            "properties": {
                              "text": { "type": ["string", "null"] }
                            },
                            "required": ["text"],
                            "additionalProperties": false
                          }
                        }
                      },
                      "required": ["title", "steps"],
                      "additionalProperties": false
                    }
                    """),
                jsonSchemaIsStrict: true)); // a comment
            """"
        );

    [Fact]
    public Task Raw_literal_in_utf8() =>
        FixSubsetAsync(
            $$"""Use({|RAG2009:ResponseTextFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromBytes({{Open}}u8.ToArray()), jsonSchemaIsStrict: true));""",
            $$"""Use(ResponseTextFormat.CreateJsonSchemaFormat("song", BinaryData.FromBytes({{Closed}}u8.ToArray()), jsonSchemaIsStrict: true));"""
        );

    [Fact]
    public Task Verbatim_literal() =>
        FixSubsetAsync(
            """
            Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString(@"
            {
                ""type"": ""object"",
                ""properties"": { ""title"": { ""type"": ""string"" } },
                ""required"": [""title""]
            }"), jsonSchemaIsStrict: true));
            """,
            """
            Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString(@"
            {
                ""type"": ""object"",
                ""properties"": { ""title"": { ""type"": ""string"" } },
                ""required"": [""title""],
                ""additionalProperties"": false
            }"), jsonSchemaIsStrict: true));
            """
        );

    [Fact]
    public Task Regular_literals_that_are_added_up() =>
        FixSubsetAsync(
            """
            Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString(
                "{\"type\":\"object\"," + // first
                "\"properties\":{\"title\":{\"type\":\"string\"}}," +
                "\"required\":[\"title\"]}"), jsonSchemaIsStrict: true));
            """,
            """
            Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString(
                "{\"type\":\"object\"," + // first
                "\"properties\":{\"title\":{\"type\":\"string\"}}," +
                "\"required\":[\"title\"],\"additionalProperties\":false}"), jsonSchemaIsStrict: true));
            """
        );

    [Fact]
    public Task Constant() =>
        FixAsync<StrictSchemaOutsideSubset>(
            """Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString(Schema), jsonSchemaIsStrict: true));""",
            """Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString(Schema), jsonSchemaIsStrict: true));""",
            $"private const string Schema = {Open};",
            $"private const string Schema = {Closed};"
        );

    [Fact]
    public Task Fix_all() =>
        FixSubsetAsync(
            $$"""
            Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("a", BinaryData.FromString({{Open}}), jsonSchemaIsStrict: true));
            Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("b", BinaryData.FromString({{Open}}), jsonSchemaIsStrict: true));
            """,
            $$"""
            Use(ChatResponseFormat.CreateJsonSchemaFormat("a", BinaryData.FromString({{Closed}}), jsonSchemaIsStrict: true));
            Use(ChatResponseFormat.CreateJsonSchemaFormat("b", BinaryData.FromString({{Closed}}), jsonSchemaIsStrict: true));
            """
        );

    // A decision, or a text that the fix cannot reach.
    [Theory]
    [InlineData("BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\", }\")")]
    [InlineData(
        "BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\", \\\"properties\\\": { \\\"a\\\": { \\\"oneOf\\\": [] } }, \\\"required\\\": [\\\"a\\\"] }\")"
    )]
    [InlineData(
        "BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\", \\\"properties\\\": { \\\"a\\\": { \\\"type\\\": \\\"object\\\", \\\"additionalProperties\\\": { \\\"type\\\": \\\"string\\\" } } } }\")"
    )]
    [InlineData(
        "BinaryData.FromString(\"\\x7B \\\"type\\\": \\\"object\\\", \\\"properties\\\": { \\\"a\\\": { \\\"type\\\": \\\"string\\\" } } }\")"
    )]
    [InlineData("BinaryData.FromString(Head + \"\\\"properties\\\": { \\\"a\\\": { \\\"type\\\": \\\"string\\\" } } }\")")]
    public Task Not_offered(string schema) =>
        Verify.NoFixAsync<StrictSchemaOutsideSubset, StrictSchemaFix>(
            ResponseSchemas.OpenAI(
                $$"""Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", {{schema}}, jsonSchemaIsStrict: true));""",
                """private const string Head = "{ \"type\": \"object\", ";"""
            )
        );

    [Theory]
    [InlineData("", ", jsonSchemaIsStrict: true")]
    [InlineData(", \"a description\"", ", \"a description\", jsonSchemaIsStrict: true")]
    [InlineData(", jsonSchemaIsStrict: false", ", jsonSchemaIsStrict: true")]
    [InlineData(", null, null", ", null, true")]
    [InlineData(", jsonSchemaIsStrict: default /* why */", ", jsonSchemaIsStrict: true /* why */")]
    public Task Strict_is_added(string before, string after) =>
        FixAsync<SchemaIsNotStrict>(
            $$"""Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Closed}}){{before}}));""",
            $$"""Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString({{Closed}}){{after}}));"""
        );

    [Fact]
    public Task Strict_is_added_on_a_line_of_its_own_and_the_schema_repaired() =>
        FixAsync<SchemaIsNotStrict>(
            """"
            Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}(
                jsonSchemaFormatName: "song",
                jsonSchema: BinaryData.FromString("""
                    {
                        "type": "object",
                        "properties": {
                            "title": { "type": "string" }
                        },
                        "required": ["title"]
                    }
                    """)));
            """",
            """"
            Use(ChatResponseFormat.CreateJsonSchemaFormat(
                jsonSchemaFormatName: "song",
                jsonSchema: BinaryData.FromString("""
                    {
                        "type": "object",
                        "properties": {
                            "title": { "type": "string" }
                        },
                        "required": ["title"],
                        "additionalProperties": false
                    }
                    """),
                jsonSchemaIsStrict: true));
            """"
        );

    [Fact]
    public Task Strict_for_all() =>
        FixAsync<SchemaIsNotStrict>(
            $$"""
            Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("a", BinaryData.FromString({{Open}})));
            Use({|RAG2010:ResponseTextFormat.CreateJsonSchemaFormat|}("b", BinaryData.FromString({{Open}}), jsonSchemaIsStrict: null));
            """,
            $$"""
            Use(
                ChatResponseFormat.CreateJsonSchemaFormat(
                    "a",
                    BinaryData.FromString({{Closed}}),
                    jsonSchemaIsStrict: true
                )
            );
            Use(ResponseTextFormat.CreateJsonSchemaFormat("b", BinaryData.FromString({{Closed}}), jsonSchemaIsStrict: true));
            """
        );

    [Fact]
    public Task Strict_for_a_constant_of_another_file_that_fits() =>
        Verify.FixAsync<SchemaIsNotStrict, StrictSchemaFix>(
            ResponseSchemas.OpenAI(
                """Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString(Schemas.Song)));"""
            ),
            ResponseSchemas.OpenAI(
                """Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString(Schemas.Song), jsonSchemaIsStrict: true));"""
            ),
            setup: new TestSetup { OtherSources = [$"public static class Schemas {{ public const string Song = {Closed}; }}"] }
        );

    [Fact]
    public Task A_constant_of_another_file()
    {
        const string Use =
            """Use({|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString(Schemas.Song), jsonSchemaIsStrict: true));""";
        return Verify.FixAsync<StrictSchemaOutsideSubset, StrictSchemaFix>(
            ResponseSchemas.OpenAI(Use),
            ResponseSchemas.OpenAI(Use.Replace("{|RAG2009:", "").Replace("|}", "")),
            setup: new TestSetup { OtherSources = [Schemas(Open)], OtherSourcesAfterFix = [Schemas(Closed)] }
        );

        static string Schemas(string text) => $"public static class Schemas {{ public const string Song = {text}; }}";
    }

    // What is not seen may not fit, and the request would fail.
    [Theory]
    [InlineData("BinaryData.FromString(schemaText)")]
    [InlineData("BinaryData.FromBytes(File.ReadAllBytes(\"song.json\"))")]
    [InlineData("BinaryData.FromString(\"{ \\\"type\\\": \\\"object\\\", \\\"properties\\\": { \\\"a\\\": { \\\"oneOf\\\": [] } } }\")")]
    public Task Strict_is_not_offered(string schema) =>
        Verify.NoFixAsync<SchemaIsNotStrict, StrictSchemaFix>(
            ResponseSchemas.OpenAI($$"""Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("song", {{schema}}));""")
        );

    [Fact]
    public Task Strict_is_not_offered_where_a_constant_says_otherwise() =>
        Verify.NoFixAsync<SchemaIsNotStrict, StrictSchemaFix>(
            ResponseSchemas.OpenAI(
                $$"""Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Closed}}), jsonSchemaIsStrict: IsStrict));""",
                "private const bool IsStrict = false;"
            )
        );

    private static Task FixSubsetAsync(string before, string after) => FixAsync<StrictSchemaOutsideSubset>(before, after);

    private static Task FixAsync<TAnalyzer>(string before, string after, string membersBefore = "", string membersAfter = "")
        where TAnalyzer : Microsoft.CodeAnalysis.Diagnostics.DiagnosticAnalyzer, new() =>
        Verify.FixAsync<TAnalyzer, StrictSchemaFix>(
            TestSources.AmongLongLines(ResponseSchemas.OpenAI(before, membersBefore)),
            TestSources.AmongLongLines(ResponseSchemas.OpenAI(after, membersAfter))
        );
}
