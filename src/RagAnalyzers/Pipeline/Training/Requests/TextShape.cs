using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Training.Requests;

/// <summary>Texts that are written out in code, with or without holes: a literal, an interpolated string, a sum of strings.</summary>
internal static class TextShape
{
    /// <summary>The whole text that a constant stands in.</summary>
    public static IOperation WholeOf(IOperation piece)
    {
        var whole = piece;
        while (
            whole.Parent
                is IInterpolatedStringTextOperation
                    or IInterpolationOperation
                    or IInterpolatedStringOperation
                    or IParenthesizedOperation
            || whole.Parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String }
        )
        {
            whole = whole.Parent;
        }

        return whole;
    }

    /// <summary>What the text is put together from, in order.</summary>
    public static ImmutableArray<IOperation> PiecesOf(IOperation text)
    {
        var pieces = ImmutableArray.CreateBuilder<IOperation>();
        Add(text, pieces);
        return pieces.ToImmutable();
    }

    /// <summary>The text of a constant piece, or null.</summary>
    public static string? TextOf(IOperation piece) =>
        piece.Unwrapped().ConstantValue is { HasValue: true, Value: string text } ? text : null;

    private static void Add(IOperation operation, ICollection<IOperation> pieces)
    {
        switch (operation.Unwrapped())
        {
            case { ConstantValue.HasValue: true } constant:
                pieces.Add(constant);
                break;
            case IInterpolatedStringOperation interpolated:
                foreach (var part in interpolated.Parts)
                {
                    switch (part)
                    {
                        case IInterpolatedStringTextOperation text:
                            pieces.Add(text.Text);
                            break;
                        case IInterpolationOperation hole:
                            pieces.Add(hole.Expression);
                            break;
                        default:
                            pieces.Add(part);
                            break;
                    }
                }

                break;
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } sum:
                Add(sum.LeftOperand, pieces);
                Add(sum.RightOperand, pieces);
                break;
            case var other:
                pieces.Add(other);
                break;
        }
    }
}
