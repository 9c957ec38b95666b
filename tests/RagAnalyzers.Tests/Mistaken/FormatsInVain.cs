// Response formats that are set and never sent, written in many shapes.
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace FormatsInVain;

public sealed record Ticket(string Product, int Urgency);

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
