using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>A model's answer, or a text that was read out of it, is compared with constants.</summary>
/// <param name="Comparison">The comparison, in this body or in a method that this body passes the answer to.</param>
/// <param name="Constants">What the answer is compared with.</param>
/// <param name="Answers">The answers that arrive at the comparison; nothing else does.</param>
internal sealed record AnswerComparison(TextComparison Comparison, ImmutableArray<string> Constants, ImmutableArray<ComparedAnswer> Answers)
{
    /// <summary>The comparisons of a body with constants that a model's answer flows into.</summary>
    public static ImmutableArray<AnswerComparison> In(Body body) => body.Once(static b => AnswerComparisonReader.Read(b));
}

/// <summary>An answer that is compared.</summary>
/// <param name="Call">The model call.</param>
/// <param name="Place">The call of the body that looks on through which the answer came.</param>
/// <param name="Property">The property of the structured answer that is compared, or null when it is the text itself.</param>
/// <param name="IsParsed">The code parses the answer; the call is not generic in its type.</param>
internal sealed record ComparedAnswer(ModelCall Call, IInvocationOperation Place, IPropertySymbol? Property, bool IsParsed);

/// <summary>A method compares what is passed for one of its parameters.</summary>
/// <param name="Ordinal">The parameter's position.</param>
/// <param name="Path">What is read off the argument before it is compared.</param>
/// <param name="Comparison">The comparison.</param>
/// <param name="Constants">What it is compared with.</param>
internal sealed record ParameterComparison(
    int Ordinal,
    RagAnalyzers.Flow.Operations.AccessPath Path,
    TextComparison Comparison,
    ImmutableArray<string> Constants
);
