using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Training.Examples;

/// <summary>
/// Finds the values that a text of a training example puts into sentences, wherever on its way the sentences are put together.
/// </summary>
internal static class StatedValueReader
{
    private const string Content = "\"content\":";

    public static ImmutableArray<StatedValue> In(Picture picture, AssistantText text)
    {
        var trail = new HashSet<IOperation> { text.Value };
        picture.TraceWithinBody(text.Value, FlowMode.Content, trail: trail);
        return trail
            .SelectMany(Values)
            .Concat(
                text.Value.Parent is IInterpolationOperation { Parent: IInterpolatedStringOperation line }
                    ? InLine(line, text.Value)
                    : Enumerable.Empty<StatedValue>()
            )
            .GroupBy(static v => v.Value)
            .Select(static g => g.First())
            .ToImmutableArray();
    }

    private static IEnumerable<StatedValue> Values(IOperation text) =>
        text switch
        {
            IInterpolatedStringOperation => Values(AssistantTextReader.PiecesOf(text)),
            IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.Add,
                Type.SpecialType: SpecialType.System_String,
                Parent: not IBinaryOperation
            } => Values(AssistantTextReader.PiecesOf(text)),
            _ => Enumerable.Empty<StatedValue>(),
        };

    private static IEnumerable<StatedValue> Values(IEnumerable<IOperation> parts)
    {
        var pieces = parts.ToList();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (!pieces[i].ConstantValue.HasValue)
            {
                yield return new StatedValue(pieces[i], Constants(pieces.Take(i)), Constants(pieces.Skip(i + 1)));
            }
        }
    }

    /// <summary>
    /// A value in a line of JSON: the sentence begins behind the key of the message's content, and ends before the next key.
    /// </summary>
    private static IEnumerable<StatedValue> InLine(IInterpolatedStringOperation line, IOperation value) =>
        Values(line)
            .Where(v => ReferenceEquals(v.Value, value))
            .Select(static v =>
                v with
                {
                    Before = v.Before.LastIndexOf(Content, StringComparison.Ordinal) is >= 0 and var at
                        ? v.Before.Substring(at + Content.Length)
                        : v.Before,
                    After = v.After.IndexOf('"') is >= 0 and var end ? v.After.Substring(0, end) : v.After,
                }
            );

    private static string Constants(IEnumerable<IOperation> pieces) =>
        string.Concat(pieces.Select(static p => p.ConstantValue is { HasValue: true, Value: string text } ? text : " "));
}
