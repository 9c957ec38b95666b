using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// Finds the expressions that may yield the very value of another one: an operation goes in; out come the operations that make the
/// value, without the conversions, variables and methods that only hand it on. A trace asks where a text comes from and passes what trims
/// or joins it; this asks what the value is. What cannot be seen stays as it is.
/// </summary>
internal sealed class SameValues
{
    private readonly ValueTracer _tracer;
    private readonly ImmutableArray<IOperation>.Builder _found = ImmutableArray.CreateBuilder<IOperation>();
    private readonly HashSet<object> _seen = new();
    private int _entered;

    private SameValues(ValueTracer tracer) => _tracer = tracer;

    public static ImmutableArray<IOperation> Of(IOperation value, ValueTracer tracer)
    {
        var search = new SameValues(tracer);
        search.Visit(value);
        return search._found.Distinct().ToImmutableArray();
    }

    private void Visit(IOperation value)
    {
        if (value.ConstantValue.HasValue || !_seen.Add(value) || _seen.Count > TraceBudget.Operations)
        {
            _found.Add(value);
            return;
        }

        switch (value)
        {
            case IConversionOperation { OperatorMethod: null, Operand: var operand } when !IsUnboxing(value.Type, operand.Type):
                Visit(operand);
                break;
            case IParenthesizedOperation parenthesized:
                Visit(parenthesized.Operand);
                break;
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                Visit(conditional.WhenTrue);
                Visit(whenFalse);
                break;
            case ICoalesceOperation coalesce:
                Visit(coalesce.Value);
                Visit(coalesce.WhenNull);
                break;
            case ISwitchExpressionOperation choice:
                foreach (var arm in choice.Arms)
                {
                    Visit(arm.Value);
                }

                break;
            case IThrowOperation:
                break;
            case ISimpleAssignmentOperation assignment:
                Visit(assignment.Value);
                break;
            case ILocalReferenceOperation { Local: var local }:
                VisitAll(value, WrittenTo(local, BodyIndex.Of(value)));
                break;
            case IFieldReferenceOperation { Field: var field, Instance: null or IInstanceReferenceOperation }:
                VisitAll(value, WrittenToState(field));
                break;
            case IPropertyReferenceOperation
            {
                Property: var property,
                Arguments.IsEmpty: true,
                Instance: null or IInstanceReferenceOperation
            } when CompilationBodies.IsAuto(property):
                VisitAll(value, WrittenToState(property));
                break;
            case IPropertyReferenceOperation { Property.GetMethod: { } getter, Arguments.IsEmpty: true } when getter.IsInSource():
                VisitAll(value, ReturnedBy(value, getter));
                break;
            case IInvocationOperation { TargetMethod: { IsAsync: false } method } when method.IsInSource():
                VisitAll(value, ReturnedBy(value, method));
                break;
            default:
                _found.Add(value);
                break;
        }
    }

    private void VisitAll(IOperation value, IReadOnlyCollection<IOperation>? sources)
    {
        if (sources is null || sources.Count == 0)
        {
            _found.Add(value);
            return;
        }

        foreach (var source in sources)
        {
            Visit(source);
        }
    }

    /// <summary>Every value that a variable is given; null when it may get another one.</summary>
    private IReadOnlyCollection<IOperation>? WrittenTo(ISymbol variable, BodyIndex index)
    {
        var writes = _tracer.Writes.WritesTo(variable, index).Where(static w => w.Target.IsEmpty).ToList();
        return writes.All(static w => w.Kind is FlowWriteKind.Assign or FlowWriteKind.Escape && w.Read.IsEmpty && !IsElement(w))
            ? writes.Where(static w => w.Kind == FlowWriteKind.Assign).Select(static w => w.Value).ToList()
            : null;
    }

    private IReadOnlyCollection<IOperation>? WrittenToState(ISymbol member)
    {
        if (_tracer.Bodies.WritersOf(member) is not { IsDefaultOrEmpty: false } roots)
        {
            return null;
        }

        var values = new List<IOperation>();
        foreach (var root in roots)
        {
            if (root.InitialValueOf(member) is { } initial)
            {
                values.Add(initial);
            }
            else if (WrittenTo(member, BodyIndex.Of(root)) is { } written)
            {
                values.AddRange(written);
            }
            else
            {
                return null;
            }
        }

        return values;
    }

    private IReadOnlyCollection<IOperation>? ReturnedBy(IOperation call, IMethodSymbol method)
    {
        if (++_entered > TraceBudget.Calls)
        {
            return null;
        }

        var bodies = BodyIndex.Of(call).FunctionOf(method.OriginalDefinition) is { } local
            ? ImmutableArray.Create(local)
            : _tracer.Bodies.BodiesOf(method);
        return bodies.SelectMany(static b => b.ReturnedValues()).ToList();
    }

    /// <summary>The variable holds what a loop or a pattern takes out of the value.</summary>
    private static bool IsElement(FlowWrite write) =>
        write.Site is IListPatternOperation or IVariableDeclaratorOperation { Parent: IForEachLoopOperation }
        || write.Site is IPatternOperation { Parent: IPatternOperation };

    /// <summary>The type of what comes out of a box says more than the box's.</summary>
    private static bool IsUnboxing(ITypeSymbol? to, ITypeSymbol? from) =>
        to is { SpecialType: not SpecialType.System_Object } && from is { SpecialType: SpecialType.System_Object };
}
