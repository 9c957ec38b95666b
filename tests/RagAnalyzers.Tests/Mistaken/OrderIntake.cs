// Structured answers that nobody is prepared to see refused, cut off or malformed, in many shapes, for the runs over half-typed code.
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using OpenAI.Responses;
using Chat = OpenAI.Chat;

namespace OrderIntake;

public sealed record Order(string Number, int Quantity);

public interface IIntake
{
    Task<Order> ReadAsync(string mail);
}

public sealed class TypedIntake(IChatClient chat, AIAgent agent) : IIntake
{
    public async Task<Order> ReadAsync(string mail) => (await chat.GetResponseAsync<Order>($"Extract the order: {mail}")).Result;

    public async Task<IReadOnlyList<Order>> ReadAllAsync(IEnumerable<string> mails)
    {
        var orders = await Task.WhenAll(mails.Select(async mail => (await agent.RunAsync<Order>("Extract the order: " + mail)).Result));
        var response = await chat.GetResponseAsync<List<Order>>(string.Join('\n', mails));
        foreach (var order in response.Result.Where(o => o.Quantity > 0))
        {
            Console.WriteLine($"{order.Number}: {response.FinishReason}");
        }

        return orders;
    }
}

public sealed class Desk(IIntake intake)
{
    public async Task TakeAsync(string mail)
    {
        Func<Task<Order>> read = () => intake.ReadAsync(mail);
        async Task<Order> Twice() => await read() with { Quantity = (await intake.ReadAsync(mail)).Quantity };
        try
        {
            Console.WriteLine(await Twice());
        }
        catch (HttpRequestException e) when (e.StatusCode is not null)
        {
            Console.WriteLine(e.Message);
        }
        finally
        {
            Console.WriteLine("done");
        }
    }
}

public sealed class ParsedIntake(IChatClient chat, Chat.ChatClient completions, ResponsesClient responses)
{
    private static readonly ChatOptions s_options = new()
    {
        ResponseFormat = Microsoft.Extensions.AI.ChatResponseFormat.ForJsonSchema<Order>(),
    };

    public async Task<Order?> StreamAsync(string mail)
    {
        var text = new StringBuilder();
        await foreach (var update in chat.GetStreamingResponseAsync("Extract the order: " + mail, s_options))
        {
            text.Append(update.Text);
        }

        return text.Length == 0
            ? null
            : JsonSerializer.Deserialize<Order>(text.ToString(), JsonSerializerOptions.Web) ?? throw new InvalidOperationException("null");
    }

    public async Task<int> CompleteAsync(string mail)
    {
        var options = new Chat.ChatCompletionOptions { ResponseFormat = Chat.ChatResponseFormat.CreateJsonObjectFormat() };
        Chat.ChatCompletion completion = await completions.CompleteChatAsync(
            [new Chat.UserChatMessage("The order as JSON: " + mail)],
            options
        );
        return JsonNode.Parse(completion.Content[0].Text) is { } order ? (int?)order["quantity"] ?? 0 : 0;
    }

    public async Task<Order?> RespondAsync(string mail)
    {
        var format = ResponseTextFormat.CreateJsonSchemaFormat(
            "order",
            BinaryData.FromString("""{ "type": "object" }"""),
            jsonSchemaIsStrict: true
        );
        var request = new CreateResponseOptions("gpt-5", [ResponseItem.CreateUserMessageItem(mail)])
        {
            TextOptions = new() { TextFormat = format },
        };
        ResponseResult response = await responses.CreateResponseAsync(request);
        return Read(response.GetOutputText());
    }

    private static Order? Read(string json) => JsonSerializer.Deserialize<Order>(json);
}
