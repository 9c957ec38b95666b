namespace RagAnalyzers.Text.Apis;

/// <summary>What a line of the table says that a member is.</summary>
internal enum ApiMeaning
{
    /// <summary>Its result is passages chosen by relevance.</summary>
    Retrieval,

    /// <summary>A model answers it.</summary>
    ModelCall,

    /// <summary>Its value is the text of an answer that it is read off.</summary>
    Answer,

    /// <summary>It turns text into a structure, and throws where it cannot.</summary>
    Parse,

    /// <summary>It turns text into a structure, and says so where it cannot.</summary>
    SafeParse,

    /// <summary>It writes into a vector index.</summary>
    Ingestion,

    /// <summary>It starts a fine-tuning job.</summary>
    FineTuningJob,

    /// <summary>Who uses it evaluates answers.</summary>
    Evaluation,

    /// <summary>Its result is the JSON schema of a type.</summary>
    SchemaExport,
}
