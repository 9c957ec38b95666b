using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2013: members that are read by a name off a document, and parses of what was parsed before.</summary>
public sealed class AnswerMisreadNamesTests
{
    private const string Typed = "var answer = (await chat.GetResponseAsync<Tone>(question)).Text; ";
    private const string Agent = "var answer = (await agent.RunAsync<Tone>(question)).Text; ";
    private const string Options =
        "var answer = (await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Tone>() })).Text; ";
    private const string Kernel =
        "var answer = (await service.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Tone) })).Content!; ";
    private const string Literal =
        "Chat.ChatCompletion completion = await completions.CompleteChatAsync([new Chat.UserChatMessage(question)], new Chat.ChatCompletionOptions { ResponseFormat = Chat.ChatResponseFormat.CreateJsonSchemaFormat(\"t\", BinaryData.FromString("
        + "\"\"\"{ \"type\": \"object\", \"properties\": { \"tone\": { \"type\": \"string\" }, \"score\": { \"type\": \"number\" }, \"parts\": { \"type\": \"array\", \"items\": { \"type\": \"object\", \"properties\": { \"text\": { \"type\": \"string\" } }, \"required\": [ \"text\" ], \"additionalProperties\": false } } }, \"required\": [ \"tone\", \"score\", \"parts\" ], \"additionalProperties\": false }\"\"\""
        + ")) }); var answer = completion.Content[0].Text; ";
    private const string Document = "using var document = {|RAG2013:JsonDocument.Parse|}(answer); var root = document.RootElement; ";
    private const string RightDocument = "using var document = JsonDocument.Parse(answer); var root = document.RootElement; ";
    private const string Node = "var node = {|RAG2013:JsonNode.Parse|}(answer); ";
    private const string RightNode = "var node = JsonNode.Parse(answer); ";

    private const string AskMovie = "var answer = (await chat.GetResponseAsync<Movie>(question)).Text; ";

    private const string Types = """
        public record Part(string Text);
        public record Tone([property: JsonPropertyName("tone")] string Value, double Score, List<Part> Parts) { public bool IsFriendly => Value == "friendly"; }
        """;

    [Fact]
    public Task Names_that_the_schema_does_not_have() =>
        VerifyAsync(
            Typed + Document + "return root.GetProperty(\"mood\").GetString();",
            Agent + Document + "return root.GetProperty(\"mood\").GetString();",
            Options + Document + "return root.GetProperty(\"Score\").GetDouble();",
            Kernel + Document + "return root.GetProperty(\"score\").GetDouble();", // the schema of typeof(Tone) has "Score"
            Literal + Document + "return root.GetProperty(\"mood\").GetString();",
            Literal + "return {|RAG2013:JsonDocument.Parse|}(answer).RootElement.GetProperty(\"mood\").GetString();",
            Literal + Document + "return root.GetProperty(\"tone\").GetString() + root.GetProperty(\"mood\").GetString();",
            Literal + Document + "return root.TryGetProperty(\"mood\", out var mood) ? mood.GetString() : \"neutral\";",
            Literal
                + Document
                + "return root.TryGetProperty(\"Tone\", out var tone) ? tone.GetString() : root.GetProperty(\"score\").ToString();",
            Literal
                + Document
                + "return root.GetProperty(\"parts\").EnumerateArray().Select(p => p.GetProperty(\"txt\").GetString()).ToList();",
            Literal
                + Document
                + "foreach (var part in root.GetProperty(\"parts\").EnumerateArray()) { Console.WriteLine(part.GetProperty(\"Text\").GetString()); } return null;",
            Literal + Document + "return root.GetProperty(\"parts\")[0].GetProperty(\"txt\").GetString();",
            Typed + Document + "return root.GetProperty(\"parts\")[0].GetProperty(\"txt\").GetString();",
            Literal + "return {|RAG2013:JsonSerializer.Deserialize<JsonElement>|}(answer).GetProperty(\"mood\").GetString();",
            Literal + "return {|RAG2013:JsonSerializer.Deserialize<Dictionary<string, JsonElement>>|}(answer)![\"mood\"].GetString();",
            Literal + Node + "return node![\"mood\"]!.GetValue<string>();",
            Literal + Node + "return node![\"mood\"]?.ToString();",
            Literal + Node + "return (string?)node![\"mood\"];",
            Literal + Node + "return node?[\"mood\"]?.GetValue<string>() ?? node?[\"tone\"]?.ToString();",
            Literal + Node + "return node!.AsObject().TryGetPropertyValue(\"mood\", out var mood) ? mood!.ToString() : null;",
            Literal + Node + "if (node is JsonObject found) { return found[\"mood\"]!.ToString(); } return null;",
            Literal + "return {|RAG2013:Newtonsoft.Json.Linq.JObject.Parse|}(answer)[\"mood\"]!.ToString();",
            Literal + "return (string?){|RAG2013:Newtonsoft.Json.Linq.JObject.Parse|}(answer)[\"mood\"];",
            Literal
                + "return Newtonsoft.Json.Linq.Extensions.Value<string>({|RAG2013:Newtonsoft.Json.Linq.JObject.Parse|}(answer)[\"mood\"]!);"
        );

