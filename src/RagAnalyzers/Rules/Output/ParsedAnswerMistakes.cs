using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Answers;
using RagAnalyzers.Pipeline.Answers.Guards;
using RagAnalyzers.Pipeline.Contracts;

namespace RagAnalyzers.Rules.Output;

/// <summary>Decides which rule speaks of the contract of a parsed answer, so that the others can leave the parse alone.</summary>
internal static class ParsedAnswerMistakes
{
    /// <summary>The mistake of the answers that arrive at a parse through one call; several have to agree.</summary>
    public static ParsedAnswerMistake Of(Picture picture, AnswerUse use, IEnumerable<ArrivingAnswer> arriving)
    {
        var answers = arriving.ToList();
        if (answers.All(static a => a.Call.Contract.Kind == OutputContractKind.None))
        {
            return IsUnescaped(use) || IsWayOut(picture, use, answers) || TriedParses.Are(picture, use, answers) ? ParsedAnswerMistake.None
                : answers.All(static a => a.Call.Prompt.ContainsPassages) ? ParsedAnswerMistake.NoSchemaThoughGrounded
                : ParsedAnswerMistake.NoSchema;
        }

        if (answers.Any(static a => UnmentionedJson.IsFoundOf(a.Call)))
        {
            return ParsedAnswerMistake.JsonUnmentioned;
        }

        return
            answers.All(static a => a.Call.Contract.Kind == OutputContractKind.JsonMode)
            && ExpectedShapes.AreOf(picture, use)
            && !IsWayOut(picture, use, answers)
            ? ParsedAnswerMistake.JsonModeAlone
            : ParsedAnswerMistake.None;
    }

    /// <summary>A piece of text that is read as a text has no members that a schema could name.</summary>
    private static bool IsUnescaped(AnswerUse use) => use.Target.SpecialType == SpecialType.System_String;

    /// <summary>
    /// The code asks under a schema where it can, for the same parse, and otherwise without (a model that has no structured outputs, a schema
    /// that nobody configured), prepared for an answer that is malformed.
    /// </summary>
    private static bool IsWayOut(Picture picture, AnswerUse use, ICollection<ArrivingAnswer> answers) =>
        use.Answers.Any(a => a.Call.Contract.Kind == OutputContractKind.Schema && !answers.Contains(a))
        && (use.Parse.Fact.IsSafe || AnswerGuards.MayHandle(picture, ThrowingUseReader.Of(use)));

    /// <summary>Whether a rule speaks of a parse, here or in a visible caller, that the answer of this call arrives at.</summary>
    /// <param name="place">The call through which the answer comes; the model call itself where nothing stands between.</param>
    public static bool AreFoundOf(Picture picture, IOperation modelCall, IOperation place) =>
        AnswerDestinations
            .Of(picture, modelCall, place)
            .Any(use =>
                use.Answers.GroupBy(static a => a.Place)
                    .Any(g => g.Any(a => a.Call.Operation.IsSameAs(modelCall)) && Of(picture, use, g) != ParsedAnswerMistake.None)
            );
}
