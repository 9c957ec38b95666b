using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A parse that model answers flow into.</summary>
/// <param name="Parse">The parse, in this body or in a method that this body passes the answer to.</param>
/// <param name="Target">The type that the answer is parsed as.</param>
/// <param name="Answers">The answers that arrive.</param>
/// <param name="Site">The parse, or the operation of this body that leads to it.</param>
/// <param name="Inner">In the method that this leads into, what leads on to the parse; null when the parse is here.</param>
internal sealed record AnswerUse(
    Parse Parse,
    ITypeSymbol Target,
    ImmutableArray<ArrivingAnswer> Answers,
    IOperation Site,
    ParameterParse? Inner = null
)
{
    /// <summary>The parses of a body that a model's answer flows into.</summary>
    public static ImmutableArray<AnswerUse> In(Body body) => body.Once(static b => AnswerUseReader.Read(b));
}

/// <summary>A model's answer on its way to a use.</summary>
/// <param name="Call">The model call.</param>
/// <param name="Place">The call of the body that looks on through which the answer came: the model call itself, or the one that leads to
/// it.</param>
/// <param name="Via">The calls through which it came out of another body, or null.</param>
internal sealed record ArrivingAnswer(ModelCall Call, IInvocationOperation Place, CallChain? Via = null);
