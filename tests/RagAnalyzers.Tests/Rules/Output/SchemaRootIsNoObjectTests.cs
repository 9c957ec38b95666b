using System.Globalization;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;
using static RagAnalyzers.Tests.Rules.Output.ResponseSchemas;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2007: the response schema's root is not an object.</summary>
public sealed class SchemaRootIsNoObjectTests
{
    public static TheoryData<string> NoObjects =>
        [
            "Song[]",
            "List<Song>",
            "IReadOnlyList<Song>",
            "IEnumerable<string>",
            "HashSet<int>",
            "Songs",
            "ICollection<Song>",
            "System.Collections.Immutable.ImmutableArray<Song>",
            "string",
            "int",
            "int?",
            "double",
            "decimal",
            "bool",
            "DateTime",
            "DateOnly",
            "Guid",
            "Uri",
            "byte[]",
            "Mood",
            "Mood?",
            "Song[][]",
            "List<Dictionary<string, Song>>",
        ];

    public static TheoryData<string> Objects =>
        [
            "Song",
            "(string Title, int Year)",
            "KeyValuePair<string, int>",
            "object",
            "JsonElement",
            "JsonDocument",
            "System.Text.Json.Nodes.JsonNode",
            "System.Text.Json.Nodes.JsonArray",
            "Newtonsoft.Json.Linq.JArray",
            "Converted",
            "ConvertedList",
            "ConvertedMood",
            "Wrapped<Song[]>",
            "Text",
        ];

    private const string Types = """
        public record Wrapped<T>(T Value);

        [JsonConverter(typeof(object))]
        public class ConvertedList : List<Song>;

        [JsonConverter(typeof(object))]
        public readonly record struct Converted(string Value);

        [JsonConverter(typeof(JsonStringEnumConverter<ConvertedMood>))]
        public enum ConvertedMood { Calm }

        public readonly record struct Text(string Value)
        {
            public static implicit operator Text(string value) => new(value);
        }
        """;

    [Theory]
    [MemberData(nameof(NoObjects))]
    [InlineData("Dictionary<string, Song>")]
    [InlineData("IDictionary<string, string>")]
    public Task Semantic_Kernel(string type) =>
        SemanticKernelAsync(
            $$"""
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:typeof({{type}})|} };
            settings.ResponseFormat = {|RAG2007:typeof({{type}})|};
            Use(settings);
            """
        );

    [Theory]
    [MemberData(nameof(Objects))]
    public Task Semantic_Kernel_with_an_object(string type) =>
        SemanticKernelAsync($$"""Use(new OpenAIPromptExecutionSettings { ResponseFormat = typeof({{type}}) });""", Types);

    [Theory]
    [MemberData(nameof(NoObjects))]
    public Task Microsoft_Extensions_AI(string type) =>
        ExtensionsAIAsync(
            $$"""
            Use({|RAG2007:ChatResponseFormat.ForJsonSchema<{{type}}>|}());
            Use({|RAG2007:ChatResponseFormat.ForJsonSchema|}(typeof({{type}})));
            var options = new ChatOptions { ResponseFormat = {|RAG2007:ChatResponseFormat.ForJsonSchema<{{type}}>|}(schemaName: "songs") };
            Use(new ChatClientAgentOptions { ChatOptions = options });
            """
        );

    // A dictionary is an object whose keys are not known, which a schema that is not strict may have.
    [Theory]
    [MemberData(nameof(Objects))]
    [InlineData("Dictionary<string, Song>")]
    public Task Microsoft_Extensions_AI_with_an_object(string type) =>
        ExtensionsAIAsync(
            $$"""
            Use(ChatResponseFormat.ForJsonSchema<{{type}}>());
            Use(ChatResponseFormat.ForJsonSchema(typeof({{type}})));
            """,
            Types
        );

    [Fact]
    public Task A_typed_call_wraps_by_itself() =>
        ExtensionsAIAsync(
            "",
            """
            public async Task<List<Song>> AskAsync(IChatClient chat, AIAgent agent) =>
                [.. (await chat.GetResponseAsync<List<Song>>("Name some songs.")).Result, .. (await agent.RunAsync<List<Song>>("Name some songs.")).Result];
            """
        );

