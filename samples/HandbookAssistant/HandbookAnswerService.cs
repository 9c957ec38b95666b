using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;

namespace HandbookAssistant;

/// <summary>
/// The mistake: it expects retrieval to fix unstable output by itself. The passages decide what the model knows when it answers;
/// they do nothing for the shape of the answer, and a sentence in the prompt only asks for one. Sooner or later the answer comes in a
/// code fence, or with a friendly remark in front, and the parse throws. <see cref="HandbookAnswerServiceCured"/> is the cure.
/// </summary>
public sealed class HandbookAnswerService(
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
                Respond with a JSON object: "found" (true or false), "answer" (one or two sentences) and "sources" (the
                passages that the answer rests on, as they are named in square brackets).
                """
            ),
            new(ChatRole.User, $"Passages:\n{passages}\nQuestion: {question}"),
        ];

        // RAG2001: nothing in this call makes the model return a HandbookAnswer.
        var response = await chat.GetResponseAsync(
            messages,
            new ChatOptions { MaxOutputTokens = options.Value.MaxAnswerTokens },
            cancellationToken
        );

        return JsonSerializer.Deserialize<HandbookAnswer>(response.Text, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The model answered null.");
    }
}
