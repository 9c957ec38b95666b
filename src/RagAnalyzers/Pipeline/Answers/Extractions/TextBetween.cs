using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Extractions;

/// <summary>
/// Reads the pieces of texts that are cut out between two marks: <c>text.Substring(start, end - start)</c>, <c>text[start..end]</c>.
/// </summary>
internal static class TextBetween
{
    /// <summary>How many locals a position is computed through.</summary>
    private const int MaximumSteps = 3;

    public static TextExtraction? Of(Body body, IInvocationOperation call) =>
        call
            is {
                TargetMethod: { Name: "Substring", ContainingType.SpecialType: SpecialType.System_String },
                Instance: { } text,
                Arguments.Length: 2
            }
            ? Between(body, call, text, call.Arguments[0].Value, call.Arguments[1].Value)
            : null;

    public static TextExtraction? OfRange(Body body, IOperation operation) =>
        operation
            is IImplicitIndexerReferenceOperation { Instance: { Type.SpecialType: SpecialType.System_String } text, Argument: var range }
        && range.Unwrapped() is IRangeOperation { LeftOperand: { } start, RightOperand: { } end }
            ? Between(body, operation, text, start, end)
            : null;

    private static TextExtraction? Between(Body body, IOperation operation, IOperation text, IOperation start, IOperation end)
    {
        var from = SearchesIn(body, start, MaximumSteps).Distinct().ToList();

        // A length is reckoned from the same search once more: `Substring(IndexOf(a) + 1, IndexOf(b) - IndexOf(a) - 1)`.
        var to = SearchesIn(body, end, MaximumSteps)
            .Except(from)
            .Where(s => !from.Exists(f => SyntaxFactory.AreEquivalent(f.Syntax, s.Syntax)))
            .ToList();
        return
            from.Count == 1
            && to.Count == 1
            && MarkOf(from[0]) is { } first
            && MarkOf(to[0]) is { } last
            && !TextMarks.AreCleaning(first)
            && !TextMarks.AreCleaning(last)
            && !(TextMarks.AreLayout(first) && TextMarks.AreLayout(last))
            && !PutBackPieces.AreOf(body, text)
            ? new TextExtraction(operation, text, TextExtractionKind.Between, $"'{first.Trim()}'")
            : null;
    }

    private static string? MarkOf(IInvocationOperation search) =>
        search.Arguments.FirstOrDefault(static a => a.Parameter?.Ordinal == 0)?.Value.ConstantValue
            is { HasValue: true, Value: string or char } mark
            ? mark.Value!.ToString()
            : null;

    /// <summary>The searches that a position is computed from.</summary>
    private static IEnumerable<IInvocationOperation> SearchesIn(Body body, IOperation position, int steps)
    {
        foreach (var part in position.DescendantsAndSelf())
        {
            if (
                part is IInvocationOperation
                {
                    TargetMethod: { Name: "IndexOf" or "LastIndexOf", ContainingType.SpecialType: SpecialType.System_String }
                } search
            )
            {
                yield return search;
            }
            else if (part is ILocalReferenceOperation { Local: var local } && steps > 0 && part.Parent is not IInvocationOperation)
            {
                foreach (
                    var found in body
                        .Index.ReferencesTo(local)
                        .Select(ValueGiven)
                        .OfType<IOperation>()
                        .SelectMany(v => SearchesIn(body, v, steps - 1))
                )
                {
                    yield return found;
                }
            }
        }
    }

    private static IOperation? ValueGiven(IOperation reference) =>
        reference switch
        {
            IVariableDeclaratorOperation declarator => declarator.Initializer?.Value,
            { Parent: ISimpleAssignmentOperation { Target: var target, Value: var value } } when ReferenceEquals(target, reference) =>
                value,
            _ => null,
        };
}
