using RagAnalyzers.Tests.Verifiers;
using static RagAnalyzers.Tests.Rules.Output.ResponseSchemas;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2010: the JSON schema is not strict.</summary>
public sealed class SchemaIsNotStrictTests
{
    [Theory]
    [InlineData("")]
    [InlineData(", jsonSchemaIsStrict: false")]
    [InlineData(", jsonSchemaIsStrict: null")]
    [InlineData(", jsonSchemaIsStrict: default")]
    [InlineData(", \"a description\"")]
    [InlineData(", \"a description\", false")]
    [InlineData(", jsonSchemaIsStrict: IsStrict")]
    public async Task Left_out_null_or_false(string strict)
    {
        const string Members = "private const bool IsStrict = false;";
        await OpenAIAsync(
            $$"""Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Fits}}){{strict}}));""",
            Members
        );
        await OpenAIAsync(
            $$"""Use({|RAG2010:ResponseTextFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Fits}}){{strict}}));""",
            Members
        );
    }

    [Theory]
    [InlineData("jsonSchemaIsStrict: true")]
    [InlineData("null, true")]
    [InlineData("jsonSchemaIsStrict: IsStrict")]
    [InlineData("jsonSchemaIsStrict: strict")]
    [InlineData("jsonSchemaIsStrict: strict ? true : null")]
    [InlineData("jsonSchemaIsStrict: Environment.GetEnvironmentVariable(\"STRICT\") is not null")]
    public Task Strict_or_not_known(string strict) =>
        OpenAIAsync(
            $$"""Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString({{Fits}}), {{strict}}));""",
            "private static readonly bool IsStrict = true;"
        );

    // Whatever the schema says, the model need not follow it.
    [Theory]
    [InlineData("BinaryData.FromString(schemaText)")]
    [InlineData("BinaryData.FromBytes(File.ReadAllBytes(\"song.json\"))")]
    [InlineData("BinaryData.FromObjectAsJson(new { type = \"object\" })")]
    [InlineData("BinaryData.FromString(" + Open + ")")]
    public Task A_schema_that_cannot_be_seen_or_does_not_fit(string schema) =>
        OpenAIAsync($$"""Use({|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("song", {{schema}}));""");

    [Fact]
    public Task Other_formats_have_no_schema() =>
        OpenAIAsync(
            """
            Use(ChatResponseFormat.CreateTextFormat());
            Use(ChatResponseFormat.CreateJsonObjectFormat());
            Use(ResponseTextFormat.CreateJsonObjectFormat());
            """
        );

    [Fact]
    public Task Azure_OpenAI() =>
        VerifyAsync(
            $$"""
            using Azure.AI.OpenAI;
            using OpenAI.Chat;

            public class Songs(AzureOpenAIClient azure)
            {
                public async Task<string> AskAsync(string question)
                {
                    var options = new ChatCompletionOptions
                    {
                        ResponseFormat = {|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Fits}})),
                    };
                    var completion = await azure.GetChatClient("gpt").CompleteChatAsync([new UserChatMessage(question)], options);
                    return completion.Value.Content[0].Text;
                }
            }
            """
        );

    [Fact]
    public Task OpenAI_2_1() => OldAsync(ReferenceSets.OpenAI21);

    [Fact]
    public Task OpenAI_2_10() => OldAsync(ReferenceSets.OpenAI210);

    // Here "strict" travels in AdditionalProperties, and the adapter brings the schema into the subset by itself.
    [Fact]
    public Task Microsoft_Extensions_AI_has_no_word_for_it() =>
        ExtensionsAIAsync(
            $$"""
            Use(ChatResponseFormat.ForJsonSchema<Song>());
            Use(ChatResponseFormat.ForJsonSchema(JsonDocument.Parse({{Open}}).RootElement));
            """
        );

    [Fact]
    public Task Semantic_Kernel_makes_types_strict_itself() =>
        SemanticKernelAsync("Use(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Song) });");

    [Fact]
    public Task Semantic_Kernel_with_a_format_of_OpenAI() =>
        SemanticKernelAsync(
            $$"""
            var format = {|RAG2010:OpenAI.Chat.ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Fits}}));
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = format });
            """
        );

    [Theory]
    [InlineData("Microsoft.Extensions.AI.AIJsonUtilities.CreateJsonSchema(typeof(Song))", true)]
    [InlineData("JsonDocument.Parse(" + Fits + ").RootElement", true)]
    [InlineData("JsonSerializer.Deserialize<JsonElement>(" + Fits + ")", true)]
    [InlineData("JsonDocument.Parse(\"{\\\"type\\\":\\\"json_schema\\\",\\\"json_schema\\\":{\\\"schema\\\":{}}}\").RootElement", true)]
    [InlineData(
        "JsonDocument.Parse(\"{\\\"type\\\":\\\"json_schema\\\",\\\"json_schema\\\":{\\\"schema\\\":{},\\\"strict\\\":true}}\").RootElement",
        false
    )]
    [InlineData("JsonDocument.Parse(" + Open + ").RootElement", false)]
    [InlineData("JsonDocument.Parse(schemaText).RootElement", false)]
    public Task Semantic_Kernel_sends_an_element_without_strict(string element, bool isFound) =>
        SemanticKernelAsync(
            $$"""
            var schema = {{element}};
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = {{(isFound ? "{|RAG2010:schema|}" : "schema")}} });
            """
        );

    [Fact]
    public async Task Message()
    {
        var finding = await SingleAsync(
            OpenAI($$"""Use(ChatResponseFormat.CreateJsonSchemaFormat("song", BinaryData.FromString({{Fits}})));""")
        );
        Assert.Equal(
            "The schema is sent without 'strict', so the model may answer in another shape. Pass 'jsonSchemaIsStrict: true'.",
            finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture)
        );
    }

    private static Task OldAsync(System.Collections.Immutable.ImmutableArray<Microsoft.CodeAnalysis.MetadataReference> references) =>
        VerifyAsync(
            $$"""
            using OpenAI.Chat;

            public class Formats
            {
                public object Make() => {|RAG2010:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Fits}}));

                public object MakeStrict() => {|RAG2009:ChatResponseFormat.CreateJsonSchemaFormat|}("song", BinaryData.FromString({{Open}}), jsonSchemaIsStrict: true);
            }
            """,
            references
        );
}
