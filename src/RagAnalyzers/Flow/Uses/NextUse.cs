using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Uses;

/// <summary>
/// Reads off the operation tree what is done with a value right where it stands. The one place that knows the shapes; how far a value is
/// followed is up to who asks.
/// </summary>
internal static class NextUse
{
    /// <summary>The use of a value: an expression goes in, one step comes out.</summary>
    public static ValueUse Of(IOperation value)
    {
        var parent = value.ParentOf(out var child);
        return parent switch
        {
            null => new ValueUse(UseKind.Other, child, child),
            IArgumentOperation { Parent: IInvocationOperation { Parent: IInterpolatedStringAppendOperation append } }
                when HandlerOf(append) is { } handler => new ValueUse(UseKind.Joined, child, handler),
            IArgumentOperation => Use(UseKind.Passed),
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => new ValueUse(
                UseKind.Assigned,
                child,
                declarator,
                declarator.Symbol
            ),
            IFieldInitializerOperation { InitializedFields: [var field] } => Use(UseKind.Assigned, field),
            IPropertyInitializerOperation { InitializedProperties: [var property] } => Use(UseKind.Assigned, property),
            ICompoundAssignmentOperation compound when ReferenceEquals(compound.Value, child) => Use(
                UseKind.Joined,
                Variable(compound.Target)
            ),
            ICompoundAssignmentOperation or IIncrementOrDecrementOperation => Use(UseKind.Read),
            IAssignmentOperation assignment => OfAssignment(assignment, child),
            IReturnOperation => Use(UseKind.Returned),
            IMemberReferenceOperation member when ReferenceEquals(member.Instance, child) => Use(UseKind.Read),
            IInvocationOperation call when ReferenceEquals(call.Instance, child) => Use(
                IsDisposal(call.TargetMethod) ? UseKind.ThrownAway : UseKind.Read
            ),
            IForEachLoopOperation loop when ReferenceEquals(loop.Collection, child) => Use(UseKind.Read),
            IUsingOperation or IExpressionStatementOperation => Use(UseKind.ThrownAway),
            _ => Use(KindIn(parent, child)),
        };

        ValueUse Use(UseKind kind, ISymbol? into = null) => new(kind, child, parent!, into);
    }

    /// <summary>The local, parameter, field or property that an expression names, or null.</summary>
    public static ISymbol? Variable(IOperation target) =>
        target switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IFieldReferenceOperation field => field.Field,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };

    /// <summary>What makes the text of <c>builder.Append($"...")</c>, where the builder takes its pieces one by one.</summary>
    private static IOperation? HandlerOf(IOperation append)
    {
        var parent = append.Parent;
        while (parent is IInterpolatedStringOperation or IInterpolatedStringAdditionOperation)
        {
            parent = parent.Parent;
        }

        return parent as IInterpolatedStringHandlerCreationOperation;
    }

    private static ValueUse OfAssignment(IAssignmentOperation assignment, IOperation child)
    {
        if (ReferenceEquals(assignment.Target, child))
        {
            return new ValueUse(UseKind.Replaced, child, assignment);
        }

        return assignment.Target is IDiscardOperation
            ? new ValueUse(UseKind.ThrownAway, child, assignment)
            : new ValueUse(UseKind.Assigned, child, assignment, Variable(assignment.Target));
    }

    private static UseKind KindIn(IOperation parent, IOperation child) =>
        parent switch
        {
            IAwaitOperation or ITranslatedQueryOperation or IConditionalAccessOperation => UseKind.Same,
            IConversionOperation => UseKind.Passed,
            _ when HandedOn.IsSame(parent, child) => UseKind.Same,
            IConditionalOperation or ISwitchExpressionOperation or ISwitchOperation => UseKind.Tested,
            IIsPatternOperation or IIsTypeOperation or IWhileLoopOperation or IForLoopOperation => UseKind.Tested,
            IUnaryOperation { Type.SpecialType: SpecialType.System_Boolean } => UseKind.Tested,
            IBinaryOperation { Type.SpecialType: SpecialType.System_Boolean } => UseKind.Tested,
            IBinaryOperation { Type.SpecialType: SpecialType.System_String } => UseKind.Joined,
            IBinaryOperation or IUnaryOperation => UseKind.Read,
            IInterpolationOperation or IInterpolatedStringOperation => UseKind.Joined,
            ITupleOperation or IArrayInitializerOperation => UseKind.Joined,
            _ when parent.IsCollectionExpression() || parent.IsSpread() => UseKind.Joined,
            IArrayElementReferenceOperation element when ReferenceEquals(element.ArrayReference, child) => UseKind.Read,
            _ => UseKind.Other,
        };

    private static bool IsDisposal(IMethodSymbol method) =>
        method is { Name: nameof(IDisposable.Dispose) or "DisposeAsync", Parameters.IsEmpty: true };
}