    [Fact]
    public Task A_type_that_is_not_known() =>
        ExtensionsAIAsync(
            "",
            """
            public static object Of<T>() => ChatResponseFormat.ForJsonSchema<T>();

            public static object Of(Type type) => ChatResponseFormat.ForJsonSchema(type);

            public static object Several(bool one) => ChatResponseFormat.ForJsonSchema(one ? typeof(Song) : typeof(Song[]));
            """
        );

    [Theory]
    [InlineData("JsonDocument.Parse({0}).RootElement")]
    [InlineData("JsonDocument.Parse({0}).RootElement.Clone()")]
    [InlineData("JsonElement.Parse({0})")]
    [InlineData("JsonElement.Parse({0}u8)")]
    [InlineData("JsonSerializer.Deserialize<JsonElement>({0})")]
    [InlineData("s_document.RootElement")]
    [InlineData("s_element")]
    [InlineData("local.RootElement")]
    public Task Schema_as_a_JsonElement(string element)
    {
        element = element.Replace("{0}", List);
        return ExtensionsAIAsync(
            $$"""
            using var local = JsonDocument.Parse({{List}});
            Use({|RAG2007:ChatResponseFormat.ForJsonSchema|}({{element}}, "songs"));
            Use({|RAG2007:new ChatResponseFormatJson|}({{element}}));
            ChatResponseFormatJson format = {|RAG2007:new|}({{element}});
            Use(format);
            """,
            $$"""
            private static readonly JsonDocument s_document = JsonDocument.Parse({{List}});
            private static readonly JsonElement s_element = JsonSerializer.Deserialize<JsonElement>({{List}});
            """
        );
    }

    [Theory]
    [InlineData("JsonDocument.Parse(schemaText).RootElement")]
    [InlineData("JsonDocument.Parse(File.ReadAllText(\"songs.json\")).RootElement")]
    [InlineData("JsonDocument.Parse(" + List + ").RootElement.GetProperty(\"items\")")]
    [InlineData("AIJsonUtilities.CreateJsonSchema(typeof(Song[]))")]
    [InlineData("JsonDocument.Parse(" + Open + ").RootElement")]
    [InlineData("JsonDocument.Parse(\"{ }\").RootElement")]
    [InlineData(
        "JsonDocument.Parse(\"{ \\\"type\\\": \\\"array\\\", /* of songs */ }\", new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }).RootElement"
    )]
    [InlineData("JsonSerializer.SerializeToElement(new { type = \"array\" })")]
    public Task Schema_that_is_an_object_or_cannot_be_seen(string element) =>
        ExtensionsAIAsync(
            $$"""
            Use(ChatResponseFormat.ForJsonSchema({{element}}));
            Use(new ChatResponseFormatJson({{element}}));
            Use(new ChatResponseFormatJson(null));
            """
        );

    // Strict or not, the root comes first.
    [Theory]
    [InlineData("")]
    [InlineData(", jsonSchemaIsStrict: true")]
    [InlineData(", jsonSchemaIsStrict: strict")]
    public Task OpenAI_schema_text(string strict) =>
        OpenAIAsync(
            $$"""
            Use({|RAG2007:ChatResponseFormat.CreateJsonSchemaFormat|}("songs", BinaryData.FromString({{List}}){{strict}}));
            Use({|RAG2007:ResponseTextFormat.CreateJsonSchemaFormat|}("songs", BinaryData.FromBytes({{List}}u8.ToArray()){{strict}}));
            """
        );

    [Theory]
    [InlineData("array", "has an array as its root")]
    [InlineData("string", "has a string as its root")]
    [InlineData("integer", "has a number as its root")]
    [InlineData("boolean", "has a boolean as its root")]
    public async Task Message_of_a_text(string type, string expected)
    {
        var finding = await SingleAsync(
            OpenAI($$"""Use(ChatResponseFormat.CreateJsonSchemaFormat("songs", BinaryData.FromString("{ \"type\": \"{{type}}\" }")));""")
        );
        Assert.Equal(
            $"The response schema {expected}; services reject any root but an object. Make it a property of an object.",
            finding.GetMessage(CultureInfo.InvariantCulture)
        );
    }

