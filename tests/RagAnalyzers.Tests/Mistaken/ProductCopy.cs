// Formats that are asked for and not enforced, and JSON mode that is not asked for, for the runs over half-typed code.
using System.Text.Json;
using System.Text.Json.Schema;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Responses;

namespace ProductCopy;

public static class Prompts
{
    public const string Describe = """
        You write copy for a shop of garden tools.
        Answer with a JSON object that has the members "title" and "text".
        """;

    public static readonly string Sheet = "List the five best sellers. Respond in CSV only.";
}

public sealed record Leaflet(string Headline, string[] Sentences);

public sealed class Copywriter(
    OpenAI.Chat.ChatClient chat,
    ResponsesClient responses,
    IChatClient client,
    Kernel kernel,
    IChatCompletionService completion
)
{
    private const string Shape = $"Respond with JSON of the type {nameof(Leaflet)}. ";

    private static readonly string s_schema = JsonSerializerOptions.Web.GetJsonSchemaAsNode(typeof(Leaflet)).ToJsonString();

    private readonly OpenAI.Chat.ChatCompletionOptions _json = new()
    {
        ResponseFormat = OpenAI.Chat.ChatResponseFormat.CreateJsonObjectFormat(),
    };

    public async Task<string> DescribeAsync(string product)
    {
        List<OpenAI.Chat.ChatMessage> messages = [new OpenAI.Chat.SystemChatMessage(Prompts.Describe)];
        messages.Add(new OpenAI.Chat.UserChatMessage($"The product: {product}"));
        OpenAI.Chat.ChatCompletion completion = await chat.CompleteChatAsync(messages);
        return completion.Content[0].Text;
    }

    public async Task<string> SloganAsync()
    {
        OpenAI.Chat.ChatCompletion completion = await chat.CompleteChatAsync(
            [
                new OpenAI.Chat.SystemChatMessage("You invent slogans for garden tools."),
                .. new[] { new OpenAI.Chat.UserChatMessage($"Give me {3} slogans.") },
            ],
            _json
        );
        return completion.Content[0].Text;
    }

    public async Task<string> ColoursAsync()
    {
        var options = new CreateResponseOptions("gpt-5-mini", [ResponseItem.CreateUserMessageItem("Which colours sell in spring?")])
        {
            TextOptions = new ResponseTextOptions { TextFormat = ResponseTextFormat.CreateJsonObjectFormat() },
        };
        ResponseResult response = await responses.CreateResponseAsync(options);
        return response.GetOutputText();
    }

    public async Task<string> BestSellersAsync() => (await client.GetResponseAsync(Prompts.Sheet)).Text;

    public async Task<string> LabelsAsync(string text)
    {
        var settings = new OpenAIPromptExecutionSettings { ResponseFormat = "json_object" };
        var labels = await kernel.InvokePromptAsync("Name three labels for a rake.", new KernelArguments(settings));
        var history = new ChatHistory("Return the labels of the text as XML.");
        history.AddUserMessage(text);
        return labels + (await completion.GetChatMessageContentAsync(history)).Content;
    }

    public async Task<string> TranslateAsync(string text)
    {
        var agent = new ChatClientAgent(client, "Translate into French. Your response must be valid JSON.");
        return (await agent.RunAsync(text)).Text;
    }

    public async Task<string> LeafletAsync(string product)
    {
        var first = await client.GetResponseAsync(
            $"Respond with JSON of this schema: {AIJsonUtilities.CreateJsonSchema(typeof(Leaflet)).GetRawText()} The product: {product}"
        );
        OpenAI.Chat.ChatCompletion second = await chat.CompleteChatAsync([
            new OpenAI.Chat.UserChatMessage($"Respond with JSON of this schema: {s_schema} {product}"),
        ]);
        return first.Text + second.Content[0].Text + (await completion.GetChatMessageContentAsync(Shape + product)).Content;
    }
}
