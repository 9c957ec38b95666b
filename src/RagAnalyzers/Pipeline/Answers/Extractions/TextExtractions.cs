using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Answers.Comparisons;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>Finds the code of a body that reads data out of texts; whose texts they are is not asked.</summary>
internal static class TextExtractions
{
    /// <summary>Without one of these names a body reads nothing out of a text.</summary>
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal)
    {
        "Parse",
        "TryParse",
        "ParseExact",
        "TryParseExact",
        "ToInt16",
        "ToInt32",
        "ToInt64",
        "ToSingle",
        "ToDouble",
        "ToDecimal",
        "ToBoolean",
        "ToDateTime",
        "Groups",
        "Split",
        "IndexOf",
        "LastIndexOf",
        "StartsWith",
    };

    private static readonly string[] ValueTypes =
    {
        "System.Guid",
        "System.DateTimeOffset",
        "System.DateOnly",
        "System.TimeOnly",
        "System.TimeSpan",
        "System.Numerics.BigInteger",
    };

    public static bool MayBeIn(SyntaxNode body) => IdentifierIndex.IsMentionedIn(body, Names);

    public static IEnumerable<TextExtraction> In(Body body)
    {
        if (!MayBeIn(body.Syntax))
        {
            return Enumerable.Empty<TextExtraction>();
        }

        return body
            .Index.Invocations.Select(call => Value(body.Picture, call) ?? TextPieces.Of(body.Picture, call) ?? TextBetween.Of(body, call))
            .OfType<TextExtraction>()
            .Concat(LabelledLines.In(body))
            .Concat(body.Index.Operations.SelectMany(o => Others(body, o)))
            .OrderBy(static e => e.Operation.Syntax.SpanStart);
    }

    private static IEnumerable<TextExtraction> Others(Body body, IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Arguments.Length: 1 } group when PatternGroups.Of(body.Picture, group) is { } found => [found],
            IMethodReferenceOperation { Method: var method } group when IsValueParse(method) => ValuesOf(group),
            _ when TextBetween.OfRange(body, operation) is { } between => [between],
            _ => [],
        };

    private static TextExtraction? Value(Picture picture, IInvocationOperation call) =>
        IsValueParse(call.TargetMethod)
        && call.Arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0)?.Value is { } text
        && !PatternGroups.AreMarks(picture, text)
            ? new TextExtraction(call, TextComparisons.Spanned(text), TextExtractionKind.Value, ShownBy(call.TargetMethod))
            : null;

    /// <summary><c>pieces.Select(int.Parse)</c>.</summary>
    private static IEnumerable<TextExtraction> ValuesOf(IMethodReferenceOperation group) =>
        group.Parent is IDelegateCreationOperation { Parent: IArgumentOperation { Parent: IInvocationOperation call } }
        && call.TargetMethod.ContainingType.HasFullName("System.Linq.Enumerable")
        && call.Arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0)?.Value is { } texts
            ? [new TextExtraction(call, texts, TextExtractionKind.Value, ShownBy(group.Method))]
            : [];

    private static bool IsValueParse(IMethodSymbol method) =>
        Names.Contains(method.Name)
        && method is { IsStatic: true, ContainingType: { } type, Parameters: [{ Type: var text }, ..] }
        && text is { SpecialType: SpecialType.System_String } or { Name: "ReadOnlySpan" }
        && (
            method.Name is "Parse" or "TryParse" or "ParseExact" or "TryParseExact"
                ? type.SpecialType
                    is SpecialType.System_Boolean
                        or SpecialType.System_DateTime
                        or >= SpecialType.System_SByte
                        and <= SpecialType.System_Double
                    || ValueTypes.Contains(type.FullName())
                : method.Name.StartsWith("To", StringComparison.Ordinal) && type.HasFullName("System.Convert")
        );

    private static string ShownBy(IMethodSymbol method) =>
        method.ContainingType.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat) + "." + method.Name;
}