    [Fact]
    public Task Names_that_are_read_as_they_should_be() =>
        VerifyAsync(
            Typed
                + RightDocument
                + "return root.GetProperty(\"tone\").GetString() + root.GetProperty(\"score\") + root.GetProperty(\"isFriendly\");",
            Kernel + RightDocument + "return root.GetProperty(\"tone\").GetString() + root.GetProperty(\"Score\");",
            Literal + RightDocument + "return root.GetProperty(\"parts\")[0].GetProperty(\"text\").GetString();",
            // What is no answer, and forms that an older prompt had.
            Literal
                + RightDocument
                + "return root.TryGetProperty(\"error\", out var error) ? error.GetString() : root.GetProperty(\"tone\").GetString();",
            Literal
                + RightDocument
                + "return root.TryGetProperty(\"tone\", out var tone) || root.TryGetProperty(\"Tone\", out tone) ? tone.GetString() : null;",
            Literal
                + RightDocument
                + "return root.TryGetProperty(\"tone\", out var tone) ? tone.GetString() : root.GetProperty(\"mood\").GetString();",
            Literal
                + RightDocument
                + "return root.TryGetProperty(\"mood\", out var mood) ? mood.GetString() : root.GetProperty(\"tone\").GetString();",
            Literal + RightDocument + "return root.TryGetProperty(\"mood\", out var mood) ? mood.GetString() : Read(root);",
            Literal + RightNode + "return node![\"mood\"] ?? node[\"tone\"] ?? node[\"score\"] ?? node[\"parts\"];",
            Literal + RightNode + "return node![\"mood\"] is null ? Read(node) : null;",
            Literal
                + "if (JsonDocument.Parse(answer).RootElement.TryGetProperty(\"result\", out var inner)) { answer = inner.GetRawText(); } return JsonSerializer.Deserialize<JsonNode>(answer)![\"tone\"];",
            // Another reading of names.
            Literal + "return JsonNode.Parse(answer, new JsonNodeOptions { PropertyNameCaseInsensitive = true })![\"Tone\"]!.ToString();",
            Literal
                + "return Newtonsoft.Json.Linq.JObject.Parse(answer).GetValue(\"Tone\", StringComparison.OrdinalIgnoreCase)!.ToString();",
            Literal + "return Newtonsoft.Json.Linq.JObject.Parse(answer).SelectToken(\"parts[0].text\")!.ToString();",
            // Another document, or another text.
            Literal + RightDocument + "root = JsonDocument.Parse(question).RootElement; return root.GetProperty(\"mood\").GetString();",
            Literal
                + "var document = JsonDocument.Parse(question); if (question.Length > 3) { document = JsonDocument.Parse(answer); } return document.RootElement.GetProperty(\"mood\").GetString();",
            Literal
                + "var document = JsonDocument.Parse(question); if (question.Length > 3) { document = JsonDocument.Parse(answer); } var root = document.RootElement; return root.GetProperty(\"mood\").GetString();",
            Literal + RightDocument + "root = root.GetProperty(\"parts\")[0]; return root.GetProperty(\"text\").GetString();",
            Literal
                + "if (question.Length > 3) { answer = question; } return JsonDocument.Parse(answer).RootElement.GetProperty(\"mood\").GetString();",
            "var answer = await chat.GetResponseAsync(question); return JsonDocument.Parse(answer.Text).RootElement.GetProperty(\"mood\").GetString();",
            "var answer = await chat.GetResponseAsync<Open>(question); return JsonDocument.Parse(answer.Text).RootElement.GetProperty(\"mood\").GetString();",
            "var answer = await chat.GetResponseAsync<List<Tone>>(question); return JsonDocument.Parse(answer.Text).RootElement.GetProperty(\"mood\").GetString();",
            "var answer = await chat.GetResponseAsync<Shape>(question); return JsonDocument.Parse(answer.Text).RootElement.GetProperty(\"mood\").GetString();",
            "var answer = await chat.GetResponseAsync<Dictionary<string, Tone>>(question); return JsonDocument.Parse(answer.Text).RootElement.GetProperty(\"mood\").GetString();"
        );

