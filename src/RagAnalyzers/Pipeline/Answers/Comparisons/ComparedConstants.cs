using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>What a text is compared with, when that is a set of constants; a set that is known at run time alone gives nothing.</summary>
internal static class ComparedConstants
{
    public static ImmutableArray<string> Of(Picture picture, TextComparison comparison)
    {
        var texts = comparison.Constants;
        foreach (var other in comparison.Others)
        {
            if ((comparison.IsAgainstKeys ? KeysOf(picture, other) : TextsOf(picture, other)) is not { } found)
            {
                return ImmutableArray<string>.Empty;
            }

            texts = texts.AddRange(found);
        }

        return texts.Distinct().ToImmutableArray();
    }

    private static IEnumerable<string>? TextsOf(Picture picture, IOperation value)
    {
        var trace = picture.TraceThroughLocalFunctions(value, FlowMode.Value);
        var texts = new List<string>();
        foreach (var origin in trace.Origins)
        {
            switch (origin.Kind)
            {
                case OriginKind.Constant when origin.Path.IsEmpty && origin.Operation.ConstantValue.Value is string text:
                    texts.Add(text);
                    break;
                case OriginKind.Null or OriginKind.Creation or OriginKind.Unset:
                    break;

                // The set compares with a comparer.
                case OriginKind.StaticMember when origin.Symbol?.ContainingType?.FullName() == "System.StringComparer":
                    break;
                default:
                    return null;
            }
        }

        return trace.IsTruncated ? null : texts;
    }

    private static IEnumerable<string>? KeysOf(Picture picture, IOperation dictionary)
    {
        var trail = new HashSet<IOperation>();
        var trace = picture.TraceWithinBody(dictionary, FlowMode.Value, trail: trail);
        var creations = trail.OfType<IObjectCreationOperation>().Where(static c => IsKeyed(c.Type)).Distinct().ToList();
        if (
            creations.Count != 1
            || trace.IsTruncated
            || trace.Origins.Any(static o => o.Kind is OriginKind.Parameter or OriginKind.Unknown)
        )
        {
            return null;
        }

        var keys = new List<string>();
        foreach (var initializer in creations[0].Initializer?.Initializers ?? ImmutableArray<IOperation>.Empty)
        {
            if (initializer.KeyedEntry()?.Key.ConstantValue is not { HasValue: true, Value: string text })
            {
                return null;
            }

            keys.Add(text);
        }

        return keys;
    }

    private static bool IsKeyed(ITypeSymbol? type) =>
        type is not null
        && type.AllInterfaces.Any(static i => i is { Name: "IDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] });
}
