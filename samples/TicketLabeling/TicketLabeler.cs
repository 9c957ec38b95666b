using Microsoft.Extensions.AI;

namespace TicketLabeling;

/// <summary>
/// Labels a ticket. The prompt says what the labels mean, and the schema leaves no other answer. That comes before any training, and it
/// stays when there is a tuned model: training makes the right label likely, and only the schema makes an impossible one impossible.
/// </summary>
public sealed class TicketLabeler(IChatClient chat)
{
    /// <param name="text">The ticket.</param>
    /// <param name="model">Another model than the configured one, to compare them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<TicketLabel> LabelAsync(string text, string? model, CancellationToken cancellationToken)
    {
        List<ChatMessage> messages = [new(ChatRole.System, TicketPrompt.System), new(ChatRole.User, text)];

        var response = await chat.GetResponseAsync<Labelled>(
            messages,
            new ChatOptions { ModelId = model },
            cancellationToken: cancellationToken
        );
        return response.TryGetResult(out var labelled)
            ? labelled.Label
            : throw new InvalidOperationException($"The model gave no label ({response.FinishReason}).");
    }

    /// <summary>What the model answers with. The training examples show it the same shape.</summary>
    internal sealed record Labelled(TicketLabel Label);
}
