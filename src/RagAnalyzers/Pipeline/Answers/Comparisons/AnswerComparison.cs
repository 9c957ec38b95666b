using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>A model's answer, or a text that was read out of it, is compared with constants.</summary>
/// <param name="Comparison">The comparison, in this body or in a method that this body passes the answer to.</param>
/// <param name="Constants">What the answer is compared with.</param>
/// <param name="Answers">The answers that arrive at the comparison.</param>
/// <param name="Text">The value of the body that is compared, or passed to the method that compares it.</param>
/// <param name="IsOnlyAnswers">Nothing else arrives, such as a user's own words.</param>
internal sealed record AnswerComparison(
    TextComparison Comparison,
    ImmutableArray<string> Constants,
    ImmutableArray<ComparedAnswer> Answers,
    IOperation Text,
    bool IsOnlyAnswers
)
{
    /// <summary>
    /// The comparisons with constants that a model's answer flows into: those of the body, and those of others of its type that read the answer
    /// out of a member which the body fills.
    /// </summary>
    public static ImmutableArray<AnswerComparison> In(Body body) =>
        body.Once(static b =>
            (AnswerComparisonReader.MayBeIn(b) ? All(b) : ImmutableArray<AnswerComparison>.Empty)
                .AddRange(KeptAnswers.ReadersOf(b) is { IsEmpty: false } readers ? readers.SelectMany(static r => All(r)) : [])
                .SelectNotNull(b, static (c, b) => c.Through(b))
        );

    private static ImmutableArray<AnswerComparison> All(Body body) => body.Once(static b => AnswerComparisonReader.Read(b));

    /// <summary>The comparison with the answers that come through calls of a body; null when there are none.</summary>
    private AnswerComparison? Through(Body body)
    {
        var answers = Answers.RemoveAll(a => !ReferenceEquals(a.Place.Root(), body.Root));
        return answers.IsEmpty ? null : this with { Answers = answers };
    }
}

/// <summary>An answer that is compared.</summary>
/// <param name="Call">The model call.</param>
/// <param name="Place">The call of the body that looks on through which the answer came.</param>
/// <param name="Property">The property of the structured answer that is compared, or null when it is the text itself.</param>
/// <param name="IsParsed">The code parses the answer; the call is not generic in its type.</param>
/// <param name="Member">The name of the compared member, when it is read off a parsed document.</param>
internal sealed record ComparedAnswer(ModelCall Call, IOperation Place, IPropertySymbol? Property, bool IsParsed, string? Member = null)
{
    /// <summary>The name of what is compared of a structured answer, or null when it is the text itself.</summary>
    public string? Name => Property?.Name ?? Member;
}