    [Fact]
    public Task Schemas_that_leave_names_open() =>
        VerifyAsync([
            .. new[]
            {
                "{ \"type\": \"object\", \"properties\": { \"tone\": { } }, \"additionalProperties\": true }",
                "{ \"type\": \"object\", \"properties\": { \"tone\": { } }, \"patternProperties\": { \"^m\": { } } }",
                "{ \"type\": \"object\", \"properties\": { \"tone\": { } }, \"anyOf\": [ { \"properties\": { \"mood\": { } } } ] }",
                "{ \"$ref\": \"#/$defs/tone\", \"$defs\": { \"tone\": { \"type\": \"object\", \"properties\": { \"tone\": { } } } } }",
                "{ \"type\": \"object\" }",
            }.Select(static schema =>
                $"var options = new ChatOptions {{ ResponseFormat = ChatResponseFormat.ForJsonSchema(JsonDocument.Parse(\"\"\"{schema}\"\"\").RootElement) }};"
                + "var answer = await chat.GetResponseAsync(question, options); return JsonDocument.Parse(answer.Text).RootElement.GetProperty(\"mood\").GetString();"
            ),
        ]);

    [Fact]
    public Task Helpers() =>
        MisreadAnswers.VerifyAsync(
            """
            Several((await chat.GetResponseAsync<Movie>(question)).Text);
            Several((await chat.GetResponseAsync<Rated>(question)).Text);
            Open((await chat.GetResponseAsync<Movie>(question)).Text);
            return Own((await chat.GetResponseAsync<Movie>(question)).Text);
            """,
            """
            // "Rated" has a mood.
            private static string? Several(string text) => JsonDocument.Parse(text).RootElement.GetProperty("mood").GetString();

            // Others may call it.
            public static string? Open(string text) => JsonDocument.Parse(text).RootElement.GetProperty("mood").GetString();

            private static string? Own(string text) => {|RAG2013:JsonDocument.Parse|}(text).RootElement.GetProperty("mood").GetString();
            """
        );

    [Fact]
    public Task Documents_that_are_handed_on() =>
        MisreadAnswers.VerifyAsync(
            """
            using var document = {|RAG2013:JsonDocument.Parse|}((await chat.GetResponseAsync<Movie>(question)).Text);
            Log(MoodOf(document.RootElement));
            using var other = {|RAG2013:JsonDocument.Parse|}((await chat.GetResponseAsync<Movie>(question)).Text);
            Log(Deeper(other));
            using var right = JsonDocument.Parse((await chat.GetResponseAsync<Movie>(question)).Text);
            Log(right.RootElement.Title());
            using var both = JsonDocument.Parse((await chat.GetResponseAsync<Movie>(question)).Text);
            Log(Either(both.RootElement));
            return Named(JsonDocument.Parse((await chat.GetResponseAsync<Movie>(question)).Text).RootElement, "mood");
            """,
            """
            private static string? MoodOf(JsonElement movie) => movie.GetProperty("mood").GetString();

            private static string? Deeper(JsonDocument movie) { var root = movie.RootElement; return Again(root); }

            private static string? Again(JsonElement movie) => movie.GetProperty("mood").GetString();

            private static string? Either(JsonElement found) => found.TryGetProperty("mood", out var mood) ? mood.GetString() : found.GetProperty("title").GetString();

            private static string? Named(JsonElement found, string name) => found.GetProperty(name).GetString();

            private static void Log(string? text) => Console.WriteLine(text);
            """,
            "public static class Elements { public static string? Title(this JsonElement movie) => movie.GetProperty(\"title\").GetString(); }"
        );

