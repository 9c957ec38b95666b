using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2013: where the answer, its schema and the settings of the parse come from, and what is left alone.</summary>
public sealed class AnswerMisreadTests
{
    private const string Ask = "var response = await chat.GetResponseAsync<Movie>(question); ";

    [Theory]
    [InlineData("var text = response.Text.Trim(); return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(text);")]
    [InlineData("return {|RAG2013:JsonSerializer.Deserialize|}(response.Text, typeof(Movie));")]
    [InlineData("return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(System.Text.Encoding.UTF8.GetBytes(response.Text));")]
    [InlineData("try { return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(response.Text); } catch (JsonException) { return null; }")]
    public Task Forms_of_the_parse(string parse) => MisreadAnswers.VerifyAsync(Ask + parse);

    // The settings that a prompt function was made with are in force where its call has none.
    [Theory]
    [InlineData("typeof(Rated)", "", "{|RAG2013:JsonSerializer.Deserialize<Rated>|}")]
    [InlineData("typeof(Graded)", "", "JsonSerializer.Deserialize<Graded>")]
    [InlineData("\"json_object\"", "", "JsonSerializer.Deserialize<Rated>")]
    [InlineData(
        "typeof(Rated)",
        "new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Graded) }",
        "JsonSerializer.Deserialize<Graded>"
    )]
    public Task Prompt_functions(string format, string own, string parse) =>
        MisreadAnswers.VerifyAsync(
            $$"""
            var kernel = new Microsoft.SemanticKernel.Kernel();
            var settings = new OpenAIPromptExecutionSettings { ResponseFormat = {{format}} };
            var rate = Microsoft.SemanticKernel.KernelFunctionFactory.CreateFromPrompt("Rate the film " + question, settings);
            var result = await rate.InvokeAsync(kernel, new Microsoft.SemanticKernel.KernelArguments({{own}}));
            return {{parse}}(result.GetValue<string>()!);
            """
        );

    [Fact]
    public Task Object_parses_the_answer_that_it_got() =>
        Verify.AnalyzerAsync<AnswerMisread>(
            MisreadAnswers.Source(Ask + "return new Reply(response.Text).Read();")
                + """

                internal sealed class Reply(string text)
                {
                    public Movie? Read() => {|RAG2013:JsonSerializer.Deserialize<Movie>|}(text);
                }
                """
        );

    [Fact]
    public Task Message_and_locations_of_a_name() =>
        Verify.AnalyzerAsync<AnswerMisread>(
            MisreadAnswers.Source(
                "var response = await {|#1:chat.GetResponseAsync<Movie>|}(question); return {|#0:JsonSerializer.Deserialize<Movie>|}(response.Text);"
            ),
            expected: Verify
                .Finding<AnswerMisread>("RAG2013")
                .WithLocation(0)
                .WithLocation(1)
                .WithArguments(
                    "Movie.Title",
                    "\"title\"",
                    "\"Title\", so it stays empty",
                    "Read Result, or pass AIJsonUtilities.DefaultOptions"
                )
        );

    [Theory]
    [InlineData("public required string Title { get; set; }")]
    [InlineData("[JsonRequired] public string Title { get; set; } = \"\";")]
    public Task Message_of_a_name_that_must_be_there(string member) =>
        Verify.AnalyzerAsync<AnswerMisread>(
            MisreadAnswers.Source(
                "var response = await chat.GetResponseAsync<Book>(question); return {|#0:JsonSerializer.Deserialize<Book>|}(response.Text);",
                $"public class Book {{ {member} }}"
            ),
            expected: Verify
                .Finding<AnswerMisread>("RAG2013")
                .WithLocation(0)
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments("Book.Title", "\"title\"", "\"Title\", so it throws", "Read Result, or pass AIJsonUtilities.DefaultOptions")
        );

    [Theory]
    [InlineData("chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Rated>() })", "Text")]
    [InlineData(
        "service.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Rated) })",
        "Content!"
    )]
    public Task Message_of_an_enum(string call, string text) =>
        Verify.AnalyzerAsync<AnswerMisread>(
            MisreadAnswers.Source(
                $"var response = await {call}; return {{|#0:JsonSerializer.Deserialize<Rated>|}}(response.{text}, Settings.AnyCase);"
            ),
            expected: Verify
                .Finding<AnswerMisread>("RAG2013")
                .WithLocation(0)
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments("Rated.mood", "a name of 'Mood'", "numbers, so it throws", "Pass AIJsonUtilities.DefaultOptions")
        );

