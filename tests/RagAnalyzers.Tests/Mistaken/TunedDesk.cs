using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Contoso.TunedDesk;

/// <summary>A desk that asks its models for what they cannot know.</summary>
public sealed class Desk(IChatClient chat, string key)
{
    private const string Instructions = "You are the help desk of Contoso. Answer from our latest internal policies. Be brief.";

    private readonly ChatClient _tuned = new(model: "ft:gpt-4o-mini-2024-07-18:contoso:desk:abc123", key);

    public async Task<string> AskTunedAsync(string question)
    {
        ChatCompletion completion = await _tuned.CompleteChatAsync(new SystemChatMessage(Instructions), new UserChatMessage(question));
        return completion.Content[0].Text;
    }

    public async Task<string> AskAsync(string question)
    {
        var messages = new List<ChatMessage> { new(ChatRole.System, Instructions) };
        messages.Add(new ChatMessage(ChatRole.User, question));
        var response = await chat.GetResponseAsync(messages, new ChatOptions { Temperature = 0 });
        return response.Text;
    }

    public async Task<string> AskEitherAsync(string question, bool useTuned, VectorStoreCollection<string, Page> pages)
    {
        if (useTuned)
        {
            ChatCompletion completion = await _tuned.CompleteChatAsync(
                new SystemChatMessage("You are the desk."),
                new UserChatMessage(question)
            );
            return completion.Content[0].Text;
        }

        var found = "";
        await foreach (var hit in pages.SearchAsync(question, 3))
        {
            found += hit.Record.Text;
        }

        var response = await chat.GetResponseAsync($"Answer from the passages: {found} {question}");
        return response.Text;
    }

    public async Task<string?> NewsAsync()
    {
        var kernel = Kernel.CreateBuilder().AddOpenAIChatCompletion("gpt-4o", key).Build();
        var result = await kernel.InvokePromptAsync("What is the latest news about robots?");
        return result.GetValue<string>();
    }
}

public sealed class Page
{
    [VectorStoreKey]
    public string Id { get; set; } = "";

    [VectorStoreData]
    public string Text { get; set; } = "";
}
