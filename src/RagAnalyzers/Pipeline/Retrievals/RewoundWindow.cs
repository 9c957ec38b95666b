using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>
/// A loop that cuts windows, each of which begins in front of the end of the one before, the last included: when the end of the text is
/// reached, the same window comes again and again.
/// <code>
/// while (start &lt; text.Length) { var end = Math.Min(start + size, text.Length); ...; start = end - overlap; }
/// </code>
/// </summary>
/// <param name="Overlap">By how much the window goes back.</param>
internal sealed record RewoundWindow(IOperation Overlap)
{
    private static readonly string[] Mentioned = { "Min" };

    /// <summary>Those loops of a body that certainly never end, whatever the text is.</summary>
    public static ImmutableArray<RewoundWindow> In(Body body) => body.Once(static b => Read(b).ToImmutableArray());

    private static IEnumerable<RewoundWindow> Read(Body body)
    {
        if (!IdentifierIndex.IsMentionedIn(body.Syntax, Mentioned))
        {
            yield break;
        }

        foreach (var loop in body.Index.Operations.OfType<IWhileLoopOperation>())
        {
            if (
                loop
                    is {
                        ConditionIsTop: true,
                        Condition: IBinaryOperation
                        {
                            OperatorKind: BinaryOperatorKind.LessThan,
                            LeftOperand: ILocalReferenceOperation { Local: var start },
                            RightOperand: var length
                        },
                        Body: IBlockOperation block
                    }
                && GoesBack(block, start) is var (from, overlap, isLength)
                && WindowLoop.NumberOf(body.Picture, overlap) > 0
                && WindowLoop.IsOnlyStep(loop, start)
                && ValuesOf(loop, from) is [var value]
                && (isLength ? IsRest(value, start, length) : IsEnd(value, start, length))
            )
            {
                yield return new RewoundWindow(overlap);
            }
        }
    }

    /// <summary><c>start = end - overlap;</c> or <c>start += length - overlap;</c>, in every round.</summary>
    private static (ILocalSymbol From, IOperation Overlap, bool IsLength)? GoesBack(IBlockOperation block, ILocalSymbol start)
    {
        var step = block
            .Operations.OfType<IExpressionStatementOperation>()
            .Select(static s => s.Operation)
            .OfType<IAssignmentOperation>()
            .FirstOrDefault(a => IsReferenceTo(a.Target, start));
        return
            step is ISimpleAssignmentOperation or ICompoundAssignmentOperation { OperatorKind: BinaryOperatorKind.Add }
            && step.Value.Unwrapped()
                is IBinaryOperation
                {
                    OperatorKind: BinaryOperatorKind.Subtract,
                    LeftOperand: ILocalReferenceOperation { Local: var from },
                    RightOperand: var overlap
                }
            ? (from, overlap, step is ICompoundAssignmentOperation)
            : null;
    }

    /// <summary>What the loop puts into the variable.</summary>
    private static List<IOperation?> ValuesOf(ILoopOperation loop, ILocalSymbol variable) =>
        loop.Descendants()
            .Select(o =>
                o switch
                {
                    IVariableDeclaratorOperation declared when Same(declared.Symbol, variable) => declared.GetVariableInitializer()?.Value,
                    IAssignmentOperation assigned when IsReferenceTo(assigned.Target, variable) => assigned.Value,
                    _ => null,
                }
            )
            .Where(static v => v is not null)
            .ToList();

    /// <summary><c>Math.Min(start + size, length)</c></summary>
    private static bool IsEnd(IOperation? value, ILocalSymbol start, IOperation length) =>
        IsLesser(
            value,
            o =>
                o.Unwrapped() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
                && (IsReferenceTo(sum.LeftOperand, start) || IsReferenceTo(sum.RightOperand, start)),
            o => IsSameCode(o, length)
        );

    /// <summary><c>Math.Min(size, length - start)</c></summary>
    private static bool IsRest(IOperation? value, ILocalSymbol start, IOperation length) =>
        IsLesser(
            value,
            static _ => true,
            o =>
                o.Unwrapped() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract } rest
                && IsSameCode(rest.LeftOperand, length)
                && IsReferenceTo(rest.RightOperand, start)
        );

    private static bool IsLesser(IOperation? value, Func<IOperation, bool> isOne, Func<IOperation, bool> isOther) =>
        value?.Unwrapped() is IInvocationOperation { TargetMethod: { Name: "Min", ContainingType: var type }, Arguments: [var a, var b] }
        && type.HasFullName("System.Math")
        && ((isOne(a.Value) && isOther(b.Value)) || (isOne(b.Value) && isOther(a.Value)));

    private static bool IsReferenceTo(IOperation value, ILocalSymbol variable) =>
        value.Unwrapped() is ILocalReferenceOperation { Local: var local } && Same(local, variable);

    private static bool IsSameCode(IOperation one, IOperation other) =>
        SyntaxFactory.AreEquivalent(one.Unwrapped().Syntax, other.Unwrapped().Syntax);

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
