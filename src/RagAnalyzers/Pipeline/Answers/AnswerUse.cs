using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
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
    /// <summary>The parses of a body that a model's answer flows into through the body.</summary>
    public static ImmutableArray<AnswerUse> In(Body body) => body.Once(static b => All(b).SelectNotNull(b, static (u, b) => u.Through(b)));

    /// <summary>
    /// The parses in other bodies of the type that read the answer of a call of this body out of a member which this body writes.
    /// </summary>
    public static ImmutableArray<AnswerUse> ThroughMembersOf(Body body) => body.Once(static b => KeptAnswers.Read(b, All));

    /// <summary>
    /// The parses that stand in a body and that a model's answer flows into: through the body, through a member that another body of the
    /// type writes, or from a visible caller.
    /// </summary>
    public static ImmutableArray<AnswerUse> OfParsesIn(Body body) => body.Once(static b => ArrivingAnswers.Read(b, All));

    /// <summary>The same of one parse.</summary>
    public static ImmutableArray<AnswerUse> OfParse(Picture picture, IOperation parse) =>
        picture
            .BodyOf(parse)
            .Once(static b => OfParsesIn(b).ToLookup(static u => u.Parse.Operation.Syntax.Span))[parse.Syntax.Span]
            .Where(u => u.Parse.Operation.IsSameAs(parse))
            .ToImmutableArray();

    private static ImmutableArray<AnswerUse> All(Body body) => body.Once(static b => AnswerUseReader.Read(b));

    /// <summary>The use with the answers that come through calls of a body; null when there are none.</summary>
    public AnswerUse? Through(Body body)
    {
        var answers = Answers.RemoveAll(a => !ReferenceEquals(a.Place.Root(), body.Root));
        return answers.IsEmpty ? null : this with { Answers = answers };
    }
}

/// <summary>A model's answer on its way to a use.</summary>
/// <param name="Call">The model call.</param>
/// <param name="Place">The call of the body that looks on through which the answer came: the model call itself, or the one that leads to
/// it.</param>
/// <param name="Via">The calls through which it came out of another body, or null.</param>
internal sealed record ArrivingAnswer(ModelCall Call, IOperation Place, CallChain? Via = null)
{
    /// <summary>It comes as a message that a framework hands over, so that what is done with it is the place to report.</summary>
    public static bool IsHandedAt(IOperation place) => place is IParameterReferenceOperation;
}
