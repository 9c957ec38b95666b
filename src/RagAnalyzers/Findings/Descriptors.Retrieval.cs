using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

internal static partial class Descriptors
{
    private const string Retrieval = "Retrieval";

    public static readonly DiagnosticDescriptor UnusedRetrieval = Rule(
        "RAG5001",
        Retrieval,
        "Retrieved passages never reach the prompt",
        "What '{0}' finds {1}, so the model answers from memory. {2}.",
        DiagnosticSeverity.Warning,
        "Retrieval changes what the model can see when it answers. Passages that are looked up and left out of the prompt cost a search, and change nothing."
    );

    public static readonly DiagnosticDescriptor VectorDimensionsMismatch = Rule(
        "RAG5002",
        Retrieval,
        "Vector dimensions do not match the embedding model",
        "'{0}' is declared with {1} dimensions, but '{2}' returns {3}: {4}. Declare {3}, or ask for {1}.",
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
        "The query is embedded with '{0}' and the documents with '{1}', so the hits are arbitrary. Embed both with the same model.",
        DiagnosticSeverity.Warning,
        "Every embedding model has a space of its own. Where two models meet, distances are still numbers and hits still come back, and nothing shows that they mean nothing."
    );

    public static readonly DiagnosticDescriptor SearchWithoutVectorProperty = Rule(
        "RAG5005",
        Retrieval,
        "A search does not say which of several vector properties to use",
        "'{0}' has several vector properties ({1}), and the search names none, so it throws. Name one in the options: VectorProperty.",
        DiagnosticSeverity.Warning,
        "A vector store compares one vector. Where a record has several, it cannot know which, and the search throws."
    );

    public static readonly DiagnosticDescriptor ScoreAgainstDistance = Rule(
        "RAG5006",
        Retrieval,
        "The score threshold contradicts the distance function",
        "{0}. {1}.",
        DiagnosticSeverity.Warning,
        "Of a similarity the larger is nearer, of a distance the smaller. Read in the wrong direction, the best passages are thrown away and the worst are sent to the model."
    );

    public static readonly DiagnosticDescriptor ImpossibleChunking = Rule(
        "RAG5007",
        Retrieval,
        "Chunking parameters cannot work",
        "{0}. {1}.",
        DiagnosticSeverity.Warning,
        "A chunk needs a size that the service and the model take, and an overlap that leaves room for new text. Otherwise the request is refused, the splitter throws, or the loop never ends."
    );

    public static readonly DiagnosticDescriptor DocumentEmbeddedWhole = Rule(
        "RAG5008",
        Retrieval,
        "A whole document is embedded as one vector",
        "The whole of '{0}' becomes one vector, which is near to no question, and may be cut off. Cut the document into chunks, and embed each.",
        DiagnosticSeverity.Info,
        "A vector says what a text is about. Of pages about many things it says little, and the passage that answers a question is not found."
    );

    public static readonly DiagnosticDescriptor PassagesWithoutGate = Rule(
        "RAG5009",
        Retrieval,
        "Passages reach the prompt with no relevance gate",
        "What '{0}' finds goes into the prompt however far off it is; a search returns the nearest, not the near. Set a threshold.",
        DiagnosticSeverity.Info,
        "A vector search has an answer to everything: something is always nearest. Passages that have nothing to do with the question lead the model astray.",
        enabled: false
    );

    public static readonly DiagnosticDescriptor ManyPassagesUnranked = Rule(
        "RAG5010",
        Retrieval,
        "A search asks for many passages and nothing reranks them",
        "'{0}' puts {1} passages into the prompt, where the one that matters is lost. Rerank them and send the best, or ask for fewer.",
        DiagnosticSeverity.Info,
        "A vector search finds what is similar, roughly in order. Many hits are of use when something looks at them more closely; a model that gets them all reads the middle worst, and each question pays for them."
    );

    public static readonly DiagnosticDescriptor EmptyResultNotHandled = Rule(
        "RAG5011",
        Retrieval,
        "An empty retrieval result is not handled",
        "Where '{0}' finds nothing, the model is asked all the same, and answers from memory. Look whether there are passages before the call.",
        DiagnosticSeverity.Info,
        "A search may find nothing: an empty index, a filter, a question about something else. The prompt is then a question without passages, and the answer looks like all the others.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor TextLostInVector = Rule(
        "RAG5012",
        Retrieval,
        "The record's text is lost: it exists only as a vector",
        "The store embeds '{0}' and keeps only the vector, so a hit of '{1}' has no text to send. Store the text in a data property, too.",
        DiagnosticSeverity.Warning,
        "What is declared as a vector is turned into numbers and not kept as text. A hit comes back without it, and there is nothing to put into the prompt."
    );

    public static readonly DiagnosticDescriptor CopiesInIndex = Rule(
        "RAG5013",
        Retrieval,
        "Indexing the same documents again adds copies",
        "{0}. {1}.",
        DiagnosticSeverity.Warning,
        "A key says which record is replaced. New keys with every run fill the index with copies that crowd out other passages; one key for all chunks leaves the last one only."
    );

    public static readonly DiagnosticDescriptor SwallowedRetrievalFailure = Rule(
        "RAG5014",
        Retrieval,
        "A failed retrieval is swallowed, and the model answers without passages",
        "Where '{0}' fails, the catch block goes on with nothing, and the model answers from memory. Report it, or let the exception through.",
        DiagnosticSeverity.Info,
        "An index that is down is no reason to answer without it. Nobody sees in the answer that it stands on nothing, and nobody notices the outage.",
        recommended: true
    );

    public static readonly DiagnosticDescriptor UnreachedRetrievalTool = Rule(
        "RAG5015",
        Retrieval,
        "A retrieval tool is registered, but the model is never offered it, or its call is never run",
        "{0}, so nothing is ever retrieved. {1}.",
        DiagnosticSeverity.Warning,
        "A tool is used when the model knows of it, calls it, and somebody runs the call. Where one of the three is missing, the model answers from memory, or not at all, and no exception tells."
    );
}
