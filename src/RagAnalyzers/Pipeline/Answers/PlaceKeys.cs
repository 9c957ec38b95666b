using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>What the key of a place in a collection may be: a constant, a name that a variable holds, or what is passed for a parameter.</summary>
internal static class PlaceKeys
{
    /// <summary>The values that the key may have; null for one that is no constant.</summary>
    /// <param name="passed">The operations among which the calls stand that pass a parameter's value.</param>
    public static IEnumerable<object?> Of(Picture picture, IOperation key, ICollection<IOperation> passed)
    {
        // A position that a variable holds is counted up; a condition may say which one it is.
        if (key.Type?.SpecialType != SpecialType.System_String)
        {
            return new[] { Constant(key) ?? Told(key) };
        }

        return SameValues
            .Of(key, picture.Tracer)
            .SelectMany(k =>
                k.Unwrapped() is IParameterReferenceOperation { Parameter: var parameter }
                    ? PassedFor(parameter, passed).SelectMany(v => SameValues.Of(v, picture.Tracer)).Select(Constant).DefaultIfEmpty(null)
                    : new[] { Constant(k) }
            );
    }

    /// <summary>Two keys cannot be the same one.</summary>
    public static bool AreApart(object one, object other) =>
        KeyBeginning.Of(one) is { } a && KeyBeginning.Of(other) is { } b
            ? !(one is KeyBeginning && b.StartsWith(a, StringComparison.Ordinal))
                && !(other is KeyBeginning && a.StartsWith(b, StringComparison.Ordinal))
                && a != b
            : one.GetType() == other.GetType() && !one.Equals(other);

    private static IEnumerable<IOperation> PassedFor(IParameterSymbol parameter, IEnumerable<IOperation> passed) =>
        passed
            .OfType<IInvocationOperation>()
            .SelectMany(static c => c.Arguments)
            .Where(a => SymbolEqualityComparer.Default.Equals(a.Parameter?.OriginalDefinition, parameter))
            .Select(static a => a.Value);

    /// <summary>What a variable is where the code gets only if it is that: <c>if (i == 1) Read(texts[i]);</c></summary>
    private static object? Told(IOperation key)
    {
        object? told = null;
        return
            key.Unwrapped() is ILocalReferenceOperation { Local: var local }
            && BranchConditions.Say(key, (l, r, isEqual) => isEqual && (Is(l, r) || Is(r, l)))
            ? told
            : null;

        bool Is(IOperation variable, IOperation value) =>
            variable.Unwrapped() is ILocalReferenceOperation { Local: var other }
            && SymbolEqualityComparer.Default.Equals(other, local)
            && (told = Constant(value)) is not null;
    }

    private static object? Constant(IOperation key) =>
        key.Unwrapped() switch
        {
            { ConstantValue: { HasValue: true, Value: var value } } => value,
            IInterpolatedStringOperation { Parts: [IInterpolatedStringTextOperation { Text.ConstantValue.Value: string begin }, ..] } =>
                new KeyBeginning(begin),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, LeftOperand: var left } sum when sum.Type.IsText() => Constant(left)
                is string begin
                ? new KeyBeginning(begin)
                : Constant(left) as KeyBeginning,
            _ => null,
        };

    /// <summary>A key of which only the beginning is constant: <c>$"profile:{id}"</c>.</summary>
    private sealed record KeyBeginning(string Text)
    {
        public static string? Of(object key) => key as string ?? (key as KeyBeginning)?.Text;
    }
}