    [Fact]
    public Task Message_of_another_name() =>
        Verify.AnalyzerAsync<AnswerMisread>(
            MisreadAnswers.Source(
                "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Words>(Settings.Snake) }); return {|#0:JsonSerializer.Deserialize<Words>|}(response.Text);"
            ),
            expected: Verify
                .Finding<AnswerMisread>("RAG2013")
                .WithLocation(0)
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments(
                    "Words.MovieTitle",
                    "\"movie_title\"",
                    "\"MovieTitle\", so it stays empty",
                    "Give the property that name by an attribute"
                )
        );

    [Fact]
    public Task A_helper_that_parses_has_the_finding_itself_once() =>
        MisreadAnswers.VerifyAsync(
            Ask + "Read<Movie>(response.Text); return Read<Movie>((await agent.RunAsync<Movie>(question)).Text);",
            "private static T? Read<T>(string text) => {|RAG2013:JsonSerializer.Deserialize<T>|}(text);"
        );

    [Fact]
    public Task A_helper_that_is_given_the_settings() =>
        MisreadAnswers.VerifyAsync(
            Ask + "return Read<Movie>(response.Text, Settings.Plain);",
            "private static T? Read<T>(string text, JsonSerializerOptions options) => {|RAG2013:JsonSerializer.Deserialize<T>|}(text, options);"
        );

    [Fact]
    public Task A_helper_that_is_given_several_settings() =>
        MisreadAnswers.VerifyAsync(
            Ask + "Read<Movie>(response.Text, Settings.Web); return Read<Movie>(response.Text, Settings.Plain);",
            "private static T? Read<T>(string text, JsonSerializerOptions options) => JsonSerializer.Deserialize<T>(text, options);"
        );

    [Theory]
    [InlineData("Of<Movie>()", "private static ChatOptions Of<T>() => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<T>() };")]
    [InlineData(
        "Of<Movie>()",
        "private static ChatOptions Of<T>() => Shaped<T>(); private static ChatOptions Shaped<TShape>() => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<TShape>() };"
    )]
    [InlineData(
        "Of(typeof(Movie))",
        "private static ChatOptions Of(Type type) => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema(type) };"
    )]
    public Task Options_that_a_helper_makes_for_a_type(string options, string helper) =>
        MisreadAnswers.VerifyAsync(
            $"var response = await chat.GetResponseAsync(question, {options}); return {{|RAG2013:JsonSerializer.Deserialize<Movie>|}}(response.Text);",
            helper
        );

    [Theory]
    [InlineData(
        "Of<Film>()",
        "Film",
        "private static ChatOptions Of<T>() => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<T>() };"
    )]
    [InlineData(
        "Of<Film>()",
        "Movie",
        "private static ChatOptions Of<T>() => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<T>() };"
    )]
    [InlineData(
        "Of<Movie>()",
        "Movie",
        "private static ChatOptions Of<T>() => new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<T>(JsonSerializerOptions.Default) };"
    )]
    public Task Options_that_a_helper_makes_for_what_is_read(string options, string read, string helper) =>
        MisreadAnswers.VerifyAsync(
            $"var response = await chat.GetResponseAsync(question, {options}); JsonSerializer.Deserialize<{read}>(response.Text); return null;",
            helper
        );

    [Fact]
    public Task The_answer_of_a_method() =>
        MisreadAnswers.VerifyAsync(
            "return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(await TextAsync<Movie>(question));",
            "private async Task<string> TextAsync<T>(string question) => (await chat.GetResponseAsync<T>(question)).Text;"
        );

    [Fact]
    public Task An_answer_that_is_kept_in_a_field() =>
        MisreadAnswers.VerifyAsync(
            "_answer = (await chat.GetResponseAsync<Movie>(question)).Text; return Read();",
            """
            private string _answer = "";

            private Movie? Read() => {|RAG2013:JsonSerializer.Deserialize<Movie>|}(_answer);
            """
        );

