using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Uses;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>
/// Reads the texts that are split and whose pieces mean something by their place. The first piece alone is a text without what follows it.
/// </summary>
internal static class TextPieces
{
    private const int Last = int.MaxValue;

    private const string Sequences = "System.Linq.Enumerable";

    public static TextExtraction? Of(Picture picture, IInvocationOperation call)
    {
        if (
            call.TargetMethod.Name != "Split"
            || TextOf(call) is not { } text
            || SeparatorsOf(call) is not { Count: > 0 } separators
            || separators.Any(TextMarks.AreCleaning)
        )
        {
            return null;
        }

        var places = picture
            .UsesWithinBody.Of(Pieces(call), static u => PlaceOf(u) is not null || IsFurther(u))
            .Uses.Select(static u => PlaceOf(u.Use))
            .OfType<int>()
            .Distinct()
            .ToList();
        var mean = separators.All(TextMarks.AreLayout) ? places.Count > 1 : places.Any(static p => p > 0);
        return mean ? new TextExtraction(call, text, TextExtractionKind.Piece, string.Join(", ", separators.Select(Shown))) : null;
    }

    /// <summary>Each piece is looked at for itself, or taken apart again.</summary>
    private static bool IsFurther(ValueUse use) =>
        use.Operation is IForEachLoopOperation or IInvocationOperation { TargetMethod.Name: "Split" };

    /// <summary>The pieces, trimmed and listed.</summary>
    private static IOperation Pieces(IInvocationOperation split)
    {
        var pieces = split;
        while (
            pieces.ParentOf(out _)
                is IArgumentOperation
                {
                    Parameter.Ordinal: 0,
                    Parent: IInvocationOperation { TargetMethod.Name: "Select" or "Where" or "ToArray" or "ToList" } next
                }
            && next.TargetMethod.ContainingType.HasFullName(Sequences)
            && next.Type
                is IArrayTypeSymbol { ElementType.SpecialType: SpecialType.System_String }
                    or INamedTypeSymbol { TypeArguments: [{ SpecialType: SpecialType.System_String }] }
        )
        {
            pieces = next;
        }

        return pieces;
    }

    private static IOperation? TextOf(IInvocationOperation call) =>
        call.TargetMethod.ContainingType switch
        {
            { SpecialType: SpecialType.System_String } => call.Instance,
            var type when type.HasFullName("System.Text.RegularExpressions.Regex") => call.ArgumentNamed("input"),
            _ => null,
        };

    /// <summary>The constants that a text is split at.</summary>
    private static List<string> SeparatorsOf(IInvocationOperation call) =>
        call
            .Arguments.Where(static a => a.Parameter?.Name is "separator" or "separators" or "pattern")
            .SelectMany(static a => a.Value.DescendantsAndSelf())
            .Select(static o => o.ConstantValue is { HasValue: true, Value: string or char } constant ? constant.Value!.ToString() : null)
            .OfType<string>()
            .Where(static s => s.Length > 0)
            .Distinct()
            .ToList();

    /// <summary>The place at which a piece is read, or null.</summary>
    private static int? PlaceOf(ValueUse use) =>
        use.Operation switch
        {
            IArrayElementReferenceOperation { Indices: [var index] } element when use.Kind == UseKind.Read && element.Type.IsText() =>
                PlaceAt(index),
            IPropertyReferenceOperation { Arguments: [{ Value: var index }], Type.SpecialType: SpecialType.System_String }
                when use.Kind == UseKind.Read => PlaceAt(index),
            IArgumentOperation { Parent: IInvocationOperation call } when call.TargetMethod.ContainingType.HasFullName(Sequences) =>
                call.TargetMethod.Name switch
                {
                    "Last" or "LastOrDefault" => Last,
                    "ElementAt" or "ElementAtOrDefault" => PlaceAt(call.Arguments[1].Value),
                    _ => null,
                },
            IIsPatternOperation { Pattern: IListPatternOperation { Patterns.Length: > 1 } } => Last,
            _ => null,
        };

    private static int? PlaceAt(IOperation index) =>
        index.ConstantValue is { HasValue: true, Value: int place } ? place
        : index.Unwrapped() is IUnaryOperation { OperatorKind: UnaryOperatorKind.Hat } ? Last
        : null;

    private static string Shown(string separator) => "'" + separator.Replace("\r", "\\r").Replace("\n", "\\n").Replace("\t", "\\t") + "'";
}
