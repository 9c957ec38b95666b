using System.Text.RegularExpressions;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2004 where no type says which members the answer has, and the code reads them all the same.</summary>
public sealed class JsonModeWithoutSchemaDocumentsTests
{
    private const string Members = """
        private async Task<string> TextAsync(string question) => (await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json })).Text;

        private async Task<T?> ReadAsync<T>(string question) => JsonSerializer.Deserialize<T>(await {|RAG2004:TextAsync|}(question));

        private async Task<T[]?> ReadAllAsync<T>(string question) => JsonSerializer.Deserialize<T[]>(await {|RAG2004:TextAsync|}(question));

        private Task<T[]?> HandOnAsync<T>(string question) => ReadAllAsync<T>(question);

        private async Task<T?> ReadTextAsync<T>(string question) => JsonSerializer.Deserialize<T>(await TextAsync(question));

        public async Task<object?> BindAsync() => (await ReadAsync<Answer>("a"), await HandOnAsync<Answer>("b"), await ReadTextAsync<List<string>>("c"));

        private static void UseTitle(JsonElement root) => Use(root.GetProperty("title").GetString());

        private static void UseAll(JsonElement root)
        {
            foreach (var property in root.EnumerateObject())
            {
                Use(property.Value);
            }
        }

        private static JsonElement RootOf(string json) => JsonDocument.Parse(json).RootElement;
        """;

    [Fact]
    public Task Members_are_read_by_name()
    {
        Language.IsCSharp13();
        return VerifyAsync(
            isFound: true,
            "Use(JsonDocument.Parse(TEXT).RootElement.GetProperty(\"title\").GetString());",
            "using var document = JsonDocument.Parse(TEXT); if (document.RootElement.TryGetProperty(\"title\", out var title)) Use(title);",
            "var root = JsonSerializer.Deserialize<JsonElement>(TEXT); foreach (var item in root.EnumerateArray()) Use(item.GetProperty(\"title\"u8).GetString());",
            "Use(JsonNode.Parse(TEXT)![\"title\"]!.GetValue<string>());",
            "var node = JsonNode.Parse(TEXT) as JsonObject; Use(node?[\"title\"]);",
            "Use(JsonNode.Parse(TEXT)!.AsObject().TryGetPropertyValue(\"title\", out var title));",
            "Use(JsonSerializer.Deserialize<Dictionary<string, object>>(TEXT)![\"title\"]);",
            "const string Key = \"title\"; var read = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(TEXT)!; Use(read.TryGetValue(Key, out var title) ? title.GetString() : null);",
            "foreach (var entry in JsonSerializer.Deserialize<List<Dictionary<string, string>>>(TEXT)!) Use(entry[\"title\"]);",
            "Use(JsonSerializer.Deserialize<Dictionary<string, Answer>>(TEXT));",
            "UseTitle(JsonDocument.Parse(TEXT).RootElement);",
            "Use(RootOf(TEXT).GetProperty(\"title\"));",
            "Use(JsonDocument.Parse(TEXT).RootElement.Deserialize<Answer>());",
            "var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(TEXT)); while (reader.Read()) { if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueTextEquals(\"title\")) Use(reader.Position); }",
            "var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(TEXT)); while (reader.Read()) { if (reader.TokenType == JsonTokenType.PropertyName) switch (reader.GetString()) { case \"title\": Use(1); break; } }"
        );
    }

    [Fact]
    public Task Members_are_taken_as_they_come()
    {
        Language.IsCSharp13();
        return VerifyAsync(
            isFound: false,
            "Use(JsonDocument.Parse(TEXT).RootElement.GetRawText());",
            "UseAll(JsonDocument.Parse(TEXT).RootElement);",
            "foreach (var entry in JsonSerializer.Deserialize<Dictionary<string, string>>(TEXT)!) Use(entry.Key + entry.Value);",
            "Use(JsonSerializer.Deserialize<Dictionary<string, string>>(TEXT)![question]);",
            "foreach (var item in JsonNode.Parse(TEXT)!.AsArray()) Use(item!.GetValue<string>());",
            "Use(JsonNode.Parse(TEXT)![0]);",
            "Use(JsonDocument.Parse(TEXT).RootElement.Deserialize<string[]>());",
            "var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(TEXT)); while (reader.Read()) { if (reader.TokenType == JsonTokenType.PropertyName) Use(reader.GetString()); }"
        );
    }

    [Fact]
    public async Task The_remedy_is_a_type_with_these_members()
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            [new JsonModeWithoutSchema()],
            [
                Desk.ExtensionsAI(
                    "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.Json }); Use(JsonNode.Parse(response.Text)![\"title\"]);"
                ),
            ],
            ReferenceSets.Latest
        );

        Assert.Equal(
            "The answer is parsed as 'JsonNode', but JSON mode only makes it well-formed JSON, whatever its members. Declare a type and call GetResponseAsync<T> with it.",
            Assert.Single(found).GetMessage()
        );
    }

    private static Task VerifyAsync(bool isFound, params string[] statements)
    {
        var call = isFound ? "{|RAG2004:chat.GetResponseAsync|}" : "chat.GetResponseAsync";
        var answer = $"(await {call}(question, new ChatOptions {{ ResponseFormat = ChatResponseFormat.Json }})).Text";
        var blocks = statements.Select(
            (s, i) => $"async Task Way{i}(string question) {{ var text = {answer}; {Regex.Replace(s, @"\bTEXT\b", "text")} }}"
        );
        return Verify.AnalyzerAsync<JsonModeWithoutSchema>(Desk.ExtensionsAI("Use(question);", Members + string.Join("\n", blocks)));
    }
}
