// The OpenAI SDK: the answer is parsed, and a strict schema constrains it; refusal, truncation and bad JSON are handled.
using System.ClientModel;
using System.Text.Json;
using OpenAI.Chat;

namespace InvoiceExtraction;

public sealed record Line(string Description, decimal Amount);

public sealed record Invoice(string Number, string Supplier, IReadOnlyList<Line> Lines);

public sealed class InvoiceReader
{
    private static readonly BinaryData s_schema = BinaryData.FromString(
        """
        {
          "type": "object",
          "properties": {
            "number": { "type": "string" },
            "supplier": { "type": "string" },
            "lines": {
              "type": "array",
              "items": {
                "type": "object",
                "properties": {
                  "description": { "type": "string" },
                  "amount": { "type": "number" }
                },
                "required": ["description", "amount"],
                "additionalProperties": false
              }
            }
          },
          "required": ["number", "supplier", "lines"],
          "additionalProperties": false
        }
        """
    );

    private readonly ChatClient _chat;
    private readonly ChatCompletionOptions _options;

    public InvoiceReader(ChatClient chat)
    {
        _chat = chat;
        _options = new ChatCompletionOptions
        {
            MaxOutputTokenCount = 2000,
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("invoice", s_schema, jsonSchemaIsStrict: true),
        };
    }

    public async Task<Invoice?> ReadAsync(string text, CancellationToken cancellationToken)
    {
        List<ChatMessage> messages =
        [
            new SystemChatMessage("Extract the invoice from the text. Copy amounts exactly as they are written."),
            new UserChatMessage(text),
        ];

        ClientResult<ChatCompletion> result = await _chat.CompleteChatAsync(messages, _options, cancellationToken);
        var completion = result.Value;
        if (completion.FinishReason != ChatFinishReason.Stop || completion.Refusal is { Length: > 0 } || completion.Content.Count == 0)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Invoice>(completion.Content[0].Text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public sealed class InvoiceLines(ChatClient chat)
{
    public async Task<int> CountAsync(string text)
    {
        var options = new ChatCompletionOptions
        {
            ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat(
                jsonSchemaFormatName: "count",
                jsonSchema: BinaryData.FromBytes(
                    """
                    {
                      "type": "object",
                      "properties": { "count": { "type": "integer" } },
                      "required": ["count"],
                      "additionalProperties": false
                    }
                    """u8.ToArray()
                ),
                jsonSchemaIsStrict: true
            ),
        };

        ChatCompletion completion = await chat.CompleteChatAsync(
            [new UserChatMessage("How many lines has this invoice?\n" + text)],
            options
        );
        if (completion.FinishReason != ChatFinishReason.Stop || completion.Refusal is not null)
        {
            return 0;
        }

        try
        {
            using var json = JsonDocument.Parse(completion.Content[0].Text);
            return json.RootElement.GetProperty("count").GetInt32();
        }
        catch (JsonException)
        {
            return 0;
        }
    }
}
