using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Uses;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Follows an answer to see that its text is used, and nothing else that citations could be read from. Whatever is not understood may read
/// them.
/// </summary>
internal sealed class DiscardedCitations
{
    // Objects that hold facts about the answer, and none of its content.
    private static readonly ImmutableHashSet<string> Facts = ImmutableHashSet.Create(
        "ChatTokenUsage",
        "ResponseTokenUsage",
        "UsageDetails",
        "ChatFinishReason",
        "ChatMessageRole",
        "ChatRole",
        "AuthorRole",
        "ResponseError",
        "ResponseIncompleteStatusDetails",
        "DateTimeOffset"
    );

    private readonly Picture _picture;
    private readonly HashSet<IOperation> _seen = new();
    private bool _isTextUsed;

    private DiscardedCitations(Picture picture) => _picture = picture;

    /// <summary>Somebody is shown the text of the answer, and certainly nobody reads its citations.</summary>
    public static bool Are(Picture picture, ModelCall call)
    {
        var search = new DiscardedCitations(picture);
        return search.HoldsTextAlone(call.Operation) && search._isTextUsed;
    }

    private bool HoldsTextAlone(IOperation value)
    {
        if (!_seen.Add(value))
        {
            return true;
        }

        var uses = _picture.Uses.Of(value, endsAt: IsFact);
        return uses.IsComplete && uses.Uses.All(u => IsInnocent(u.Use));
    }

    private bool IsInnocent(ValueUse use)
    {
        switch (use.Kind)
        {
            case UseKind.Read when IsFact(use):
                if (use.Operation.Type?.SpecialType != SpecialType.System_String)
                {
                    return true;
                }

                _isTextUsed = true;
                return IsShown(use.Operation);
            case UseKind.Read:
                return IsFollowed(use.Operation) || (IsElement(use.Operation) && HoldsTextAlone(use.Operation));
            case UseKind.Passed when use.Operation is IArgumentOperation { Parent: IInvocationOperation call }:
                // All of it is written out.
                if (
                    _picture.Sdks.TryGetFact<JsonTextFact>(call.TargetMethod, out _)
                    || call.TargetMethod.Name.StartsWith("Serialize", System.StringComparison.Ordinal)
                )
                {
                    return false;
                }

                // Printed as it is.
                _isTextUsed |= call.Type.IsNothing() && !call.TargetMethod.IsInSource();
                return call.Arguments.Select(static a => a.Value.HandedFunction()).OfType<IAnonymousFunctionOperation>().All(HoldTextAlone);
            case UseKind.Joined:
                _isTextUsed |= use.Operation.Type?.SpecialType == SpecialType.System_String || use.Operation is IInterpolationOperation;
                return true;
            default:
                return true;
        }
    }

    private bool HoldTextAlone(IAnonymousFunctionOperation function) =>
        function.Symbol.Parameters.All(p =>
            BodyIndex.Of(function).ReferencesTo(p).Where(static r => r is IParameterReferenceOperation).All(HoldsTextAlone)
        );

    /// <summary>A text, a number, a fact: what hangs on it leads to no citation.</summary>
    private static bool IsFact(ValueUse use) =>
        use.Kind == UseKind.Read
        && use.Operation is IMemberReferenceOperation or IInvocationOperation
        && use.Operation.Type is { } type
        && (
            type.SpecialType != SpecialType.None && type.SpecialType != SpecialType.System_Object
            || type.TypeKind == TypeKind.Enum
            || Facts.Contains(type.Name)
            || (
                type is INamedTypeSymbol { Name: "Nullable", TypeArguments: [var of] }
                && (of.TypeKind == TypeKind.Enum || of.SpecialType != SpecialType.None || Facts.Contains(of.Name))
            )
        );

    private bool IsFollowed(IOperation read) =>
        read switch
        {
            IForEachLoopOperation { Locals.Length: 1 } => true,
            IMemberReferenceOperation member => _picture.Tracer.Knowledge.IsPartOfItsOwner(member.Member) && !IsRaw(member.Member),
            IInvocationOperation call => _picture.Tracer.Knowledge.OfCall(call.TargetMethod) is not null,
            IArrayElementReferenceOperation => true,
            _ => false,
        };

    /// <summary>The service's own answer, from which everything can be read.</summary>
    private static bool IsRaw(ISymbol member) => member.Name is "RawRepresentation" or "InnerContent";

    private static bool IsElement(IOperation read) => read is IPropertyReferenceOperation { Property.IsIndexer: true };

    /// <summary>The text is no step on the way to another answer: a query, a route, a question that is asked anew.</summary>
    private bool IsShown(IOperation text) =>
        !_picture
            .Uses.Of(text, endsAt: IsToldAsAnswer)
            .Uses.Any(u =>
                u.Use switch
                {
                    {
                        Kind: UseKind.Tested,
                        Operation: IBinaryOperation or IIsPatternOperation or ISwitchOperation or ISwitchExpressionOperation
                    } => !IsAboutEmptiness(u.Use.Operation),
                    { Kind: UseKind.Passed, Operation: IArgumentOperation { Parent: IInvocationOperation { TargetMethod: var method } } } =>
                        Asks(method),
                    {
                        Kind: UseKind.Passed,
                        Operation: IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } maker } }
                    } => Asks(maker),
                    _ => false,
                }
            );

    /// <summary>What goes into the conversation as the assistant's own words was answered: that the next question is sent along with it makes it no step.</summary>
    private bool IsToldAsAnswer(ValueUse use) =>
        use is { Kind: UseKind.Passed, Operation: IArgumentOperation { Parent: { } message } }
        && PromptRoles.Of(_picture, message) == PromptRole.Assistant;

    private static bool IsAboutEmptiness(IOperation test) =>
        test.DescendantsAndSelf().Any(static o => o.ConstantValue is { HasValue: true, Value: null or "" or 0 });

    private bool Asks(ISymbol member) =>
        _picture.Sdks.TryGetFact<ModelCallFact>(member, out _)
        || _picture.Sdks.TryGetFact<RetrievalFact>(member, out _)
        || _picture.Sdks.TryGetFact<EmbeddingFact>(member, out _)
        || _picture.Sdks.TryGetFact<ParseFact>(member, out _)
        || (_picture.Sdks.TryGetFact<PromptPartFact>(member, out var part) && part.Role is PromptRole.User or PromptRole.System);
}