    [Fact]
    public Task Parses_of_what_was_parsed() =>
        VerifyAsync(
            AskMovie + "return {|RAG2013:JsonDocument.Parse(answer).RootElement.Deserialize<Movie>|}();",
            AskMovie
                + "using var document = JsonDocument.Parse(answer); return {|RAG2013:JsonSerializer.Deserialize|}(document.RootElement, typeof(Movie));",
            AskMovie + "var document = JsonDocument.Parse(answer); return {|RAG2013:document.Deserialize<Movie>|}();",
            AskMovie + "var node = JsonNode.Parse(answer); return {|RAG2013:node.Deserialize<Movie>|}(Settings.Plain);",
            AskMovie + "return {|RAG2013:BinaryData.FromString(answer).ToObjectFromJson<Movie>|}();",
            "var answer = (await chat.GetResponseAsync<Tagged>(question)).Text; return {|RAG2013:Newtonsoft.Json.Linq.JObject.Parse(answer).ToObject<Tagged>|}();"
        );

    [Fact]
    public Task Parses_of_what_was_parsed_that_read_it() =>
        VerifyAsync(
            AskMovie + "return JsonDocument.Parse(answer).RootElement.Deserialize<Movie>(JsonSerializerOptions.Web);",
            AskMovie + "return JsonDocument.Parse(answer).RootElement.Deserialize<Film>();",
            AskMovie + "return JsonDocument.Parse(answer).RootElement.GetProperty(\"title\").Deserialize<string>();",
            AskMovie + "return JsonNode.Parse(answer).Deserialize<Movie>(AIJsonUtilities.DefaultOptions);",
            AskMovie + "return BinaryData.FromString(answer).ToObjectFromJson<Movie>(JsonSerializerOptions.Web);",
            AskMovie + "return BinaryData.FromString(question).ToObjectFromJson<Movie>();",
            AskMovie + "return Newtonsoft.Json.Linq.JObject.Parse(answer).ToObject<Movie>();"
        );

    [Fact]
    public Task Message_of_a_name() =>
        Verify.AnalyzerAsync<AnswerMisread>(
            MisreadAnswers.Source(
                Typed + "return {|#0:JsonDocument.Parse|}(answer).RootElement.GetProperty(\"mood\").GetString();",
                types: Types
            ),
            expected: Verify
                .Finding<AnswerMisread>("RAG2013")
                .WithLocation(0)
                .WithOptions(Microsoft.CodeAnalysis.Testing.DiagnosticOptions.IgnoreAdditionalLocations)
                .WithArguments(
                    "mood",
                    "no name, only \"tone\", \"score\" and others",
                    "\"mood\", which is never there",
                    "Read the name that the schema has"
                )
        );

    /// <summary>Statements, each in a method of its own.</summary>
    private static Task VerifyAsync(params string[] programs) =>
        MisreadAnswers.VerifyAsync(
            "return null;",
            string.Join(
                "\n",
                programs
                    .Select((p, i) => $"public async Task<object?> Ask{i}Async(string question) {{ {p} }}")
                    .Append("private static string? Read(object document) => document.ToString();")
            ),
            Types
                + "[JsonDerivedType(typeof(Round))] public class Shape { } public class Round : Shape { public string Mood { get; set; } = \"\"; }"
        );

    [Theory]
    [InlineData(Typed + "return JsonDocument.Parse(answer).RootElement.GetProperty(")]
    [InlineData(Typed + "return JsonDocument.Parse(answer).RootElement.GetProperty(\"mood\"")]
    [InlineData(Typed + "return JsonNode.Parse(answer)[")]
    [InlineData(Typed + "return JsonNode.Parse(answer)?.Deserialize<")]
    [InlineData(Typed + "using var document = JsonDocument.Parse(answer); document.RootElement.")]
    public async Task Half_typed(string statements) =>
        await AnalyzerRun.DiagnosticsAsync([new AnswerMisread()], [MisreadAnswers.Source(statements, types: Types)], ReferenceSets.Latest);
}
