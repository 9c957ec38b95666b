using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>Recognises training examples whose assistant message is a label of the source record: the repeatable task that fine-tuning is for.</summary>
internal static class LabelledExamples
{
    private static readonly ImmutableHashSet<string> Labels = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "label", "labels", "category", "categories", "class", "classification", "completion", "tag", "tags", "intent", "sentiment",
        "priority", "severity", "rank", "ranking", "rating", "score", "team", "queue");

    public static bool AreIn(TrainingData data) => data.Trail.SelectMany(AssistantTexts).Any(IsLabel);

    /// <summary>The values that become what the assistant says, in the shapes that chat-format training data is written in.</summary>
    private static IEnumerable<IOperation> AssistantTexts(IOperation operation)
    {
        switch (operation)
        {
            case IAnonymousObjectCreationOperation anonymous:
                return AssistantTexts(anonymous.Initializers);
            case IObjectCreationOperation { Initializer: { } initializer } creation when creation.Arguments.IsEmpty:
                return AssistantTexts(initializer.Initializers);
            case IObjectCreationOperation { Arguments: { Length: >= 1 } arguments } creation:
                var isAssistant = creation.Type?.Name == "AssistantChatMessage" || arguments.Any(a => IsText(a.Value, "assistant"));
                return isAssistant ? arguments.Where(a => !IsText(a.Value, "assistant")).Select(static a => a.Value) : Enumerable.Empty<IOperation>();
            case IInterpolatedStringOperation interpolated:
                return AfterAssistant(interpolated);
            default:
                return Enumerable.Empty<IOperation>();
        }
    }

    private static IEnumerable<IOperation> AssistantTexts(ImmutableArray<IOperation> initializers)
    {
        var assignments = initializers.OfType<ISimpleAssignmentOperation>().Select(static a => (Name: NameOf(a.Target), a.Value)).ToList();
        var isAssistant = assignments.Any(static a => Is(a.Name, "role") && IsText(a.Value, "assistant"));
        return assignments.Where(a => Is(a.Name, "completion") || (isAssistant && Is(a.Name, "content"))).Select(static a => a.Value);
    }

    /// <summary>The holes of a JSON line that stand behind <c>"role":"assistant"</c>.</summary>
    private static IEnumerable<IOperation> AfterAssistant(IInterpolatedStringOperation interpolated)
    {
        var speaker = string.Empty;
        foreach (var part in interpolated.Parts)
        {
            if (part is IInterpolatedStringTextOperation { Text.ConstantValue.Value: string text })
            {
                var role = new[] { "assistant", "user", "system" }.OrderByDescending(r => text.LastIndexOf("\"" + r, StringComparison.Ordinal)).First();
                if (text.Contains("\"" + role))
                    speaker = role;
            }
            else if (part is IInterpolationOperation hole && speaker == "assistant")
            {
                yield return hole.Expression;
            }
        }
    }

    private static bool IsLabel(IOperation value)
        => value.DescendantsAndSelf().Any(static o => o switch
        {
            IPropertyReferenceOperation property => Labels.Contains(property.Property.Name),
            IFieldReferenceOperation field => Labels.Contains(field.Field.Name),
            ILocalReferenceOperation local => Labels.Contains(local.Local.Name),
            IParameterReferenceOperation parameter => Labels.Contains(parameter.Parameter.Name),
            _ => false,
        });

    private static string NameOf(IOperation target) => target switch
    {
        IPropertyReferenceOperation { Arguments: { Length: 1 } arguments } => arguments[0].Value.ConstantValue.Value as string ?? string.Empty,
        IMemberReferenceOperation member => member.Member.Name,
        _ => string.Empty,
    };

    private static bool Is(string name, string expected) => string.Equals(name, expected, StringComparison.OrdinalIgnoreCase);

    private static bool IsText(IOperation value, string text) => value.Unwrapped().ConstantValue is { HasValue: true, Value: string constant } && constant == text;
}
