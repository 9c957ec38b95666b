using System.Collections.Generic;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// How probable the tokens of an answer are. Who asks for it measures how sure the model is of a label, which has to be the whole answer then: in
/// a schema, the first tokens are those of the object.
/// </summary>
internal static class TokenProbabilities
{
    // Of OpenAI's client and of Semantic Kernel's connector.
    private static readonly HashSet<string> Names = new()
    {
        "ContentTokenLogProbabilities",
        "TopLogProbabilities",
        "IncludeLogProbabilities",
        "Logprobs",
        "TopLogprobs",
    };

    /// <summary>The code around a call, or around what becomes of its answer, names them.</summary>
    public static bool AreAskedFor(Body body, ModelCall call) =>
        IdentifierIndex.IsMentionedIn(body.Syntax, Names)
        || IdentifierIndex.IsMentionedIn(body.Picture.BodyOf(call.Operation).Syntax, Names);
}
