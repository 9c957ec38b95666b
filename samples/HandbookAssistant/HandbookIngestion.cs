using Microsoft.Extensions.AI;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;

namespace HandbookAssistant;

/// <summary>
/// Indexes the handbook for retrieval. When a policy changes, this runs again and the next answer knows it; no model is trained.
/// </summary>
public sealed partial class HandbookIngestion(
    VectorStoreCollection<string, HandbookPassage> handbook,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IOptions<AssistantOptions> options,
    ILogger<HandbookIngestion> logger
)
{
    public async Task IngestAsync(CancellationToken cancellationToken)
    {
        await handbook.EnsureCollectionExistsAsync(cancellationToken);

        foreach (var path in Directory.EnumerateFiles(options.Value.HandbookFolder, "*.md"))
        {
            var page = await File.ReadAllTextAsync(path, cancellationToken);
            var sections = HandbookSections.Split(page).ToList();
            var vectors = await embeddings.GenerateAsync(sections.Select(section => section.Text), cancellationToken: cancellationToken);

            var passages = sections.Zip(
                vectors,
                (section, vector) =>
                    new HandbookPassage
                    {
                        Source = $"{Path.GetFileName(path)}: {section.Heading}",
                        Text = section.Text,
                        Embedding = vector.Vector,
                    }
            );

            await handbook.UpsertAsync(passages, cancellationToken);
            LogIngested(sections.Count, path);
        }
    }

    [LoggerMessage(LogLevel.Information, "Indexed {Count} sections of {Path}")]
    private partial void LogIngested(int count, string path);
}