    [Fact]
    public async Task Message_of_a_type()
    {
        var kernel = await SingleAsync(SemanticKernel("Use(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Song[]) });"));
        Assert.Equal(
            "The response schema of 'Song[]' has an array as its root; services reject any root but an object. Name a type that has it as a property.",
            kernel.GetMessage(CultureInfo.InvariantCulture)
        );
        var extensions = await SingleAsync(ExtensionsAI("Use(ChatResponseFormat.ForJsonSchema<List<Song>>());"));
        Assert.EndsWith("Call GetResponseAsync<List<Song>>, which wraps it.", extensions.GetMessage(CultureInfo.InvariantCulture));
    }

    [Fact]
    public Task A_type_that_is_chosen_elsewhere_is_reported_where_it_is_assigned() =>
        SemanticKernelAsync(
            """
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:s_type|} });
            var type = {|RAG2007:typeof(Song[])|};
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = type });
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" });
            """,
            "private static readonly Type s_type = typeof(Song[]);"
        );

    // A filter is an object of the program, too, and answers no prompts.
    [Fact]
    public Task A_kernel_with_a_filter_of_the_program() =>
        SemanticKernelAsync(
            """
            var builder = Kernel.CreateBuilder();
            builder.AddOpenAIChatCompletion("gpt-4.1", "key");
            var kernel = builder.Build();
            kernel.FunctionInvocationFilters.Add(new Logged());
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:typeof(Song[])|} };
            Use(kernel.InvokePromptAsync("Name some songs.", new(settings)));
            """,
            """
            private sealed class Logged : IFunctionInvocationFilter
            {
                public Task OnFunctionInvocationAsync(FunctionInvocationContext context, Func<FunctionInvocationContext, Task> next) => next(context);
            }
            """
        );

    [Fact]
    public Task A_format_that_the_connector_drops_is_RAG2006_alone() =>
        SemanticKernelAsync(
            """
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Song[]>() });
            var format = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema(typeof(List<Song>));
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = format });
            """
        );

    [Fact]
    public Task Semantic_Kernel_with_a_JsonElement() =>
        SemanticKernelAsync(
            $$"""
            using var document = JsonDocument.Parse({{List}});
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:document.RootElement|} });
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2007:JsonElement.Parse|}({{List}}) });
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = JsonElement.Parse({{Open}}) });
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = JsonElement.Parse(schemaText) });
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = {|RAG2010:JsonElement.Parse|}("{ \"type\": \"json_schema\", \"json_schema\": { \"schema\": {} } }") });
            Use(new OpenAIPromptExecutionSettings { ResponseFormat = Microsoft.Extensions.AI.AIJsonUtilities.CreateJsonSchema(typeof(Song[])) });
            """
        );

