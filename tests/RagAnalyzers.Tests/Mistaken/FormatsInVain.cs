// Response formats that are set and never sent, or promise less than the code expects, written in many shapes.
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace FormatsInVain;

public sealed record Ticket(string Product, int Urgency);

public sealed class TypedDesk(IChatClient chat, AIAgent agent)
{
    public async Task<Ticket> ReadAsync(string mail, ChatResponseFormat? format, CancellationToken cancellationToken = default)
    {
        var options = new ChatOptions
        {
            Temperature = 0, // the same answer for the same mail
            ResponseFormat = ChatResponseFormat.ForJsonSchema<Ticket>(),
        };
        options.MaxOutputTokens = mail.Length > 200 ? 800 : 400;
        if (format is not null)
        {
            options.ResponseFormat = format;
        }

        var response = await chat.GetResponseAsync<Ticket>("Read the ticket.\n" + mail, options, cancellationToken: cancellationToken);
        return response.TryGetResult(out var ticket) ? ticket : new Ticket("unknown", 0);
    }

    public async Task<Ticket> RunAsync(string mail)
    {
        ChatClientAgentRunOptions run = new(new ChatOptions { TopK = 1, ResponseFormat = ChatResponseFormat.Json });
        var response = await agent.RunAsync<Ticket>(mail, options: run);
        return response.Result;
    }
}

public sealed class JsonModeDesk(OpenAI.Chat.ChatClient chat, IChatClient client)
{
    public async Task<Ticket?> ReadAsync(string mail)
    {
        var options = new OpenAI.Chat.ChatCompletionOptions
        {
            Temperature = 0,
            ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat(),
        };
        OpenAI.Chat.ChatCompletion completion = await chat.CompleteChatAsync(
            [new OpenAI.Chat.UserChatMessage("Read the ticket as JSON.\n" + mail)],
            options
        );
        return completion.FinishReason == OpenAI.Chat.ChatFinishReason.Stop
            ? JsonSerializer.Deserialize<Ticket>(completion.Content[0].Text)
            : null;
    }

    public async Task<Ticket?> AgainAsync(string mail)
    {
        ChatOptions options = new();
        options.Temperature = 0;
        options.ResponseFormat = ChatResponseFormat.Json; // the prompt says the rest
        var response = await client.GetResponseAsync([new(ChatRole.User, "Read the ticket as JSON.\n" + mail)], options);
        var text = response.Text.Trim();
        return JsonSerializer.Deserialize<Ticket>(text, JsonSerializerOptions.Web);
    }
}

public sealed class TicketDesk(IChatCompletionService completion, Kernel kernel)
{
    private const string Schema = """
        { "type": "object", "properties": { "Product": { "type": "string" } }, "required": ["Product"], "additionalProperties": false }
        """;

    private static readonly object Shared = BinaryData.FromString(Schema);

    public async Task<Ticket?> ReadAsync(string mail, bool strict, CancellationToken cancellationToken = default)
    {
        var settings = new OpenAIPromptExecutionSettings
        {
            Temperature = 0, // the same answer for the same mail
            ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Ticket>(),
        };
        var answer = await completion.GetChatMessageContentAsync("Read the ticket.\n" + mail, settings, kernel, cancellationToken);
        try
        {
            return JsonSerializer.Deserialize<Ticket>(answer.Content ?? "{}");
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task<string> DescribeAsync(string mail, bool strict)
    {
        OpenAIPromptExecutionSettings settings = new() { MaxTokens = 200 };
        if (strict)
        {
            settings.ResponseFormat = Schema;
        }
        else
        {
            settings.ResponseFormat ??= new { type = "json_object" };
        }

        var result = await kernel.InvokePromptAsync("Describe {{$mail}} as JSON.", new KernelArguments(settings) { ["mail"] = mail });
        return result.ToString();
    }

    public IEnumerable<PromptExecutionSettings> Variants(string name) =>
        [
            new OpenAIPromptExecutionSettings { ResponseFormat = "json_schema" },
            new OpenAIPromptExecutionSettings { ResponseFormat = JsonNode.Parse(Schema) },
            new OpenAIPromptExecutionSettings { ResponseFormat = Shared },
            new OpenAIPromptExecutionSettings { ResponseFormat = name.Length > 9 ? (object)"JSON_OBJECT" : Format() },
            new OpenAIPromptExecutionSettings { ResponseFormat = JsonSerializer.Serialize(new { type = "object" }) },
        ];

    private static object Format() => Microsoft.Extensions.AI.ChatResponseFormat.Json;
}
