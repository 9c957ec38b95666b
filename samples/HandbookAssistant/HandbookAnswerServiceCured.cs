using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;

namespace HandbookAssistant;

/// <summary>
/// The cure for <see cref="HandbookAnswerService"/>: two tools for two problems. Retrieval brings the facts, and the call is generic in
/// the answer type, so the schema of <see cref="HandbookAnswer"/> travels with it and the model is held to it.
/// </summary>
public sealed class HandbookAnswerServiceCured(
    IChatClient chat,
    VectorStoreCollection<string, HandbookPassage> handbook,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IOptions<AssistantOptions> options
) : IHandbookAnswerService
{
    public async Task<HandbookAnswer> AnswerAsync(string question, CancellationToken cancellationToken)
    {
        var vector = await embeddings.GenerateVectorAsync(question, cancellationToken: cancellationToken);
        var passages = new StringBuilder();
        await foreach (var result in handbook.SearchAsync(vector, top: 4, cancellationToken: cancellationToken))
        {
            passages.AppendLine($"[{result.Record.Source}]").AppendLine(result.Record.Text).AppendLine();
        }

        List<ChatMessage> messages =
        [
            new(
                ChatRole.System,
                """
                You answer questions about the company handbook, from the passages you are given and from nothing else.
                Keep the answer to one or two sentences, and name the passages that it rests on as they are named in
                square brackets.
                """
            ),
            new(ChatRole.User, $"Passages:\n{passages}\nQuestion: {question}"),
        ];

        var response = await chat.GetResponseAsync<HandbookAnswer>(
            messages,
            new ChatOptions { MaxOutputTokens = options.Value.MaxAnswerTokens },
            cancellationToken: cancellationToken
        );

        // A schema fixes the shape of a complete answer. One that was refused or cut off is still not one.
        return response.TryGetResult(out var answer)
            ? answer
            : throw new InvalidOperationException($"The model gave no complete answer ({response.FinishReason}).");
    }
}
