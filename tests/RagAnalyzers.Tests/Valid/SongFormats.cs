// Response formats that are as they should be, and some that cannot be seen.
using System.Text.Json;
using System.Text.Json.Schema;
using System.Text.Json.Serialization;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;
using ExtensionsFormat = Microsoft.Extensions.AI.ChatResponseFormat;
using OpenAIFormat = OpenAI.Chat.ChatResponseFormat;

namespace SongFormats;

public sealed record Song([property: JsonPropertyName("title")] string Title, int? Year);

public sealed record Songs(IReadOnlyList<Song> Items);

public sealed class Formats(JsonSerializerOptions json)
{
    private const string Schema = """
        {
          "type": "object",
          "properties": {
            "title": { "type": "string", "description": "As on the cover." },
            "year": { "type": ["integer", "null"] },
            "covers": { "type": "array", "items": { "$ref": "#/$defs/cover" } }
          },
          "required": [ "title", "year", "covers" ],
          "additionalProperties": false,
          "$defs": {
            "cover": {
              "type": "object",
              "properties": { "artist": { "anyOf": [ { "type": "string" }, { "type": "null" } ] } },
              "required": [ "artist" ],
              "additionalProperties": false
            }
          }
        }
        """;

    private static readonly JsonElement s_schema = JsonDocument.Parse(Schema).RootElement.Clone();

    public OpenAIFormat Strict() => OpenAIFormat.CreateJsonSchemaFormat("song", BinaryData.FromString(Schema), "One song.", true);

    public ResponseTextOptions Respond(bool strict) =>
        new() { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("song", BinaryData.FromString(Schema), jsonSchemaIsStrict: strict) };

    public OpenAIFormat Generated<T>() =>
        OpenAIFormat.CreateJsonSchemaFormat(
            typeof(T).Name,
            BinaryData.FromString(json.GetJsonSchemaAsNode(typeof(T)).ToJsonString()),
            jsonSchemaIsStrict: true
        );

    public OpenAIPromptExecutionSettings Settings<T>(bool list) => new() { ResponseFormat = list ? typeof(Songs) : typeof(T) };

    public IEnumerable<ChatOptions> Options<T>(Type type)
    {
        yield return new() { ResponseFormat = ExtensionsFormat.ForJsonSchema<Songs>(json) };
        yield return new() { ResponseFormat = ExtensionsFormat.ForJsonSchema<T>() };
        yield return new() { ResponseFormat = ExtensionsFormat.ForJsonSchema(type, json) };
        yield return new() { ResponseFormat = ExtensionsFormat.ForJsonSchema(s_schema, "song") };
        yield return new() { ResponseFormat = ExtensionsFormat.ForJsonSchema(AIJsonUtilities.CreateJsonSchema(typeof(Song[]))) };
        yield return new() { ResponseFormat = new ChatResponseFormatJson(JsonDocument.Parse(File.ReadAllText("song.json")).RootElement) };
    }

    public async Task<List<Song>> ListAsync(IChatClient chat, string question) =>
        (await chat.GetResponseAsync<List<Song>>(question)).TryGetResult(out var songs) ? songs : [];
}
