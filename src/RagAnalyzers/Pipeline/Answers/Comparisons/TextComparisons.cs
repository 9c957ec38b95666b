using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>
/// Finds the comparisons of texts in a body: operators, <c>Equals</c>, patterns, searches in a text, lookups, and the reading of enums.
/// </summary>
internal sealed class TextComparisons
{
    /// <summary>The names of all that compares; most calls have another one.</summary>
    public static readonly HashSet<string> Comparers =
    [
        "Equals",
        "Compare",
        "CompareTo",
        "CompareOrdinal",
        "SequenceEqual",
        "Contains",
        "StartsWith",
        "EndsWith",
        "IndexOf",
        "LastIndexOf",
        "ContainsKey",
        "TryGetValue",
        "GetValueOrDefault",
        "BinarySearch",
        .. LabelParses.Names,
        .. PatternSearches.Names,
    ];

    private readonly ConcurrentDictionary<IOperation, ImmutableArray<TextComparison>> _found = new();
    private readonly IFlowKnowledge _knowledge;
    private readonly PatternComparisons _patterns;
    private readonly PatternSearches _searches;

    private TextComparisons(Picture picture)
    {
        _knowledge = picture.Tracer.Knowledge;
        _patterns = new PatternComparisons(_knowledge);
        _searches = new PatternSearches(picture);
    }

    public static TextComparisons Of(Picture picture) => picture.Once(static p => new TextComparisons(p));

    /// <summary>The comparisons of a body; those against constants first come as they stand, others are for the caller to trace.</summary>
    public ImmutableArray<TextComparison> In(IOperation root) =>
        _found.TryGetValue(root, out var found) ? found : _found.GetOrAdd(root, Find(root));

