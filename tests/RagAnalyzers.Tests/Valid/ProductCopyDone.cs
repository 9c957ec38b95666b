// JSON mode with its sentence, formats under a schema, and prompts that only talk about formats.
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Responses;

namespace ProductCopyDone;

public sealed record Slogan(string Text, string Tone);

public sealed class Copywriter(OpenAI.Chat.ChatClient chat, ResponsesClient responses, IChatClient client, Kernel kernel)
{
    private readonly List<OpenAI.Chat.ChatMessage> _conversation = [new OpenAI.Chat.SystemChatMessage("You invent slogans.")];

    public IList<OpenAI.Chat.ChatMessage> Conversation => _conversation;

    public async Task<string> SloganAsync()
    {
        var options = new OpenAI.Chat.ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() };
        OpenAI.Chat.ChatCompletion completion = await chat.CompleteChatAsync(
            [
                new OpenAI.Chat.SystemChatMessage("You invent slogans. Respond with JSON."),
                new OpenAI.Chat.UserChatMessage("One for a rake."),
            ],
            options
        );
        return completion.Content[0].Text;
    }

    public async Task<string> ContinueAsync()
    {
        // Whoever holds the conversation may have asked for JSON in it.
        var options = new OpenAI.Chat.ChatCompletionOptions { ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat() };
        OpenAI.Chat.ChatCompletion completion = await chat.CompleteChatAsync(_conversation, options);
        return completion.Content[0].Text;
    }

    public async Task<Slogan?> TypedAsync(string product) =>
        (await client.GetResponseAsync<Slogan>($"Respond with a JSON object that has a slogan for {product}.")).TryGetResult(out var slogan)
            ? slogan
            : null;

    public async Task<string> TypedBySchemaAsync(string product) =>
        (
            await client.GetResponseAsync<Slogan>(
                $"Respond with JSON of this schema: {AIJsonUtilities.CreateJsonSchema(typeof(Slogan))} The product: {product}"
            )
        ).Text;

    public async Task<string> TypedSettingsAsync(string product)
    {
        var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Slogan) };
        var answer = await kernel.InvokePromptAsync(
            "Return a slogan for {{$product}} as JSON.",
            new KernelArguments(settings) { ["product"] = product }
        );
        return answer.ToString();
    }

    public async Task<string> ExplainAsync(string document) =>
        (
            await client.GetResponseAsync(
                $"The following JSON describes a garden tool. Summarize it in one sentence, in plain text, no JSON: {document}"
            )
        ).Text;

    public async Task<string> CodeAsync() =>
        (await client.GetResponseAsync("Write a C# class that parses JSON and returns XML. Explain it in Markdown.")).Text;

    public async Task<string> ReportAsync(string numbers)
    {
        var agent = new ChatClientAgent(client, "Write a report in Markdown. Include a JSON block with the totals at the end.");
        return (await agent.RunAsync(numbers)).Text;
    }

    public async Task<string> GoOnAsync(string previous)
    {
        var options = new CreateResponseOptions("gpt-5-mini", [ResponseItem.CreateUserMessageItem("And in autumn?")])
        {
            PreviousResponseId = previous,
            TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() },
        };
        ResponseResult response = await responses.CreateResponseAsync(options);
        return response.GetOutputText();
    }
}
