using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Retrieval = "Retrieval";

    public static readonly DiagnosticDescriptor VectorDimensionsMismatch = Rule(
        "RAG5002",
        Retrieval,
        "Vector dimensions do not match the embedding model",
        "'{0}' is declared with {1} dimensions, and '{2}' returns {3}; a store that checks refuses the vector, and one that does not compares it with nothing like it. Declare {3}, or ask the model for {1} where it can.",
        DiagnosticSeverity.Warning,
        "A vector store makes room for vectors of one size. What a model returns has the size of the model, whatever the record declares; in memory nobody notices, in production the first write fails."
    );

    public static readonly DiagnosticDescriptor ImpossibleDimensions = Rule(
        "RAG5003",
        Retrieval,
        "The embedding model cannot return the requested dimensions",
        "'{0}' is asked for {1} dimensions, and {2}. {3}.",
        DiagnosticSeverity.Warning,
        "Some models return shorter vectors on request, none returns longer ones, and some refuse every request. The service answers with an error, on the first text that is embedded."
    );

    public static readonly DiagnosticDescriptor DifferentEmbeddingModels = Rule(
        "RAG5004",
        Retrieval,
        "Documents and queries are embedded with different models",
        "The query is embedded with '{0}', and what it is compared with, with '{1}'; vectors of different models have nothing to do with each other, and the hits are arbitrary. Embed both with the same model.",
        DiagnosticSeverity.Warning,
        "Every embedding model has a space of its own. Where two models meet, distances are still numbers and hits still come back, and nothing shows that they mean nothing."
    );
}
