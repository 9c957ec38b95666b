// The format is set where the options, the agent or the function are made; only the call and the parse are in the same method.
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace FormatSetElsewhere;

public sealed record Sentiment(string Label, double Score);

internal static class Formats
{
    public static ChatOptions Sentiment() =>
        new() { ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Sentiment>() };
}

public sealed class OptionsFromAnotherClass(IChatClient chat)
{
    public async Task<Sentiment?> ReadAsync(string text)
    {
        var response = await chat.GetResponseAsync("How does the writer feel? " + text, Formats.Sentiment());
        if (response.FinishReason != ChatFinishReason.Stop)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Sentiment>(response.Text, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public sealed class OptionsForTypedAndUntypedCalls(IChatClient chat)
{
    private readonly ChatOptions _shared = new() { ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.Text };

    public async Task<string> ReadAsync(string text)
    {
        var options = new ChatOptions { Temperature = 0, ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.Text };
        var draft = await chat.GetResponseAsync("How does the writer feel? " + text, options);
        var checkedDraft = await chat.GetResponseAsync<Sentiment>("Rate this: " + draft.Text, options);
        var again = await chat.GetResponseAsync<Sentiment>("Rate this: " + draft.Text, _shared);
        return checkedDraft.TryGetResult(out var sentiment) && again.TryGetResult(out _) ? sentiment.ToString() : draft.Text;
    }

    public async Task<string> TellAsync(string text) => (await chat.GetResponseAsync("Answer this mail: " + text, _shared)).Text;
}

public sealed class OptionsFromTheCaller(IChatClient chat)
{
    public async Task<JsonElement> ReadAsync(string text, ChatOptions options)
    {
        var response = await chat.GetResponseAsync("How does the writer feel? " + text, options);
        if (response.FinishReason != ChatFinishReason.Stop)
        {
            return default;
        }

        try
        {
            return JsonDocument.Parse(response.Text).RootElement;
        }
        catch (JsonException)
        {
            return default;
        }
    }
}

public sealed class SemanticKernelSettings(IChatCompletionService chat)
{
    private readonly OpenAIPromptExecutionSettings _settings = new() { ResponseFormat = typeof(Sentiment) };

    public async Task<Sentiment?> ReadAsync(string text)
    {
        var history = new ChatHistory("You judge how the writer of a text feels.");
        history.AddUserMessage(text);
        var answer = await chat.GetChatMessageContentAsync(history, _settings);
        if (answer.Content is not { Length: > 0 } content)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<Sentiment>(content, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

public sealed class TypedAgent(AIAgent agent)
{
    public async Task<Sentiment?> ReadAsync(string text)
    {
        var response = await agent.RunAsync<Sentiment>("How does the writer feel? " + text);
        return response.FinishReason == ChatFinishReason.Stop ? response.Result : null;
    }
}
