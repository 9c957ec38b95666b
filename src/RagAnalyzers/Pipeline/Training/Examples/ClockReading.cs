using System;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Pipeline.Training.Examples;

/// <summary>
/// Recognises the reading of the clock that a value is made of: <c>DateTime.UtcNow</c>, <c>time.GetUtcNow().ToString("d")</c>, a difference
/// from today.
/// </summary>
internal static class ClockReading
{
    // An identifier that is made of the clock states no time.
    private static readonly ImmutableHashSet<string> Identifiers = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "Ticks",
        "UtcTicks",
        "Millisecond",
        "Microsecond",
        "Nanosecond",
        "ToBinary",
        "ToFileTime",
        "ToFileTimeUtc",
        "ToUnixTimeSeconds",
        "ToUnixTimeMilliseconds"
    );

    /// <summary>The reading that a trace ended at, or null.</summary>
    public static IOperation? In(Origin origin) => Identifiers.Contains(origin.Path.Head) ? null : In(origin.Operation);

    /// <summary>The reading that a value is made of where it stands, or null.</summary>
    public static IOperation? In(IOperation? value) =>
        value switch
        {
            null => null,
            IConversionOperation conversion => In(conversion.Operand),
            IParenthesizedOperation parenthesized => In(parenthesized.Operand),
            IPropertyReferenceOperation { Property: var property } read when property.ContainingType.IsPointInTimeOrSpan() =>
                property.Name switch
                {
                    "Now" or "UtcNow" or "Today" => read,
                    var name => Identifiers.Contains(name) ? null : In(read.Instance),
                },
            IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow" } method } call
                when method.ContainingType.HasFullName("System.TimeProvider") => call,
            IInvocationOperation { TargetMethod: var method } call when method.ContainingType.IsPointInTimeOrSpan() => method.Name switch
            {
                "FromDateTime" => In(call.Arguments.Length > 0 ? call.Arguments[0].Value : null),
                var name => Identifiers.Contains(name) ? null : In(call.Instance),
            },
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add or BinaryOperatorKind.Subtract } sum => In(sum.LeftOperand)
                ?? In(sum.RightOperand),
            _ => null,
        };
}
