using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;

namespace DocsInHouseStyle;

/// <summary>
/// Both together: retrieval brings the facts of today, the prompt (and a model tuned on the style, if there is one) brings the form,
/// and the schema of <see cref="DocsAnswer"/> the shape. There is no choice between them: a tuned model gets the passages like any other.
/// </summary>
public sealed class DocsAnswerService(
    IChatClient chat,
    VectorStoreCollection<string, DocsPassage> docs,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IOptions<DocsOptions> options
)
{
    private static readonly DocsAnswer s_nothingFound = new("The docs do not say anything about that.", []);

    /// <param name="question">What a reader asks.</param>
    /// <param name="model">Another model than the configured one, to compare them.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<DocsAnswer> AnswerAsync(string question, string? model, CancellationToken cancellationToken)
    {
        var vector = await embeddings.GenerateVectorAsync(question, cancellationToken: cancellationToken);
        var passages = new StringBuilder();
        await foreach (var result in docs.SearchAsync(vector, top: 4, cancellationToken: cancellationToken))
        {
            if (result.Score >= options.Value.LeastSimilarity)
            {
                passages.AppendLine($"[{result.Record.Source}]").AppendLine(result.Record.Text).AppendLine();
            }
        }

        if (passages.Length == 0)
        {
            return s_nothingFound;
        }

        List<ChatMessage> messages =
        [
            new(ChatRole.System, HouseStyle.System),
            new(ChatRole.User, HouseStyle.Question(passages.ToString(), question)),
        ];

        var response = await chat.GetResponseAsync<DocsAnswer>(
            messages,
            new ChatOptions { ModelId = model },
            cancellationToken: cancellationToken
        );
        return response.TryGetResult(out var answer)
            ? answer
            : throw new InvalidOperationException($"The model gave no complete answer ({response.FinishReason}).");
    }
}
