using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals.Embedders;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A loop that moves a window over a text and cuts out what is in it.</summary>
/// <param name="Step">The expression by which the window moves on.</param>
/// <param name="Length">How far that is.</param>
internal sealed record WindowLoop(IOperation Step, int Length)
{
    // What cuts, or, beside a range, keeps its end within the text.
    private static readonly string[] Cuts = { "Substring", "Slice", "AsSpan", "GetRange", "Take", "Min" };

    /// <summary>Something of the compilation cuts, or keeps an end within a text.</summary>
    public static bool MayBeIn(Picture picture) => picture.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, Cuts));

    /// <summary>The loops of a body whose step is known.</summary>
    public static ImmutableArray<WindowLoop> In(Body body) => body.Once(static b => Read(b).ToImmutableArray());

    private static IEnumerable<WindowLoop> Read(Body body)
    {
        if (!IdentifierIndex.IsMentionedIn(body.Syntax, Cuts))
        {
            yield break;
        }

        foreach (var loop in body.Index.Operations.OfType<ILoopOperation>())
        {
            if (loop is not (IForLoopOperation or IWhileLoopOperation))
            {
                continue;
            }

            var steps = loop.Descendants()
                .OfType<ICompoundAssignmentOperation>()
                .Where(static a => a.OperatorKind == BinaryOperatorKind.Add && a.Target.Type?.SpecialType == SpecialType.System_Int32)
                .Where(a => a.Target is ILocalReferenceOperation { Local: var at } && IsCutAt(loop, at) && IsOnlyStep(loop, at))
                .ToList();
            if (steps.Count == 1 && NumberOf(body.Picture, steps[0].Value) is { } length)
            {
                yield return new WindowLoop(steps[0].Value, length);
            }
        }
    }

    /// <summary>The loop cuts a piece out of something at the variable.</summary>
    private static bool IsCutAt(ILoopOperation loop, ILocalSymbol at) =>
        loop.Descendants()
            .Any(o =>
                o switch
                {
                    IInvocationOperation { TargetMethod.Name: "Substring" or "Slice" or "AsSpan" or "GetRange" or "Skip" } call =>
                        call.Arguments.Any(a => Mentions(a.Value, at)),
                    IRangeOperation { LeftOperand: { } start } => Mentions(start, at),
                    _ => false,
                }
            );

    private static bool Mentions(IOperation value, ILocalSymbol variable) =>
        value
            .DescendantsAndSelf()
            .Any(o => o is ILocalReferenceOperation { Local: var local } && SymbolEqualityComparer.Default.Equals(local, variable));

    /// <summary>Nothing else in the loop moves it, and nothing leaves the loop.</summary>
    public static bool IsOnlyStep(ILoopOperation loop, ILocalSymbol at) =>
        !loop.Descendants()
            .Any(o =>
                o
                    is IBranchOperation { BranchKind: BranchKind.Break }
                        or IReturnOperation { IsImplicit: false, Kind: not OperationKind.YieldReturn }
            )
        && loop.Descendants()
            .Count(o =>
                o is IAssignmentOperation { Target: ILocalReferenceOperation { Local: var a } }
                    && SymbolEqualityComparer.Default.Equals(a, at)
                || o is IIncrementOrDecrementOperation { Target: ILocalReferenceOperation { Local: var b } }
                    && SymbolEqualityComparer.Default.Equals(b, at)
            ) == 1;

    /// <summary>A number that is known, or a sum or difference of such.</summary>
    public static int? NumberOf(Picture picture, IOperation value)
    {
        var plain = value.Unwrapped();
        if (plain.ConstantValue is { HasValue: true, Value: int constant })
        {
            return constant;
        }

        if (plain is IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract or BinaryOperatorKind.Add } binary)
        {
            var sign = binary.OperatorKind == BinaryOperatorKind.Subtract ? -1 : 1;
            return NumberOf(picture, binary.LeftOperand) is { } left && NumberOf(picture, binary.RightOperand) is { } right
                ? left + (sign * right)
                : null;
        }

        return Embedder.NumberIn(picture.TraceThroughCallers(plain, FlowMode.Value), out _);
    }
}
