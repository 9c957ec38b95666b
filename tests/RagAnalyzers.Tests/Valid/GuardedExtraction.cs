// Structured answers, each prepared for a refusal, a cut-off answer or malformed JSON: here, in a helper, in a caller, in a retry.
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using OpenAI.Chat;
using OpenAI.Responses;
using ChatFinishReason = OpenAI.Chat.ChatFinishReason;
using ChatMessage = OpenAI.Chat.ChatMessage;
using ChatResponseFormat = OpenAI.Chat.ChatResponseFormat;

namespace GuardedExtraction;

public sealed record Order(string Number, int Quantity);

public interface IOrderReader
{
    Task<Order> ReadAsync(string mail, CancellationToken cancellationToken);
}

/// <summary>Lets the exceptions through; its callers know.</summary>
public sealed class OrderReader(IChatClient chat) : IOrderReader
{
    public async Task<Order> ReadAsync(string mail, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync<Order>($"Extract the order: {mail}", cancellationToken: cancellationToken);
        return response.Result;
    }
}

public sealed class OrderDesk(IOrderReader reader, ILogger<OrderDesk> log)
{
    public async Task<Order?> TakeAsync(string mail, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            try
            {
                return await reader.ReadAsync(mail, cancellationToken);
            }
            catch (Exception e) when (e is JsonException or InvalidOperationException)
            {
                log.LogWarning(e, "Attempt {Attempt} gave no order", attempt);
            }
        }

        return null;
    }
}

public sealed class OrderExtraction(ChatClient completions, ResponsesClient responses, AIAgent agent)
{
    private static readonly BinaryData s_schema = BinaryData.FromString(
        """
        {
          "type": "object",
          "properties": { "number": { "type": "string" }, "quantity": { "type": "integer" } },
          "required": [ "number", "quantity" ],
          "additionalProperties": false
        }
        """
    );

    private static readonly ChatCompletionOptions s_options = new()
    {
        ResponseFormat = ChatResponseFormat.CreateJsonSchemaFormat("order", s_schema, jsonSchemaIsStrict: true),
    };

    public async Task<Order?> CompleteAsync(string mail)
    {
        ChatCompletion completion = await completions.CompleteChatAsync(
            [ChatMessage.CreateUserMessage("Extract the order: " + mail)],
            s_options
        );
        return completion.FinishReason switch
        {
            ChatFinishReason.Stop when completion.Refusal is null => JsonSerializer.Deserialize<Order>(
                completion.Content[0].Text,
                JsonSerializerOptions.Web
            ),
            _ => null,
        };
    }

    public async Task<Order?> RespondAsync(string mail)
    {
        var request = new CreateResponseOptions("gpt-5", [ResponseItem.CreateUserMessageItem("Extract the order: " + mail)])
        {
            TextOptions = new() { TextFormat = ResponseTextFormat.CreateJsonSchemaFormat("order", s_schema, jsonSchemaIsStrict: true) },
        };
        ResponseResult response = await responses.CreateResponseAsync(request);
        if (response.Status != ResponseStatus.Completed)
        {
            return null;
        }

        return Parse(response.GetOutputText());
    }

    public async Task<Order?> RunAsync(string mail)
    {
        try
        {
            return (await agent.RunAsync<Order>("Extract the order: " + mail)).Result;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Order? Parse(string json) => JsonSerializer.Deserialize<Order>(json, JsonSerializerOptions.Web);
}
