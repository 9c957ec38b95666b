using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Rules.Knowledge;

/// <summary>Recognises a query that selects rows by the time at which it runs.</summary>
internal static class TimeWindow
{
    /// <summary>
    /// The call's predicate compares with a time reckoned from now, or the call is given such a time; in place or through locals.
    /// </summary>
    public static bool Selects(IInvocationOperation call) =>
        call.Arguments.Any(a =>
            Resolved(a.Value) switch
            {
                var value when value.HandedFunction() is { } function => function
                    is IAnonymousFunctionOperation { Symbol.ReturnType.SpecialType: SpecialType.System_Boolean }
                    && Mentions(function),

                // The framework's own calls (formatting, serializing, collecting) select nothing by what they are given.
                var value => !call.TargetMethod.FullNamespace().StartsWith("System", StringComparison.Ordinal)
                    && GivesTime(value)
                    && Mentions(value),
            }
        );

    private static bool GivesTime(IOperation value) => value.Type.IsPointInTime() || value is IAnonymousObjectCreationOperation;

    private static bool Mentions(IOperation operation) =>
        operation
            .DescendantsAndSelf()
            .Any(static o =>
                IsReckonedFromNow(o)
                || (o is ILocalReferenceOperation local && Initial(local)?.DescendantsAndSelf().Any(IsReckonedFromNow) == true)
            );

    /// <summary>The value without conversions, or what the local that stands for it was declared as.</summary>
    private static IOperation Resolved(IOperation value) =>
        value.Unwrapped() is ILocalReferenceOperation local && Initial(local) is { } initial ? initial.Unwrapped() : value.Unwrapped();

    private static bool IsReckonedFromNow(IOperation operation) =>
        operation switch
        {
            IInvocationOperation
            {
                TargetMethod: { Name: "AddDays" or "AddMonths" or "AddHours" or "AddYears" or "AddMinutes" or "Subtract" or "Add" } method,
                Instance: { } time
            } => method.ContainingType.IsPointInTime() && time.DescendantsAndSelf().Any(IsNow),
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Subtract or BinaryOperatorKind.Add } arithmetic =>
                arithmetic.LeftOperand.Type.IsPointInTime() && arithmetic.LeftOperand.DescendantsAndSelf().Any(IsNow),
            _ => false,
        };

    private static bool IsNow(IOperation operation) =>
        operation switch
        {
            IPropertyReferenceOperation { Property: { Name: "Now" or "UtcNow" or "Today" } property } =>
                property.ContainingType.IsPointInTime(),
            IInvocationOperation { TargetMethod: { Name: "GetUtcNow" or "GetLocalNow" } method } => method.ContainingType.FullName()
                == "System.TimeProvider",
            ILocalReferenceOperation local => Initial(local)
                ?.DescendantsAndSelf()
                .Any(static o => o is not ILocalReferenceOperation && IsNow(o)) == true,
            _ => false,
        };

    private static IOperation? Initial(ILocalReferenceOperation local) =>
        BodyIndex.Of(local).ReferencesTo(local.Local).OfType<IVariableDeclaratorOperation>().FirstOrDefault()?.Initializer?.Value;
}
