using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Pipeline.Answers.Guards;

/// <summary>
/// Tells a parse that is only tried: nothing that can be read asks the model for a document, and the code looks whether the text begins like one at
/// all, or whether a model that was offered tools has written a call of one into its text. Such an answer is prose. So is one that the code makes such a
/// call of itself, for models that have no calls of their own.
/// </summary>
internal static class TriedParses
{
    public static bool Are(Picture picture, AnswerUse use, IReadOnlyCollection<ArrivingAnswer> answers) =>
        BecomesCall(picture, use)
        || !answers.Any(static a => a.Call.Prompt.Parts.Any(MayAskForOne))
            && (Steps(use).Any(IsWhereTextBeginsLikeOne) || MayBeWrittenCall(picture, use, answers));

    /// <summary>The prompt may tell the model how to write a call; whether it calls a tool or answers in prose, only the model decides.</summary>
    private static bool BecomesCall(Picture picture, AnswerUse use) =>
        picture.BodyOf(Steps(use).Last()).Once(static b => b.Index.Operations.Any(MakesCall));

    private static bool MakesCall(IOperation operation) =>
        operation switch
        {
            IObjectCreationOperation { Type: { } type } => IsCall(type),
            IInvocationOperation { TargetMethod: { IsStatic: true, ContainingType: { } type } made } => IsCall(type)
                && SymbolEqualityComparer.Default.Equals(made.ReturnType, type),
            _ => false,
        };

    private static bool IsCall(ITypeSymbol type) =>
        type.FullName()
            is "Microsoft.Extensions.AI.FunctionCallContent"
                or "Microsoft.SemanticKernel.FunctionCallContent"
                or "OpenAI.Chat.ChatToolCall";

    /// <summary>A document of no type of its own, which need not be one.</summary>
    private static bool MayBeWrittenCall(Picture picture, AnswerUse use, IEnumerable<ArrivingAnswer> answers) =>
        use.Target.Name is "JsonDocument" or "JsonElement" or "JsonNode" or "JsonObject" or "JObject" or "JToken"
        && answers.All(static a => a.Call.Prompt.MayRetrieveByItself)
        && AnswerGuards.MayHandle(picture, ThrowingUseReader.Of(use));

    /// <summary>The parse, and in the methods before it what leads there.</summary>
    private static IEnumerable<IOperation> Steps(AnswerUse use)
    {
        yield return use.Site;
        for (var inner = use.Inner; inner is not null; inner = inner.Inner)
        {
            yield return inner.Site;
        }
    }

    private static bool MayAskForOne(PromptPart part) =>
        part is { Role: not (PromptRole.Assistant or PromptRole.Tool), Text: { } text }
        && (FormatDemands.Name.IsMatch(text) || ShowsOne(text));

    /// <summary>A brace and a name in quotation marks begin an object that the model is to follow.</summary>
    private static bool ShowsOne(string text)
    {
        for (var brace = text.IndexOf('{'); brace >= 0; brace = text.IndexOf('{', brace + 1))
        {
            if (text.Skip(brace + 1).FirstOrDefault(static c => !char.IsWhiteSpace(c)) == '"')
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsWhereTextBeginsLikeOne(IOperation step)
    {
        var texts = step.DescendantsAndSelf()
            .Select(static o => o.LocalOrParameter())
            .OfType<ISymbol>()
            .ToImmutableHashSet(SymbolEqualityComparer.Default);
        var child = step;
        for (var o = step.Parent; o is not null; child = o, o = o.Parent)
        {
            if (
                o is IConditionalOperation choice
                && (
                    ReferenceEquals(choice.WhenTrue, child)
                        ? Asks(choice.Condition, isTrue: true, texts)
                        : ReferenceEquals(choice.WhenFalse, child) && Asks(choice.Condition, isTrue: false, texts)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>That a condition is true, or false, says that one of the texts begins with a bracket.</summary>
    private static bool Asks(IOperation condition, bool isTrue, ICollection<ISymbol> texts) =>
        condition.Unwrapped() switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => Asks(not.Operand, !isTrue, texts),
            // `text.StartsWith("{") || text.StartsWith("[")`: either way it begins like a document.
            IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.ConditionalOr } both => Asks(
                both.LeftOperand,
                isTrue,
                texts
            ) || Asks(both.RightOperand, isTrue, texts),
            IInvocationOperation { TargetMethod.Name: "StartsWith", Instance: { } text, Arguments: [{ Value: var start }, ..] } => isTrue
                && IsBracket(start)
                && IsOneOf(text, texts),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals } equals => isTrue
                && IsBracket(equals.RightOperand)
                && IsOneOf(equals.LeftOperand, texts),
            _ => false,
        };

    /// <summary>The text itself, trimmed perhaps, or its first letter.</summary>
    private static bool IsOneOf(IOperation value, ICollection<ISymbol> texts) =>
        value.DescendantsAndSelf().Any(o => o.LocalOrParameter() is { } variable && texts.Contains(variable));

    private static bool IsBracket(IOperation value) =>
        value.Unwrapped().ConstantValue is { HasValue: true, Value: { } constant } && constant.ToString() is "{" or "[" or "<" or "<?xml";
}