    [Fact]
    public Task A_generic_method_whose_callers_say_the_type() =>
        MisreadAnswers.VerifyAsync(
            "await ReadAsync<Film>(question); return await AskAsync<Movie>(question);",
            """
            private async Task<T?> AskAsync<T>(string question)
            {
                var response = await chat.GetResponseAsync<T>(question);
                return {|RAG2013:JsonSerializer.Deserialize<T>|}(response.Text);
            }

            private async Task<T?> ReadAsync<T>(string question)
            {
                var response = await chat.GetResponseAsync<T>(question);
                return JsonSerializer.Deserialize<T>(response.Text);
            }
            """
        );

    [Theory]
    [InlineData("MovieContext.Default.Movie", "")]
    [InlineData("Plain.Default.Movie", "RAG2013")]
    [InlineData("AnyCase.Default.Movie", "")]
    [InlineData("Web.Default.Movie", "")]
    [InlineData("new Plain(Settings.Web).Movie", "")]
    public Task Contexts_whose_source_is_generated(string info, string finding)
    {
        var parse = finding.Length > 0 ? $"{{|{finding}:JsonSerializer.Deserialize|}}" : "JsonSerializer.Deserialize";
        return MisreadAnswers.VerifyAsync(
            $"{Ask}return {parse}(response.Text, {info});",
            types: """
            [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
            public class MovieContext : Plain { public static new MovieContext Default { get; } = new(); }

            [JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
            public class AnyCase : Plain { public static new AnyCase Default { get; } = new(); }

            [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
            public class Web : Plain { public static new Web Default { get; } = new(); }

            // What the generator makes, in short.
            public class Plain : JsonSerializerContext
            {
                public Plain(JsonSerializerOptions? options = null) : base(options) { }

                public static Plain Default { get; } = new();

                public JsonTypeInfo<Movie> Movie => null!;

                protected override JsonSerializerOptions? GeneratedSerializerOptions => null;

                public override JsonTypeInfo? GetTypeInfo(Type type) => null;
            }
            """
        );
    }

    [Theory]
    [InlineData("new JsonSerializerOptions { Converters = { new MovieConverter() } }")]
    [InlineData("new JsonSerializerOptions { PropertyNameCaseInsensitive = question.Length > 3 }")]
    [InlineData("new JsonSerializerOptions { PropertyNamingPolicy = Policy }")]
    [InlineData("new JsonSerializerOptions { TypeInfoResolver = Resolver }")]
    [InlineData("new JsonSerializerOptions { TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { _ => { } } } }")]
    [InlineData("Given")]
    [InlineData("Changed")]
    [InlineData("Made()")]
    public Task Settings_that_cannot_be_seen(string settings) =>
        MisreadAnswers.VerifyAsync(
            $"{Ask}return JsonSerializer.Deserialize<Movie>(response.Text, {settings});",
            """
            public JsonSerializerOptions Given { get; set; } = new();

            public JsonNamingPolicy? Policy { get; set; }

            public IJsonTypeInfoResolver? Resolver { get; set; }

            private static readonly JsonSerializerOptions Changed = Outside(new());

            private static JsonSerializerOptions Outside(JsonSerializerOptions options)
            {
                Helper.Configure(options);
                return options;
            }

            private JsonSerializerOptions Made() => Helper.Make();
            """,
            """
            public class MovieConverter : JsonConverter<Movie>
            {
                public override Movie? Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => null;

                public override void Write(Utf8JsonWriter writer, Movie movie, JsonSerializerOptions options) { }
            }

            public abstract class Helper
            {
                private static readonly Helper s_helper = null!;

                public static void Configure(JsonSerializerOptions options) => s_helper.Do(options);

                public static JsonSerializerOptions Make() => s_helper.Give();

                protected abstract void Do(JsonSerializerOptions options);

                protected abstract JsonSerializerOptions Give();
            }
            """
        );

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<Film>(response.Text);")] // another type
    [InlineData("return JsonSerializer.Deserialize<Dictionary<string, object>>(response.Text);")]
    [InlineData("return JsonSerializer.Deserialize<JsonElement>(response.Text);")]
    [InlineData("return JsonNode.Parse(response.Text);")]
    [InlineData("return JsonSerializer.Deserialize<Movie>(question);")] // another text
    [InlineData("return response.Result;")]
    public Task Reads_of_something_else(string parse) => MisreadAnswers.VerifyAsync(Ask + parse);

