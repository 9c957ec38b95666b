using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Training;
using RagAnalyzers.Pipeline.Training.Examples;
using RagAnalyzers.Text.Prose;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>
/// Recognises training examples in which the assistant answers with a label: the repeatable task that fine-tuning is for.
/// </summary>
internal static class LabelledExamples
{
    private static readonly ImmutableHashSet<string> Labels = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "label",
        "labels",
        "category",
        "categories",
        "class",
        "classes",
        "classification",
        "completion",
        "tag",
        "tags",
        "intent",
        "intents",
        "sentiment",
        "priority",
        "severity",
        "rank",
        "ranking",
        "rating",
        "score",
        "team",
        "queue"
    );

    private static readonly ImmutableHashSet<string> Suffixes = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "name",
        "names",
        "id",
        "code",
        "value",
        "text"
    );

    public static bool AreIn(TrainingData data) => data.AssistantTexts.Any(IsLabel);

    /// <summary>The text is a label where it stands, or is made of labels alone, or is one of a few constants.</summary>
    private static bool IsLabel(AssistantText text)
    {
        if (text.Pieces.Length > 0 && text.Pieces.All(IsLabelWhereItStands))
        {
            return true;
        }

        var parts = text
            .Origins.Where(static o => o.Kind is not (OriginKind.Constant or OriginKind.Null or OriginKind.Creation or OriginKind.Unset))
            .ToList();
        return parts.Count > 0
            ? parts.All(IsLabel)
            : text.Origins.Where(static o => o.Kind == OriginKind.Constant)
                .Select(static o => o.Operation.ConstantValue.Value)
                .Distinct()
                .Count() > 1;
    }

    private static bool IsLabel(Origin origin)
    {
        var names = new List<string>();
        if (origin.Symbol is { } symbol)
        {
            names.Add(symbol.Name);
        }

        for (var path = origin.Path; !path.IsEmpty; path = path.Rest)
        {
            names.Add(path.Head);
        }

        names.Reverse();
        return IsLabel(names) || (origin.Operation is IInvocationOperation call && HasLabelKey(call.Arguments));
    }

    private static bool IsLabelWhereItStands(IOperation value)
    {
        var names = new List<string>();
        for (IOperation? o = value; o is not null; )
        {
            switch (o)
            {
                case IConversionOperation conversion:
                    o = conversion.Operand;
                    break;
                case ICoalesceOperation coalesce:
                    o = coalesce.Value;
                    break;
                case IConditionalAccessOperation access:
                    if (IsLabelWhereItStands(access.WhenNotNull))
                    {
                        return true;
                    }

                    o = access.WhenNotNull is IInvocationOperation ? access.Operation : null;
                    break;
                case IPropertyReferenceOperation { Arguments.IsEmpty: false } element:
                    if (HasLabelKey(element.Arguments))
                    {
                        return true;
                    }

                    o = element.Instance;
                    break;
                case IMemberReferenceOperation member:
                    names.Add(member.Member.Name);
                    o = member.Instance;
                    break;
                case IInvocationOperation call:
                    if (HasLabelKey(call.Arguments))
                    {
                        return true;
                    }

                    // Trimmed or formatted it is the same label; what a method of the program makes of it has its own name.
                    if (call.TargetMethod.IsInSource())
                    {
                        names.Add(call.TargetMethod.Name);
                    }

                    o = call.TargetMethod.IsInSource() ? null : call.Instance;
                    break;
                case ILocalReferenceOperation local:
                    names.Add(local.Local.Name);
                    o = null;
                    break;
                case IParameterReferenceOperation parameter:
                    names.Add(parameter.Parameter.Name);
                    o = null;
                    break;
                default:
                    o = null;
                    break;
            }
        }

        return IsLabel(names);
    }

    /// <summary><c>row["label"]</c>, <c>element.GetProperty("category")</c>.</summary>
    private static bool HasLabelKey(ImmutableArray<IArgumentOperation> arguments) =>
        arguments.Any(static a => a.Value.ConstantValue is { HasValue: true, Value: string key } && IsLabel(key));

    /// <summary>The first of the names, the innermost member first, that says more than "Name" or "Text" is a label's.</summary>
    private static bool IsLabel(IEnumerable<string> names) =>
        names.FirstOrDefault(static n => !NameWords.Of(n).All(Suffixes.Contains)) is { } name && IsLabel(name);

    /// <summary>"Label", "expectedCategory", "IntentName"; not "TeamHandbook".</summary>
    private static bool IsLabel(string name)
    {
        var words = NameWords.Of(name).ToList();
        while (words.Count > 1 && Suffixes.Contains(words[words.Count - 1]))
        {
            words.RemoveAt(words.Count - 1);
        }

        return words.Count > 0 && Labels.Contains(words[words.Count - 1]);
    }
}
