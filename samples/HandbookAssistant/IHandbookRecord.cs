namespace HandbookAssistant;

/// <summary>What <see cref="InMemoryHandbook{TRecord}"/> has to know of a record.</summary>
public interface IHandbookRecord
{
    string Source { get; }

    ReadOnlyMemory<float> Embedding { get; }
}
