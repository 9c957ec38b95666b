using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers.Workflows;
using RagAnalyzers.Pipeline.Training.Requests;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules;

/// <summary>
/// What a compilation has to speak of before a rule can find anything in it, told by names alone. Most projects that reference an SDK use a
/// part of it, and most of a large solution's projects use none: there a rule need not look at each body to find nothing.
/// </summary>
internal static class Ingredients
{
    /// <summary>Something asks a model, or gets an answer from a framework that does.</summary>
    public static bool HaveAnswers(Picture picture) =>
        picture.Mentions.Anywhere<ModelCallFact>()
        || picture.Mentions.Anywhere<HandedAnswerFact>()
        || picture.Mentions.Anywhere<ParsesItselfFact>()
        || WorkflowEdges.AreKnown(picture);

    /// <summary>Something searches for passages, and something asks a model.</summary>
    public static bool HaveGroundedAnswers(Picture picture) => HaveRetrievals(picture) && HaveAnswers(picture);

    /// <summary>Something searches for passages.</summary>
    public static bool HaveRetrievals(Picture picture) => picture.Mentions.Anywhere<RetrievalFact>();

    /// <summary>Something writes into an index.</summary>
    public static bool HaveIngestions(Picture picture) => picture.Mentions.Anywhere<IngestionFact>();

    /// <summary>Something embeds text, or makes what does.</summary>
    public static bool HaveEmbeddings(Picture picture) =>
        picture.Mentions.Anywhere<EmbeddingFact>() || picture.Mentions.Anywhere<EmbedderFact>();

    /// <summary>Something is written into an index, searched for in one, or compared with a vector.</summary>
    public static bool HaveVectors(Picture picture) =>
        HaveIngestions(picture) || HaveRetrievals(picture) || picture.Mentions.Anywhere<VectorComparisonFact>();

    /// <summary>Something reads how near a hit is.</summary>
    public static bool HaveScores(Picture picture) =>
        picture.Mentions.Anywhere<HitPartFact>() || picture.Mentions.Anywhere<VectorComparisonFact>();

    /// <summary>Something says a format of answers.</summary>
    public static bool HaveFormats(Picture picture) =>
        picture.Mentions.Anywhere<ResponseFormatFact>() || picture.Mentions.Anywhere<FormatFact>();

    /// <summary>Something starts a fine-tuning job or uploads a file, through an SDK or over raw HTTP.</summary>
    public static bool HaveFineTuning(Picture picture) =>
        picture.Mentions.Anywhere<FineTuningJobFact>() || picture.Mentions.Anywhere<FileUploadFact>() || HttpRequest.AreLookedAt(picture);

    /// <summary>Something makes a function of a prompt.</summary>
    public static bool HavePromptFunctions(Picture picture) =>
        picture.Mentions.Anywhere<PromptFunctionFact>() || picture.Mentions.Anywhere<EncodingExemptionFact>();
}
