using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>
/// A loop that cuts windows, each of which begins in front of the end of the one before, the last included: when the end of the text is reached, the
/// same window comes again and again.
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
        if (!IdentifierIndex.IsMentionedIn(body.Root.Syntax, Mentioned))
        {
            yield break;
        }

        foreach (var loop in body.Root.Descendants().OfType<IWhileLoopOperation>())
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
                && GoesBack(block, start) is var (end, overlap)
                && WindowLoop.NumberOf(body.Picture, overlap) > 0
                && WindowLoop.IsOnlyStep(loop, start)
                && EndsOf(loop, end) is [var value]
                && IsEnd(value, start, length)
            )
            {
                yield return new RewoundWindow(overlap);
            }
        }
    }

    /// <summary><c>start = end - overlap;</c>, in every round.</summary>
    private static (ILocalSymbol End, IOperation Overlap)? GoesBack(IBlockOperation block, ILocalSymbol start) =>
        block
            .Operations.OfType<IExpressionStatementOperation>()
            .Select(static s => s.Operation as ISimpleAssignmentOperation)
            .Where(a => a?.Target is ILocalReferenceOperation { Local: var to } && Same(to, start))
            .Select(static a => a!.Value.Unwrapped())
            .FirstOrDefault()
            is IBinaryOperation
            {
                OperatorKind: BinaryOperatorKind.Subtract,
                LeftOperand: ILocalReferenceOperation { Local: var end },
                RightOperand: var overlap
            }
            ? (end, overlap)
            : null;

    /// <summary>What the loop puts into the variable.</summary>
    private static List<IOperation?> EndsOf(ILoopOperation loop, ILocalSymbol end) =>
        loop.Descendants()
            .Select(o =>
                o switch
                {
                    IVariableDeclaratorOperation declared when Same(declared.Symbol, end) => declared.GetVariableInitializer()?.Value,
                    IAssignmentOperation { Target: ILocalReferenceOperation { Local: var to } } assigned when Same(to, end) =>
                        assigned.Value,
                    _ => null,
                }
            )
            .Where(static v => v is not null)
            .ToList();

    /// <summary><c>Math.Min(start + size, length)</c></summary>
    private static bool IsEnd(IOperation? value, ILocalSymbol start, IOperation length) =>
        value?.Unwrapped()
            is IInvocationOperation { TargetMethod: { Name: "Min", ContainingType: var type }, Arguments: [var one, var other] }
        && type.FullName() == "System.Math"
        && (
            (IsAhead(one.Value, start) && IsSameText(other.Value, length)) || (IsAhead(other.Value, start) && IsSameText(one.Value, length))
        );

    private static bool IsAhead(IOperation value, ILocalSymbol start) =>
        value.Unwrapped() is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add } sum
        && new[] { sum.LeftOperand, sum.RightOperand }.Any(o =>
            o.Unwrapped() is ILocalReferenceOperation { Local: var local } && Same(local, start)
        );

    private static bool IsSameText(IOperation one, IOperation other) =>
        one.Unwrapped().Syntax.IsEquivalentTo(other.Unwrapped().Syntax, topLevel: false);

    private static bool Same(ISymbol one, ISymbol other) => SymbolEqualityComparer.Default.Equals(one, other);
}
