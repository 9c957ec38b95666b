using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace Contoso.TunedAndGrounded;

/// <summary>A fine-tuned model for the form, retrieval for the facts, and prompts that ask for neither.</summary>
public sealed class Desk(VectorStoreCollection<string, Section> sections, IChatClient chat, string key)
{
    private readonly ChatClient _tuned = new(model: "ft:gpt-4o-mini-2024-07-18:contoso:desk:abc123", key);

    public async Task<string> AskAsync(string question)
    {
        var passages = new StringBuilder();
        await foreach (var hit in sections.SearchAsync(question, 4))
        {
            passages.AppendLine(hit.Record.Text);
        }

        ChatCompletion completion = await _tuned.CompleteChatAsync(
            new SystemChatMessage("Answer from our latest internal policies. Say so when the passages do not hold the answer."),
            new UserChatMessage($"Passages:\n{passages}\nQuestion: {question}")
        );
        return completion.Content[0].Text;
    }

    public async Task<string> AskEitherAsync(string question, bool useTuned)
    {
        var passages = new StringBuilder();
        await foreach (var hit in sections.SearchAsync(question, 4))
        {
            passages.AppendLine(hit.Record.Text);
        }

        if (useTuned)
        {
            ChatCompletion completion = await _tuned.CompleteChatAsync(
                new SystemChatMessage("Answer from the passages. Say so when they hold no answer."),
                new UserChatMessage($"{passages}\n{question}")
            );
            return completion.Content[0].Text;
        }

        var response = await chat.GetResponseAsync($"Answer from the passages, and say so when they hold no answer: {passages} {question}");
        return response.Text;
    }

    public async Task<string> LabelOrAnswerAsync(string message)
    {
        if (message.Length < 20)
        {
            ChatCompletion label = await _tuned.CompleteChatAsync(
                new SystemChatMessage("Classify the ticket: billing, delivery or other."),
                new UserChatMessage(message)
            );
            return label.Content[0].Text;
        }

        return await AskAsync(message);
    }

    public async Task<string> ReviewAsync(string article)
    {
        var response = await chat.GetResponseAsync([
            new ChatMessage(ChatRole.System, "Summarize our latest news in two sentences. Use our brand tone consistently."),
            new ChatMessage(ChatRole.User, article),
        ]);
        return response.Text;
    }

    public async Task<string> RewriteAsync(string draft)
    {
        ChatCompletion completion = await _tuned.CompleteChatAsync(
            new SystemChatMessage("Use our brand tone consistently."),
            new UserChatMessage(draft)
        );
        return completion.Content[0].Text;
    }
}

public sealed class Section
{
    [VectorStoreKey]
    public string Id { get; set; } = "";

    [VectorStoreData]
    public string Text { get; set; } = "";
}
