using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;
using RagAnalyzers.Pipeline.Retrievals.Uses;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>A retrieval whose failure a catch block swallows: it goes on with nothing, and the model is asked without passages.</summary>
/// <param name="Grounded">What is found where nothing fails.</param>
/// <param name="Catch">What swallows the failure.</param>
/// <param name="Asked">The model call.</param>
internal sealed record SwallowedFailure(GroundedPassages Grounded, ICatchClauseOperation Catch, ModelCall Asked)
{
    /// <summary>Those of a body.</summary>
    public static ImmutableArray<SwallowedFailure> In(Body body) =>
        body.Once(static b =>
            GroundedPassages
                .FoundBy(b, static call => TryAround(call) is not null)
                .Select(static g => Of(g))
                .OfType<SwallowedFailure>()
                .ToImmutableArray()
        );

    private static SwallowedFailure? Of(GroundedPassages grounded)
    {
        var call = grounded.Found.Call;
        if (TryAround(call) is not { } attempt || !EmptyRetrieval.IsNeverLookedAt(grounded))
        {
            return null;
        }

        foreach (var clause in attempt.Catches.Where(static c => c.Filter is null && !IsCancellation(c.ExceptionType)))
        {
            if (LeavesWith(clause) is not { } ending || !clause.Handler.Operations.All(o => IsNothing(o, clause)))
            {
                continue;
            }

            var asked = grounded.Calls.FirstOrDefault(c =>
                ReferenceEquals(c.Operation.Root(), call.Root())
                    ? ending == Ending.FallsThrough && c.Operation.Syntax.SpanStart > attempt.Syntax.Span.End
                    : grounded.Found.Uses.Any(PassageEnd.Returned) || ending == Ending.FallsThrough && AreHandedOnBehind(grounded, attempt)
            );
            if (asked is not null)
            {
                return new SwallowedFailure(grounded, clause, asked);
            }
        }

        return null;
    }

    /// <summary>The methods that get the passages, and ask, are called after the attempt, and none of them in it.</summary>
    private static bool AreHandedOnBehind(GroundedPassages grounded, ITryOperation attempt)
    {
        var handed = grounded
            .Found.Uses.At(PassageEnd.Handed)
            .Where(u => ReferenceEquals(u.Operation.Root(), attempt.Root()))
            .Select(static u => u.Operation.Syntax.SpanStart)
            .ToList();
        return handed.Count > 0 && handed.TrueForAll(at => at > attempt.Syntax.Span.End);
    }

    /// <summary>The innermost try whose block has the call, in its own function.</summary>
    private static ITryOperation? TryAround(IOperation call)
    {
        IOperation child = call;
        for (var parent = call.Parent; parent is not null; child = parent, parent = parent.Parent)
        {
            switch (parent)
            {
                case IAnonymousFunctionOperation or ILocalFunctionOperation:
                    return null;
                case ITryOperation { Catches.IsEmpty: false } attempt when ReferenceEquals(attempt.Body, child):
                    return attempt;
            }
        }

        return null;
    }

    private static bool IsCancellation(ITypeSymbol? type) => type?.Name is "OperationCanceledException" or "TaskCanceledException";

    /// <summary>How the block ends; null where it throws, or leaves a loop.</summary>
    private static Ending? LeavesWith(ICatchClauseOperation clause) =>
        clause.Handler.Operations.LastOrDefault() switch
        {
            IReturnOperation => Ending.Returns,
            IThrowOperation or IBranchOperation or IExpressionStatementOperation { Operation: IThrowOperation } => null,
            _ => Ending.FallsThrough,
        };

    /// <summary>A statement tells nobody but a log, and makes nothing but nothing.</summary>
    private static bool IsNothing(IOperation statement, ICatchClauseOperation clause) =>
        statement switch
        {
            IReturnOperation { ReturnedValue: var value } => value is null || IsNothingMade(value, clause),
            IExpressionStatementOperation { Operation: IInvocationOperation call } => EmptinessTest.IsLog(call.TargetMethod),
            IExpressionStatementOperation
            {
                Operation: ISimpleAssignmentOperation { Target: ILocalReferenceOperation, Value: var value }
            } => IsNothingMade(value, clause),
            IEmptyOperation => true,
            _ => false,
        };

    /// <summary>Nothing at all, an empty text or list, or the text of the exception.</summary>
    private static bool IsNothingMade(IOperation value, ICatchClauseOperation clause)
    {
        var made = value.Unwrapped();
        return made switch
        {
            { ConstantValue: { HasValue: true, Value: null or "" } } or IDefaultValueOperation => true,
            IFieldReferenceOperation { Field: { Name: "Empty", IsStatic: true } } => true,
            IPropertyReferenceOperation { Property: { Name: "Empty", IsStatic: true } } => true,
            IInvocationOperation { TargetMethod: { Name: "Empty", ContainingType.Name: "Array" or "Enumerable" or "AsyncEnumerable" } } =>
                true,
            IInvocationOperation { TargetMethod: { Name: "FromResult" }, Arguments: [{ Value: var result }] } => IsNothingMade(
                result,
                clause
            ),
            IObjectCreationOperation { Arguments.IsEmpty: true, Initializer: null, Type: { } type } => IsCollectionOrText(type),
            IArrayCreationOperation { DimensionSizes: [{ ConstantValue: { HasValue: true, Value: 0 } }] } => true,
            IPropertyReferenceOperation { Property.Name: "Message", Instance: ILocalReferenceOperation caught } => IsCaught(caught, clause),
            IInvocationOperation { TargetMethod.Name: "ToString", Instance: ILocalReferenceOperation caught } => IsCaught(caught, clause),
            _ => made.IsCollectionExpression() && !made.ChildOperations.Any(),
        };
    }

    private static bool IsCollectionOrText(ITypeSymbol type) =>
        type.Name == "StringBuilder" || type.AllInterfaces.Any(static i => i.SpecialType == SpecialType.System_Collections_IEnumerable);

    private static bool IsCaught(ILocalReferenceOperation reference, ICatchClauseOperation clause) =>
        clause.Locals.Any(l => SymbolEqualityComparer.Default.Equals(l, reference.Local));

    private enum Ending
    {
        FallsThrough,
        Returns,
    }
}