    // One client takes an array, another does not; who references the former may know.
    [Theory]
    [InlineData("OllamaSharp", false)]
    [InlineData("GeminiDotnet.Extensions.AI", false)]
    [InlineData("OllamaSharpened", true)]
    public async Task Clients_that_take_any_root(string assembly, bool isFound)
    {
        var library = Microsoft
            .CodeAnalysis.CSharp.CSharpCompilation.Create(
                assembly,
                options: new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)
            )
            .ToMetadataReference();
        var extensions = "ChatResponseFormat.ForJsonSchema<List<Song>>";
        var kernel = "{|RAG2007:typeof(Song[])|}";
        await VerifyAsync(
            ExtensionsAI(
                $"Use({(isFound ? $"{{|RAG2007:{extensions}|}}" : extensions)}()); Use(new Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings {{ ResponseFormat = {kernel} }});"
            ),
            RagAnalyzers.Tests.Verifiers.ReferenceSets.Latest.Add(library)
        );
    }

    [Theory]
    [InlineData("azure.GetChatClient(\"gpt\").AsIChatClient()", true)]
    [InlineData("new OpenAI.OpenAIClient(\"key\").GetChatClient(\"gpt\").AsIChatClient()", true)]
    [InlineData(
        "new OpenAI.OpenAIClient(new System.ClientModel.ApiKeyCredential(\"key\"), new OpenAI.OpenAIClientOptions { Endpoint = new Uri(\"http://localhost:11434/v1\") }).GetChatClient(\"llama\").AsIChatClient()",
        false
    )]
    public async Task A_client_that_is_seen_decides_whatever_the_project_references(string client, bool isFound)
    {
        var ollama = Microsoft
            .CodeAnalysis.CSharp.CSharpCompilation.Create(
                "OllamaSharp",
                options: new(Microsoft.CodeAnalysis.OutputKind.DynamicallyLinkedLibrary)
            )
            .ToMetadataReference();
        var format = "ChatResponseFormat.ForJsonSchema<List<Song>>";
        await VerifyAsync(
            ExtensionsAI(
                "",
                $$"""
                public async Task<object> AskAsync(Azure.AI.OpenAI.AzureOpenAIClient azure)
                {
                    var client = {{client}};
                    return await client.GetResponseAsync("Name some songs.", new ChatOptions { ResponseFormat = {{(
                    isFound ? $"{{|RAG2007:{format}|}}" : format
                )}}() });
                }
                """
            ),
            RagAnalyzers.Tests.Verifiers.ReferenceSets.Latest.Add(ollama)
        );
    }

    /// <summary>What makes the client does not bind: a library, or a piece of the program, is missing.</summary>
    [Theory]
    [InlineData("new Missing().AsChatClient()", 0)]
    [InlineData("Missing.Create()", 0)]
    [InlineData("new object().AsChatClient()", 0)]
    [InlineData("given", 1)]
    public async Task A_client_that_does_not_bind(string client, int count)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            [new SchemaRootIsNoObject()],
            [
                $$"""
                using Microsoft.Extensions.AI;

                public class Desk
                {
                    public async Task<object> AskAsync(IChatClient given)
                    {
                        IChatClient client = {{client}};
                        return await client.GetResponseAsync("Name songs.", new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<string[]>() });
                    }
                }
                """,
            ],
            ReferenceSets.Latest
        );
        Assert.Equal(count, found.Count(finding => finding.Id == "RAG2007"));
    }

    /// <summary>A client that the program has written itself is no service of OpenAI's; one that wraps another may be.</summary>
    [Theory]
    [InlineData("new Own()", false)]
    [InlineData("new Derived()", false)]
    [InlineData("new Wrapper(inner)", true)]
    [InlineData("new Delegating(inner)", true)]
    public Task A_client_of_the_program(string client, bool isFound) =>
        ExtensionsAIAsync(
            "",
            $$"""
            public async Task<object> AskAsync(IChatClient inner)
            {
                IChatClient client = {{client}};
                return await client.GetResponseAsync("Name some songs.", new ChatOptions { ResponseFormat = {{(
                isFound ? "{|RAG2007:ChatResponseFormat.ForJsonSchema<List<Song>>|}" : "ChatResponseFormat.ForJsonSchema<List<Song>>"
            )}}() });
            }

            private class Own : IChatClient
            {
                public Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => Task.FromResult(new ChatResponse());
                public IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken cancellationToken = default) => throw new NotSupportedException();
                public object? GetService(Type serviceType, object? serviceKey = null) => null;
                public void Dispose() { }
            }

            private sealed class Derived : Own;

            private sealed class Wrapper(IChatClient inner) : Own
            {
                public IChatClient Inner => inner;
            }

            private sealed class Delegating(IChatClient inner) : DelegatingChatClient(inner);
            """
        );

    [Fact]
    public Task A_format_that_a_typed_call_overwrites_is_RAG2008_alone() =>
        ExtensionsAIAsync(
            "",
            """
            public async Task<object> AskAsync(IChatClient chat)
            {
                var options = new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<List<Song>>() };
                return (await chat.GetResponseAsync<List<Song>>("Name some songs.", options)).Result;
            }
            """
        );
}
