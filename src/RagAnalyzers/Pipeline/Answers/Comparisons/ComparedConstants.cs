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
            if (Of(picture, other, comparison.IsAgainstKeys) is not { } found)
            {
                return ImmutableArray<string>.Empty;
            }

            texts = texts.AddRange(found);
        }

        return texts.Distinct().ToImmutableArray();
    }

    /// <summary>The constants that a value, the elements of a collection, or the keys of a dictionary are; null when there may be others.</summary>
    public static IEnumerable<string>? Of(Picture picture, IOperation value, bool areKeys) =>
        areKeys ? KeysOf(picture, value) : TextsOf(picture, value);

    private static IEnumerable<string>? TextsOf(Picture picture, IOperation value)
    {
        if (KeysRead(picture, value) is { } dictionary)
        {
            return KeysOf(picture, dictionary);
        }

        var trace = picture.TraceThroughLocalFunctions(value, FlowMode.Value);
        var texts = new List<string>();
        foreach (var origin in trace.Origins)
        {
            switch (origin.Kind)
            {
                case OriginKind.Constant when origin.Path.IsEmpty && TextOf(origin.Operation) is { } text:
                    texts.Add(text);
                    break;
                case OriginKind.Null or OriginKind.Creation or OriginKind.Unset:
                    break;

                // The set compares with a comparer.
                case OriginKind.StaticMember when (origin.Symbol?.ContainingType).HasFullName("System.StringComparer"):
                    break;
                case OriginKind.Call when NamesIn(origin.Operation) is { } names:
                    texts.AddRange(names);
                    break;
                default:
                    return null;
            }
        }

        return trace.IsTruncated ? null : texts;
    }

    /// <summary>A constant text, or the name of an enum's value (<c>Mood.Positive.ToString()</c>).</summary>
    private static string? TextOf(IOperation constant) =>
        constant.ConstantValue.Value as string
        ?? (constant is IFieldReferenceOperation { Field: { ContainingType.TypeKind: TypeKind.Enum, Name: var name } } ? name : null);

    /// <summary><c>Enum.GetNames(typeof(Mood))</c>, and the values, which are compared by their names.</summary>
    private static IEnumerable<string>? NamesIn(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "GetNames" or "GetValues" } method } call
        && method.ContainingType.HasFullName("System.Enum")
        && (
            method.TypeArguments.Length == 1
                ? method.TypeArguments[0]
                : (call.ArgumentNamed("enumType")?.Unwrapped() as ITypeOfOperation)?.TypeOperand
        )
            is { TypeKind: TypeKind.Enum } type
            ? LabelParses.NamesOf(type)
            : null;

    /// <summary>The dictionary whose keys a value is (<c>foreach (var pair in scores) ... pair.Key</c>), or null.</summary>
    private static IOperation? KeysRead(Picture picture, IOperation value)
    {
        if (value.Unwrapped() is not (IPropertyReferenceOperation or ILocalReferenceOperation or IParameterReferenceOperation))
        {
            return null;
        }

        var trail = new HashSet<IOperation>();
        picture.TraceWithinBody(value, FlowMode.Value, trail: trail);
        var keys = trail
            .OfType<IPropertyReferenceOperation>()
            .Where(static p =>
                p.Property is { Name: "Key" or "Keys", ContainingType: { } type } && !type.IsInSource() && type.TypeArguments.Length == 2
            )
            .ToList();
        return keys is [{ Instance: { } owner }] ? owner : null;
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
