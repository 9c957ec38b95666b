// Response formats whose schema a service rejects, or does not enforce, in many forms.
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Chat;
using OpenAI.Responses;
using ExtensionsFormat = Microsoft.Extensions.AI.ChatResponseFormat;
using OpenAIFormat = OpenAI.Chat.ChatResponseFormat;

namespace SongFormats;

public sealed record Song(string Title, int Year);

public static class Schemas
{
    public const string Song = """
        {
          "type": "object",
          "properties": {
            "title": { "type": "string" },
            "mood": { "type": "string", "enum": [ "calm", "loud" ] },
            "covers": {
              "type": "array",
              "items": { "type": "object", "properties": { "artist": { "type": "string" } } }
            }
          },
          "required": [ "title" ]
        }
        """;

    internal static readonly JsonDocument List = JsonDocument.Parse("{ \"type\": \"array\", \"items\": { \"type\": \"string\" } }");
}

public sealed class Formats(ChatClient client, Kernel kernel)
{
    private static readonly OpenAIFormat s_strict = OpenAIFormat.CreateJsonSchemaFormat(
        "song",
        BinaryData.FromString(Schemas.Song),
        jsonSchemaIsStrict: true
    );

    public async Task<string> AskAsync(string question)
    {
        var options = new ChatCompletionOptions { ResponseFormat = s_strict };
        if (question.Length > 100)
        {
            options.ResponseFormat = OpenAIFormat.CreateJsonSchemaFormat(
                "song",
                BinaryData.FromBytes("""{ "type": "object", "properties": { "title": { "type": "string" } } }"""u8.ToArray())
            );
        }

        var completion = await client.CompleteChatAsync([new UserChatMessage(question)], options);
        return completion.Value.Content[0].Text;
    }

    public CreateResponseOptions Respond() =>
        new()
        {
            TextOptions = new ResponseTextOptions
            {
                TextFormat = ResponseTextFormat.CreateJsonSchemaFormat(
                    "song",
                    BinaryData.FromString(@"{ ""type"": ""object"", }"),
                    jsonSchemaIsStrict: true
                ),
            },
        };

    public async Task<string> ListAsync(string question)
    {
        var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Song[]) };
        settings.ResponseFormat = typeof(Dictionary<string, Song>);
        return (await kernel.InvokePromptAsync(question, new(settings))).ToString();
    }

    public IEnumerable<ChatOptions> Options(bool asType)
    {
        yield return new()
        {
            ResponseFormat = asType ? ExtensionsFormat.ForJsonSchema(typeof(int)) : ExtensionsFormat.ForJsonSchema<List<Song>>(),
        };
        yield return new() { ResponseFormat = new ChatResponseFormatJson(Schemas.List.RootElement) };
    }
}
