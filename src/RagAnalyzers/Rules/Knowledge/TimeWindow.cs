using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>Recognises a query that selects rows by the time at which it runs.</summary>
internal static class TimeWindow
{
    /// <summary>A filter of the call compares with a time reckoned from now, in place or through a local.</summary>
    public static bool Selects(IInvocationOperation call)
        => call.Arguments
            .Select(static a => a.Value.Unwrapped())
            .Where(static v => v is IDelegateCreationOperation or IConversionOperation or ILocalReferenceOperation)
            .SelectMany(static v => v.DescendantsAndSelf())
            .Any(o => IsReckonedFromNow(o) || (o is ILocalReferenceOperation local && Initial(local)?.DescendantsAndSelf().Any(IsReckonedFromNow) == true));

    private static bool IsReckonedFromNow(IOperation operation)
        => operation switch
        {
            IInvocationOperation { TargetMethod: { Name: "AddDays" or "AddMonths" or "AddHours" or "AddYears" or "AddMinutes" or "Subtract" or "Add" } method, Instance: { } time }
                => IsTime(method.ContainingType) && time.DescendantsAndSelf().Any(IsNow),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract or BinaryOperatorKind.Add } arithmetic
                => IsTime(arithmetic.LeftOperand.Type) && arithmetic.LeftOperand.DescendantsAndSelf().Any(IsNow),
            _ => false,
        };

    private static bool IsNow(IOperation operation)
        => operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "Now" or "UtcNow" or "Today" } property } => IsTime(property.ContainingType),
            IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow" } method } => method.ContainingType.FullName() == "System.TimeProvider",
            _ => false,
        };

    private static bool IsTime(ITypeSymbol? type) => type?.FullName() is "System.DateTime" or "System.DateTimeOffset" or "System.DateOnly";

    private static IOperation? Initial(ILocalReferenceOperation local)
        => BodyIndex.Of(local).ReferencesTo(local.Local).OfType<IVariableDeclaratorOperation>().FirstOrDefault()?.Initializer?.Value;
}
