using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Numerics.Tensors;
using Microsoft.Extensions.VectorData;

namespace DocsInHouseStyle;

/// <summary>
/// A vector store for the docs of one product: it compares the question with every one of them. The services know only
/// the base class, so a database's connector takes its place without touching them.
/// </summary>
public sealed class InMemoryDocs : VectorStoreCollection<string, DocsPassage>
{
    private readonly ConcurrentDictionary<string, DocsPassage> passages = new();

    public override string Name => "docs";

    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) => Task.FromResult(true);

    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default)
    {
        passages.Clear();
        return Task.CompletedTask;
    }

    public override Task<DocsPassage?> GetAsync(
        string key,
        RecordRetrievalOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(passages.GetValueOrDefault(key));

    public override IAsyncEnumerable<DocsPassage> GetAsync(
        Expression<Func<DocsPassage, bool>> filter,
        int top,
        FilteredRecordRetrievalOptions<DocsPassage>? options = null,
        CancellationToken cancellationToken = default
    ) => passages.Values.Where(filter.Compile()).Skip(options?.Skip ?? 0).Take(top).ToAsyncEnumerable();

    public override Task UpsertAsync(DocsPassage record, CancellationToken cancellationToken = default)
    {
        passages[record.Source] = record;
        return Task.CompletedTask;
    }

    public override async Task UpsertAsync(IEnumerable<DocsPassage> records, CancellationToken cancellationToken = default)
    {
        foreach (var record in records)
        {
            await UpsertAsync(record, cancellationToken);
        }
    }

    public override Task DeleteAsync(string key, CancellationToken cancellationToken = default)
    {
        passages.TryRemove(key, out _);
        return Task.CompletedTask;
    }

    public override IAsyncEnumerable<VectorSearchResult<DocsPassage>> SearchAsync<TInput>(
        TInput searchValue,
        int top,
        VectorSearchOptions<DocsPassage>? options = null,
        CancellationToken cancellationToken = default
    )
    {
        if (searchValue is not ReadOnlyMemory<float> vector)
        {
            throw new NotSupportedException("Embed the question first; this store compares vectors.");
        }

        var filter = options?.Filter?.Compile() ?? (_ => true);
        return passages
            .Values.Where(filter)
            .Select(passage => new VectorSearchResult<DocsPassage>(
                passage,
                TensorPrimitives.CosineSimilarity(vector.Span, passage.Embedding.Span)
            ))
            .Where(result => options?.ScoreThreshold is not { } threshold || result.Score >= threshold)
            .OrderByDescending(result => result.Score)
            .Skip(options?.Skip ?? 0)
            .Take(top)
            .ToAsyncEnumerable();
    }

    public override object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;
}
