using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;

namespace HandbookAssistant;

/// <summary>
/// The mistakes: all sections of a file are written under the file's name, so each overwrites the one before, and the last section is all
/// that can ever be found; and the record makes room for 384 numbers where the model returns 1536, which the store in memory takes and a
/// database refuses. <see cref="HandbookIngestion"/> is the cure.
/// </summary>
public sealed class HandbookSectionIngestion(
    VectorStoreCollection<string, HandbookSection> handbook,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IOptions<AssistantOptions> options
)
{
    /// <returns>How many sections were written, and how many the index then holds.</returns>
    public async Task<(int Written, int Held)> IngestAsync(CancellationToken cancellationToken)
    {
        await handbook.EnsureCollectionExistsAsync(cancellationToken);

        var written = 0;
        foreach (var path in Directory.EnumerateFiles(options.Value.HandbookFolder, "*.md"))
        {
            var page = await File.ReadAllTextAsync(path, cancellationToken);
            foreach (var (_, text) in HandbookSections.Split(page))
            {
                // RAG5013: the key is the same for all sections of the file. RAG5002: the vector has other dimensions than the record.
                await handbook.UpsertAsync(
                    new HandbookSection
                    {
                        Source = Path.GetFileName(path),
                        Text = text,
                        Embedding = await embeddings.GenerateVectorAsync(text, cancellationToken: cancellationToken),
                    },
                    cancellationToken
                );
                written++;
            }
        }

        return (
            written,
            await handbook.GetAsync(_ => true, int.MaxValue, cancellationToken: cancellationToken).CountAsync(cancellationToken)
        );
    }
}
