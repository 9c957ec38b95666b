using Microsoft.Extensions.AI;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.VectorData;

namespace DocsInHouseStyle;

/// <summary>Indexes the docs. It runs with every release of them, and the next answer knows what changed.</summary>
public sealed class DocsIngestion(
    VectorStoreCollection<string, DocsPassage> docs,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    IOptions<DocsOptions> options
)
{
    public async Task IngestAsync(CancellationToken cancellationToken)
    {
        await docs.EnsureCollectionExistsAsync(cancellationToken);

        foreach (var path in Directory.EnumerateFiles(options.Value.Folder, "*.md"))
        {
            var page = await File.ReadAllTextAsync(path, cancellationToken);
            var sections = DocsSections.Split(page).ToList();
            var vectors = await embeddings.GenerateAsync(sections.Select(section => section.Text), cancellationToken: cancellationToken);

            await docs.UpsertAsync(
                sections.Zip(
                    vectors,
                    (section, vector) =>
                        new DocsPassage
                        {
                            Source = $"{Path.GetFileName(path)}: {section.Heading}",
                            Text = section.Text,
                            Embedding = vector.Vector,
                        }
                ),
                cancellationToken
            );
        }
    }
}
