namespace RagAnalyzers.Sdk.Facts;

/// <summary>What a property of a vector store's records is for.</summary>
internal enum RecordPropertyKind
{
    Key,
    Data,
    Vector,
}