    [Theory]
    [InlineData("public record Answer([property: JsonConverter(typeof(Any))] string Title);")]
    [InlineData("[JsonConverter(typeof(Any))] public record Answer(string Title);")]
    [InlineData("public record Answer([property: JsonIgnore] string Title);")]
    [InlineData(
        "public class Answer { public string Title { get; set; } = \"\"; [JsonExtensionData] public Dictionary<string, object>? Rest { get; set; } }"
    )]
    [InlineData("public class Answer { public string Title => \"\"; }")]
    [InlineData("public record Answer([property: Own] string Title);")]
    public Task Types_that_say_otherwise(string type) =>
        MisreadAnswers.VerifyAsync(
            "var response = await chat.GetResponseAsync<Answer>(question); return JsonSerializer.Deserialize<Answer>(response.Text);",
            types: type
                + """

                public class Any : JsonConverterFactory
                {
                    public override bool CanConvert(Type type) => true;

                    public override JsonConverter? CreateConverter(Type type, JsonSerializerOptions options) => null;
                }

                public class OwnAttribute : JsonConverterAttribute;
                """
        );

    [Theory]
    [InlineData("var response = await chat.GetResponseAsync(question);")]
    [InlineData("var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json });")]
    [InlineData("var response = await chat.GetResponseAsync(question, Options);")]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(Given) });"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema(AIJsonUtilities.CreateJsonSchema(typeof(Movie), inferenceOptions: new() { TransformSchemaNode = (_, node) => node })) });"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = question.Length > 3 ? ChatResponseFormat.ForJsonSchema<Movie>() : ChatResponseFormat.ForJsonSchema(Given) });"
    )]
    public Task Schemas_that_are_none_or_cannot_be_seen(string call) =>
        MisreadAnswers.VerifyAsync(
            $"{call} return JsonSerializer.Deserialize<Movie>(response.Text);",
            """
            public ChatOptions Options { get; set; } = new();

            public JsonElement Given { get; set; }
            """
        );

    [Fact]
    public Task A_list_that_the_typed_call_wraps() =>
        MisreadAnswers.VerifyAsync(
            "var response = await chat.GetResponseAsync<List<Movie>>(question); return JsonSerializer.Deserialize<List<Movie>>(response.Text);"
        );

    [Fact]
    public Task A_property_that_the_written_schema_does_not_have() =>
        MisreadAnswers.VerifyAsync(
            """
            var options = new Chat.ChatCompletionOptions { ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat("t", BinaryData.FromString("{ \"type\": \"object\", \"properties\": { \"name\": { \"type\": \"string\" } } }")) };
            Chat.ChatCompletion completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(question)], options);
            return JsonSerializer.Deserialize<Movie>(completion.Content[0].Text);
            """
        );

    [Fact]
    public Task A_parser_and_a_client_of_the_users_own() =>
        Verify.AnalyzerAsync<AnswerMisread>(
            """
            using Microsoft.Extensions.AI;

            public record Movie(string Title);

            public static class JsonSerializer
            {
                public static T? Deserialize<T>(string text) => default;
            }

            public class Chat
            {
                public Task<ChatResponse<T>> GetResponseAsync<T>(string question) => null!;
            }

            public class Desk(IChatClient client, Chat chat)
            {
                public async Task<object?> AskAsync(string question) => JsonSerializer.Deserialize<Movie>((await client.GetResponseAsync<Movie>(question)).Text);

                public async Task<object?> TellAsync(string question) => System.Text.Json.JsonSerializer.Deserialize<Movie>((await chat.GetResponseAsync<Movie>(question)).Text);
            }
            """
        );

    [Theory]
    [InlineData("return JsonSerializer.Deserialize<Movie>(response.Text, ")]
    [InlineData("return JsonSerializer.Deserialize<Missing>(response.Text);")]
    [InlineData("return JsonSerializer.Deserialize<Movie>(response.Text, new JsonSerializerOptions { PropertyNamingPolicy = });")]
    [InlineData("return JsonSerializer.Deserialize<>(response.Text);")]
    public async Task Half_typed(string parse)
    {
        var source = MisreadAnswers.Source(Ask + parse);
        var diagnostics = await AnalyzerRun.DiagnosticsAsync([new AnswerMisread()], [source], ReferenceSets.Latest);
        Assert.Empty(diagnostics);
    }
}
