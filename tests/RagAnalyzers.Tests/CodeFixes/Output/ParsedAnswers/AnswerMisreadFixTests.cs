using RagAnalyzers.CodeFixes.Output.ParsedAnswers;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.ParsedAnswers;

/// <summary>RAG2013: the typed result is read, or the parse gets options that read what the schema prescribes.</summary>
public sealed class AnswerMisreadFixTests
{
    [Theory]
    [InlineData(
        "var response = await chat.GetResponseAsync<Movie>(question); return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(response.Text);",
        "var response = await chat.GetResponseAsync<Movie>(question); return response.Result;"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync<Movie>(question); return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(response.Text, Settings.Plain)!.Year;",
        "var response = await chat.GetResponseAsync<Movie>(question); return response.Result.Year;"
    )]
    [InlineData(
        "var response = await agent.RunAsync<Movie>(question); return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(response.Text.Trim());",
        "var response = await agent.RunAsync<Movie>(question); return response.Result;"
    )]
    [InlineData(
        "return {|RAG2013:JsonSerializer.Deserialize<Movie>|}((await agent.RunAsync<Movie>(question)).Text);",
        "return (await agent.RunAsync<Movie>(question)).Result;"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync<Tagged>(question); return {|RAG2013:Newtonsoft.Json.JsonConvert.DeserializeObject<Tagged>|}(response.Text);",
        "var response = await chat.GetResponseAsync<Tagged>(question); return response.Result;"
    )]
    public Task Typed_result(string before, string after) => FixAsync(before, after);

    [Fact]
    public Task Typed_result_behind_a_local() =>
        FixAsync(
            """
            var response = await chat.GetResponseAsync<Movie>(question);
                    var text = response.Text.Trim();
                    return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(text);
            """,
            """
            var response = await chat.GetResponseAsync<Movie>(question);
                    return response.Result;
            """
        );

    [Theory]
    [InlineData(
        "chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Movie>() })",
        "Text",
        "Movie"
    )]
    [InlineData(
        "service.GetChatMessageContentAsync(question, new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Rated) })",
        "Content!",
        "Rated"
    )]
    public Task Options_of_the_SDK(string call, string text, string type) =>
        FixAsync(
            $"var response = await {call};\n        return {{|RAG2013:JsonSerializer.Deserialize<{type}>|}}(response.{text});",
            $"var response = await {call};\n        return JsonSerializer.Deserialize<{type}>(response.{text}, AIJsonUtilities.DefaultOptions);"
        );

    [Theory]
    [InlineData("JsonDocument.Parse", ".RootElement.GetProperty(\"{0}\").GetString()")]
    [InlineData("JsonNode.Parse", "![\"{0}\"]!.ToString()")]
    [InlineData("Newtonsoft.Json.Linq.JObject.Parse", "[\"{0}\"]!.ToString()")]
    public Task Names_of_the_same_letters(string parse, string read)
    {
        string Code(string marked, string name) =>
            $"var answer = (await chat.GetResponseAsync<Movie>(question)).Text; return {marked}(answer){read.Replace("{0}", name, StringComparison.Ordinal)};";
        return FixAsync(Code($"{{|RAG2013:{parse}|}}", "Title"), Code(parse, "title"));
    }

    [Fact]
    public Task All_names_of_a_document() =>
        FixAsync(
            "var answer = (await chat.GetResponseAsync<Movie>(question)).Text; var node = {|RAG2013:JsonNode.Parse|}(answer)!; return node[\"Title\"]!.ToString() + node[\"Year\"]!.ToString();",
            "var answer = (await chat.GetResponseAsync<Movie>(question)).Text; var node = JsonNode.Parse(answer)!; return node[\"title\"]!.ToString() + node[\"year\"]!.ToString();"
        );

    [Fact]
    public Task No_fix_of_a_name_of_other_letters() =>
        No_fix(
            "var answer = (await chat.GetResponseAsync<Movie>(question)).Text; var node = {|RAG2013:JsonNode.Parse|}(answer)!; return node[\"Title\"]!.ToString() + node[\"Place\"]!.ToString();"
        );

    [Fact]
    public Task No_fix_of_a_part() =>
        No_fix(
            "var answer = (await chat.GetResponseAsync<Movie>(question)).Text; return {|RAG2013:JsonDocument.Parse(answer).RootElement.Deserialize<Movie>|}();"
        );

    [Theory]
    [InlineData("Movie", "JsonSerializerOptions.Web")]
    [InlineData("Rated", "new JsonSerializerOptions(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } }")]
    public Task Options_for_the_web_where_the_SDK_has_none(string type, string options)
    {
        string Source(string parse) =>
            $$"""
                using System.Text.Json;
                using System.Text.Json.Schema;
                using System.Text.Json.Serialization;
                using OpenAI.Chat;

                public enum Mood { Good, Bad }
                public record Movie(string Title, int Year);
                public record Rated(string Title, [property: JsonPropertyName("mood")] Mood Mood);

                public class Desk(ChatClient chat)
                {
                    public async Task<object?> AskAsync(string question)
                    {
                        var options = new ChatCompletionOptions
                        {
                            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("answer", BinaryData.FromString("{ \"type\": \"object\", \"properties\": { \"title\": { \"type\": \"string\" }, \"mood\": { \"type\": \"string\" } } }")),
                        };
                        ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage(question)], options);
                        return {{parse}};
                    }
                }
                """;
        return Verify.FixAsync<AnswerMisread, AnswerMisreadFix>(
            Source($"{{|RAG2013:JsonSerializer.Deserialize<{type}>|}}(completion.Content[0].Text)"),
            Source($"JsonSerializer.Deserialize<{type}>(completion.Content[0].Text, {options})"),
            ReferenceSets.OpenAI210
        );
    }

    [Theory]
    // Settings of the user's own say more than that.
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Movie>() }); return {|RAG2013:JsonSerializer.Deserialize<Movie>|}(response.Text, Settings.Plain);"
    )]
    // No options read that name.
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Words>(Settings.Snake) }); return {|RAG2013:JsonSerializer.Deserialize<Words>|}(response.Text);"
    )]
    [InlineData(
        "var response = await chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Tagged>() }); return {|RAG2013:Newtonsoft.Json.JsonConvert.DeserializeObject<Tagged>|}(response.Text);"
    )]
    public Task No_fix(string statements) => Verify.NoFixAsync<AnswerMisread, AnswerMisreadFix>(MisreadAnswers.Source(statements));

    private static Task FixAsync(string before, string after) =>
        Verify.FixAsync<AnswerMisread, AnswerMisreadFix>(MisreadAnswers.Source(before), MisreadAnswers.Source(after));
}