    private ImmutableArray<TextComparison> Find(IOperation root) =>
        BodyIndex
            .Of(root)
            .Decisions.SelectMany(o =>
                o switch
                {
                    IInvocationOperation call => OfCall(call),
                    IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary
                        when IsText(binary.LeftOperand) && IsText(binary.RightOperand) => OfTwo(
                        binary,
                        binary.LeftOperand,
                        binary.RightOperand
                    ),
                    IPropertyReferenceOperation { Arguments: { Length: 1 } keys, Instance: { } container } element
                        when IsText(keys[0].Value) && IsDictionary(container.Type) && !IsWritten(element) => new[]
                    {
                        TextComparison.WithKeys(element, keys[0].Value, container),
                    },
                    IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } binary =>
                        LetterComparisons.OfTwo(binary),
                    IMethodReferenceOperation group => HandedComparisons.Of(group, _knowledge),
                    _ => _patterns.In(o),
                }
            )
            .Where(static c => c.Kind != TextComparisonKind.Part || !TextLines.Is(c.Text))
            .ToImmutableArray();

    private IEnumerable<TextComparison> OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Comparers.Contains(method.Name) || method.IsInSource())
        {
            return Enumerable.Empty<TextComparison>();
        }

        var given = call.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue);
        var values = given.OrderBy(static a => a.Parameter?.Ordinal).Select(static a => a.Value).ToList();
        if (call.Instance is { } receiver)
        {
            values.Insert(0, receiver);
        }

        var type = method.ContainingType.FullName();
        if (values.Count == 0)
        {
            return Enumerable.Empty<TextComparison>();
        }

        switch (type)
        {
            case "System.Enum" or "System.Boolean":
                return LabelParses.Of(call);
            case "System.Text.RegularExpressions.Regex":
                return _searches.Of(call);
        }

        if (values.Count < 2)
        {
            return Enumerable.Empty<TextComparison>();
        }

        return method.Name switch
        {
            "Equals" when type is "System.String" or "System.Object" && IsText(values[0]) && IsText(values[1]) => OfTwo(
                call,
                values[0],
                values[1]
            ),
            "Compare" or "CompareTo" or "CompareOrdinal" when type == "System.String" && IsText(values[0]) && IsText(values[1]) => OfTwo(
                call,
                values[0],
                values[1]
            ),
            "Equals" when values.Count == 3 && IsComparer(values[0].Type) && IsText(values[1]) && IsText(values[2]) => OfTwo(
                call,
                values[1],
                values[2]
            ),
            "Equals" or "SequenceEqual" when type == "System.MemoryExtensions" => OfTwo(call, Spanned(values[0]), Spanned(values[1])),
            "Contains"
            or "StartsWith"
            or "EndsWith"
            or "IndexOf"
            or "LastIndexOf" when type == "System.String" || (type == "System.MemoryExtensions" && IsCharacters(values[0].Type)) => OfParts(
                call,
                Spanned(values[0]),
                Spanned(values[1])
            ),
            "ContainsKey" or "TryGetValue" or "GetValueOrDefault" when IsText(values[1]) && IsDictionary(values[0].Unwrapped().Type) =>
                new[] { TextComparison.WithKeys(call, values[1], values[0]) },
            "Contains"
            or "IndexOf"
            or "LastIndexOf"
            or "BinarySearch" when IsText(values[1]) && !IsText(values[0]) && type.StartsWith("System.", System.StringComparison.Ordinal) =>
                new[] { TextComparison.WithValue(call, values[1], TextComparisonKind.Whole, Spanned(values[0])) },
            _ => Enumerable.Empty<TextComparison>(),
        };
    }

    /// <summary>Either side can be the answer; constants cannot.</summary>
    private static IEnumerable<TextComparison> OfTwo(IOperation operation, IOperation left, IOperation right)
    {
        if (Constant(right) is { } text)
        {
            return Constant(left) is null
                ? new[] { TextComparison.With(operation, left, TextComparisonKind.Whole, text) }
                : Enumerable.Empty<TextComparison>();
        }

        if (Constant(left) is { } other)
        {
            return new[] { TextComparison.With(operation, right, TextComparisonKind.Whole, other) };
        }

        return new[]
        {
            TextComparison.WithValue(operation, left, TextComparisonKind.Whole, right),
            TextComparison.WithValue(operation, right, TextComparisonKind.Whole, left),
        };
    }

    private static IEnumerable<TextComparison> OfParts(IOperation operation, IOperation whole, IOperation part) =>
        Constant(whole) is not null ? Enumerable.Empty<TextComparison>()
        : LetterComparisons.Constant(part) is { } letter
            ? new[] { TextComparison.With(operation, whole, TextComparisonKind.Letter, letter) }
        : !IsText(part) ? Enumerable.Empty<TextComparison>()
        : Constant(part) is { } text ? new[] { TextComparison.With(operation, whole, TextComparisonKind.Part, text) }
        : new[] { TextComparison.WithValue(operation, whole, TextComparisonKind.Part, part) };

    public static string? Constant(IOperation operation) =>
        operation.Unwrapped().ConstantValue is { HasValue: true, Value: string text } ? text : null;

    /// <summary>The text, or the array, that a span is made of.</summary>
    public static IOperation Spanned(IOperation value) =>
        value.Unwrapped() switch
        {
            IConversionOperation { OperatorMethod.ContainingType: { } type } conversion when IsSpan(type) => conversion.Operand.Unwrapped(),
            IInvocationOperation { TargetMethod: { Name: "AsSpan" } method } call
                when method.ContainingType.HasFullName("System.MemoryExtensions") => call.CalledOn()!.Unwrapped(),
            var other => other,
        };

    private static bool IsText(IOperation value) =>
        value.Unwrapped() is var inner && (inner.Type?.SpecialType == SpecialType.System_String || IsCharacters(inner.Type));

    private static bool IsCharacters(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_Char }] } named && IsSpan(named);

    private static bool IsSpan(ITypeSymbol type) => type.FullName() is "System.ReadOnlySpan" or "System.Span";

    private static bool IsDictionary(ITypeSymbol? type) =>
        type is not null
        && type.AllInterfaces.Concat(new[] { type })
            .OfType<INamedTypeSymbol>()
            .Any(static i =>
                i is { Name: "IDictionary" or "IReadOnlyDictionary", TypeArguments: [{ SpecialType: SpecialType.System_String }, _] }
            );

    private static bool IsComparer(ITypeSymbol? type) =>
        type is not null
        && type.AllInterfaces.Concat(new[] { type }).Any(static i => i.HasFullName("System.Collections.Generic.IEqualityComparer"));

    private static bool IsWritten(IOperation element) =>
        element.ParentOf(out var child) is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, child);
}
