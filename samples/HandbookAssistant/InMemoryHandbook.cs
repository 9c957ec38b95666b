using System.Collections.Concurrent;
using System.Linq.Expressions;
using System.Numerics.Tensors;
using Microsoft.Extensions.VectorData;

namespace HandbookAssistant;

/// <summary>
/// A vector store for a handbook of a few hundred sections: it compares the question with every one of them. The services know only
/// the base class, so a database's connector takes its place without touching them.
/// </summary>
public sealed class InMemoryHandbook<TRecord> : VectorStoreCollection<string, TRecord>
    where TRecord : class, IHandbookRecord
{
    private readonly ConcurrentDictionary<string, TRecord> passages = new();

    public override string Name => "handbook";

    public override Task<bool> CollectionExistsAsync(CancellationToken cancellationToken = default) => Task.FromResult(true);

    public override Task EnsureCollectionExistsAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    public override Task EnsureCollectionDeletedAsync(CancellationToken cancellationToken = default)
    {
        passages.Clear();
        return Task.CompletedTask;
    }

    public override Task<TRecord?> GetAsync(
        string key,
        RecordRetrievalOptions? options = null,
        CancellationToken cancellationToken = default
    ) => Task.FromResult(passages.GetValueOrDefault(key));

    public override IAsyncEnumerable<TRecord> GetAsync(
        Expression<Func<TRecord, bool>> filter,
        int top,
        FilteredRecordRetrievalOptions<TRecord>? options = null,
        CancellationToken cancellationToken = default
    ) => passages.Values.Where(filter.Compile()).Skip(options?.Skip ?? 0).Take(top).ToAsyncEnumerable();

    public override Task UpsertAsync(TRecord record, CancellationToken cancellationToken = default)
    {
        passages[record.Source] = record;
        return Task.CompletedTask;
    }

    public override async Task UpsertAsync(IEnumerable<TRecord> records, CancellationToken cancellationToken = default)
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

    public override IAsyncEnumerable<VectorSearchResult<TRecord>> SearchAsync<TInput>(
        TInput searchValue,
        int top,
        VectorSearchOptions<TRecord>? options = null,
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
            .Select(passage => new VectorSearchResult<TRecord>(
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
