// Formats that Semantic Kernel's OpenAI connector takes, and values that may be one.
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace ConnectorFormats;

public sealed record Ticket(string Product, int Urgency);

public sealed class AnyJson(IChatCompletionService completion)
{
    public async Task<JsonElement?> ReadAsync(string mail, CancellationToken cancellationToken = default)
    {
        var settings = new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" };
        var answer = await completion.GetChatMessageContentAsync(
            "List what the mail mentions, as JSON with members of your choice.\n" + mail,
            settings,
            cancellationToken: cancellationToken
        );
        if (answer.Metadata?["FinishReason"] is not "Stop")
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<JsonElement>(answer.Content ?? "{}");
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public sealed class TicketDesk(IChatCompletionService completion, IConfiguration configuration)
{
    public async Task<string?> ReadAsync(string mail, Type? shape, object? configured, CancellationToken cancellationToken = default)
    {
        PromptExecutionSettings[] variants =
        [
            new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Ticket) },
            new OpenAIPromptExecutionSettings { ResponseFormat = shape ?? typeof(Ticket) },
            new OpenAIPromptExecutionSettings { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() },
            new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" },
            new OpenAIPromptExecutionSettings { ResponseFormat = mail.Length > 200 ? "json_object" : "text" },
            new OpenAIPromptExecutionSettings { ResponseFormat = JsonDocument.Parse("""{ "type": "object" }""").RootElement },
            new OpenAIPromptExecutionSettings { ResponseFormat = configuration["Chat:ResponseFormat"] },
            new OpenAIPromptExecutionSettings { ResponseFormat = configured },
            new OpenAIPromptExecutionSettings { ResponseFormat = null },
            new OpenAIAudioToTextExecutionSettings("mail.mp3") { ResponseFormat = "verbose_json" },
        ];
        var answer = await completion.GetChatMessageContentAsync(
            "Read the ticket as JSON.\n" + mail,
            variants[mail.Length % variants.Length],
            cancellationToken: cancellationToken
        );
        return answer.Content;
    }
}
