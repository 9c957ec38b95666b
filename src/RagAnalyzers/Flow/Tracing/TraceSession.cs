using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// One trace at a time: sees through expressions, and hands variables, calls and objects to their tracers. Not thread-safe. What it is made of
/// costs more than most traces, so it is used again.
/// </summary>
internal sealed class TraceSession
{
    /// <summary>A table that has grown larger than this is not kept: to empty it costs as much as it is large.</summary>
    private const int KeptEntries = 200;

    private readonly Dictionary<(IOperation, AccessPath), Summary> _known = new();
    private readonly VariableTracer _variables;
    private readonly ObjectTracer _objects;
    private int _budget;
    private int _entered;
    private int _deepest;

    public TraceSession(ValueTracer tracer)
    {
        Tracer = tracer;
        _variables = new VariableTracer(this);
        Calls = new CallTracer(this);
        _objects = new ObjectTracer(this);
        Texts = new TextTracer(this);
    }

    public ValueTracer Tracer { get; }

    public FlowMode Mode { get; private set; }

    public CallTracer Calls { get; }

    public VariableTracer Variables => _variables;

    public TextTracer Texts { get; }

    public ISet<IOperation>? Trail { get; private set; }

    /// <summary>What is being traced right now.</summary>
    public OpenTraces Open { get; } = new();

    /// <summary>Starts a trace: nothing of an earlier one is known, or used up.</summary>
    public void Begin(FlowMode mode, ISet<IOperation>? trail)
    {
        Mode = mode;
        Trail = trail;
        _budget = TraceBudget.Operations;
        _entered = 0;
        _deepest = 0;
    }

    /// <summary>Forgets what was traced; false when the session is better left to the collector.</summary>
    public bool End()
    {
        if (_known.Count > KeptEntries)
        {
            return false;
        }

        _known.Clear();
        Trail = null;
        return true;
    }

    /// <summary>Where the value at <paramref name="path"/> of what the operation yields comes from.</summary>
    public TraceResult Trace(IOperation operation, AccessPath path)
    {
        var key = (operation, path);
        if (_known.TryGetValue(key, out var known))
        {
            _deepest = Math.Max(_deepest, _entered + known.Depth);
            return known.Result;
        }

        if (--_budget < 0 || Open.Count >= TraceBudget.Depth || path.Depth > AccessPath.MaximumDepth)
        {
            return TraceResult.Truncated;
        }

        if (!Open.TryOpen(this, operation, path))
        {
            // A value that feeds itself adds nothing to where it comes from.
            return TraceResult.Nothing;
        }

        Trail?.Add(operation);
        var deepestBefore = _deepest;
        _deepest = _entered;
        var result = Visit(operation, path);
        if (Open.Close(this, operation, path))
        {
            _known[key] = new Summary(result, _deepest - _entered);
        }

        _deepest = Math.Max(_deepest, deepestBefore);

        return result;
    }

    /// <summary>Counts what was looked through beside operations; false when the trace is to give up.</summary>
    public bool Spend(int looks) => (_budget -= looks / TraceBudget.Looks) >= 0;

    public TraceResult TraceAll(IEnumerable<IOperation> operations, AccessPath path) =>
        TraceResult.UnionAll(operations.Select(o => Trace(o, path)));

    /// <summary>What stands under the constant key of a collection that is written out; null where that cannot be told.</summary>
    public TraceResult? OfElement(IOperation read, AccessPath path)
    {
        if (Tracer.Elements.Of(read, path, out var isChanged) is not { IsDefault: false } elements)
        {
            return null;
        }

        var found = TraceAll(elements, path);
        return isChanged && !path.IsEmpty ? found.Union(Unknown(read, path)) : found;
    }

    /// <summary>What a function of the same body returns, its parameters left as origins.</summary>
    public TraceResult TraceReturns(IOperation function, AccessPath path) => TraceAll(function.ReturnedValues(), path);

    /// <summary>What another body returns, its parameters and the state it reads left as origins: its summary.</summary>
    public TraceResult Summarize(IOperation body, AccessPath path)
    {
        if (_entered >= TraceBudget.Calls)
        {
            return TraceResult.Truncated;
        }

        // What one trace may do must not depend on what another one has found before.
        var key = (body, path, Mode);
        if (Trail is null && Tracer.Summaries.TryGetValue(key, out var known) && _entered + known.Depth <= TraceBudget.Calls)
        {
            _deepest = Math.Max(_deepest, _entered + known.Depth);
            return known.Result;
        }

        if (!Open.TryOpen(Tracer, body, path))
        {
            return TraceResult.Nothing;
        }

        var deepestBefore = _deepest;
        _deepest = ++_entered;
        var summary = TraceReturns(body, path);
        var depth = _deepest - --_entered;
        _deepest = Math.Max(_deepest, deepestBefore);

        // A summary that was cut short by this trace's own circumstances is no summary.
        if (Open.Close(Tracer, body, path) && !summary.IsTruncated)
        {
            Tracer.Summaries.TryAdd(key, new Summary(summary, depth));
        }

        return summary;
    }

    private TraceResult Visit(IOperation operation, AccessPath path)
    {
        if (!path.IsEmpty && IsSimple(operation.Type) && operation.Type!.GetMembers(path.Head).IsEmpty)
        {
            return TraceResult.Nothing;
        }

        if (operation.ConstantValue is { HasValue: true } constant)
        {
            // A function that is not there puts nothing into anything.
            return constant.Value is null && AccessPath.FilledOrdinal(path.Head) is not null
                ? TraceResult.Nothing
                : TraceResult.Of(constant.Value is null ? OriginKind.Null : OriginKind.Constant, operation, path);
        }

        switch (operation)
        {
            case IConversionOperation { OperatorMethod: { } conversion } converted:
                return Calls.OfConversion(converted, conversion, path);
            case IConversionOperation conversion:
                return Trace(conversion.Operand, path);
            case IParenthesizedOperation parenthesized:
                return Trace(parenthesized.Operand, path);
            case IAwaitOperation await:
                return Trace(await.Operation, path);
            case ICoalesceOperation coalesce:
                return Trace(coalesce.Value, path).Union(Trace(coalesce.WhenNull, path));
            // `=> field ??= Make()`: what the property has before anybody made it is nothing.
            case ICoalesceAssignmentOperation { Target: var target } made when IsOwnField(target):
                return Trace(made.Value, path);
            case ICoalesceAssignmentOperation coalesce:
                return Trace(coalesce.Target, path).Union(Trace(coalesce.Value, path));
            case IConditionalOperation { WhenFalse: { } whenFalse } conditional:
                return Trace(conditional.WhenTrue, path).Union(Trace(whenFalse, path));
            case ISwitchExpressionOperation switchExpression:
                return TraceAll(switchExpression.Arms.Select(static a => a.Value), path);
            case IConditionalAccessOperation access:
                return Trace(access.WhenNotNull, path);
            case IConditionalAccessInstanceOperation instance:
                return instance.ConditionalAccess() is { } owner ? Trace(owner.Operation, path) : Unknown(operation, path);
            case ISimpleAssignmentOperation assignment:
                return Trace(assignment.Value, path);
            case ICompoundAssignmentOperation compound:
                return Trace(compound.Target, path).Union(Trace(compound.Value, path));
            case IThrowOperation:
                return TraceResult.Nothing;
            case IInterpolatedStringOperation interpolated:
                return Texts.OfInterpolation(interpolated, path);
            case IInterpolatedStringHandlerCreationOperation handler:
                return Trace(handler.Content, path);
            case IInterpolatedStringAdditionOperation addition:
                return Trace(addition.Left, path).Union(Trace(addition.Right, path));
            case IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } concatenation:
                return Texts.OfConcatenation(concatenation, path);
            case ITranslatedQueryOperation query:
                return Trace(query.Operation, path);
            case ITypeOfOperation typeOf:
                return TraceResult.Of(OriginKind.Type, operation, path, typeOf.TypeOperand);
            case IDefaultValueOperation:
                return TraceResult.Of(OriginKind.Null, operation, path);
            case IUtf8StringOperation:
                return TraceResult.Of(OriginKind.Constant, operation, path);
            case IDelegateCreationOperation creation when path.Head == AccessPath.Returned:
                return Calls.OfReturned(creation, path.Rest);
            case IDelegateCreationOperation creation when AccessPath.FilledOrdinal(path.Head) is { } ordinal:
                return _variables.FilledBy(creation, ordinal, path.Rest);
            case IDelegateCreationOperation creation:
                return TraceResult.Of(OriginKind.Creation, creation.Target, path);
            case ILocalReferenceOperation local:
                return _variables.Of(local.Local, operation, path);
            case IParameterReferenceOperation parameter:
                return _variables.Of(parameter.Parameter, operation, path);
            case IFieldReferenceOperation field:
                return _variables.OfField(field, path);
            case IPropertyReferenceOperation property:
                return _variables.OfProperty(property, path);
            case IArrayElementReferenceOperation element:
                return OfElement(element, path) ?? Trace(element.ArrayReference, path);
            case IImplicitIndexerReferenceOperation indexer:
                return Trace(indexer.Instance, path);
            case IInvocationOperation invocation:
                return Calls.Of(invocation, path);
            case IObjectCreationOperation creation:
                return _objects.Of(creation, path);
            case IAnonymousObjectCreationOperation anonymous:
                return _objects.OfMembers(anonymous, anonymous.Initializers, path, isWhole: true);
            case IWithOperation with:
                return _objects.OfWith(with, path);
            case ITupleOperation tuple:
                return _objects.OfTuple(tuple, path);
            case IArrayCreationOperation { Initializer: { } initializer }:
                return TraceAll(initializer.ElementValues, path);
            case IArrayCreationOperation:
                return TraceResult.Of(OriginKind.Creation, operation, path);
            case ITypeParameterObjectCreationOperation:
                return TraceResult.Of(OriginKind.Creation, operation, path);
            case IInstanceReferenceOperation:
                return TraceResult.Of(OriginKind.State, operation, path);
        }

        return operation.IsCollectionExpression() || operation.IsSpread()
            ? TraceAll(operation.ChildOperations.Where(c => c.Syntax != operation.Syntax), path) // A placeholder for the elements stands among them where a method builds the collection.
            : Unknown(operation, path);
    }

    public static TraceResult Unknown(IOperation operation, AccessPath path) => TraceResult.Of(OriginKind.Unknown, operation, path);

    /// <summary>The field behind a property that only its own getter sets.</summary>
    private static bool IsOwnField(IOperation target) =>
        target
            is IFieldReferenceOperation
            {
                Field: { IsImplicitlyDeclared: true, AssociatedSymbol: IPropertySymbol { SetMethod: null } property }
            }
        && property.DeclaringSyntaxReferences.All(static r => r.GetSyntax() is PropertyDeclarationSyntax { Initializer: null });

    /// <summary>A text, number or enum value: what it lacks as a member can only have been read off something else.</summary>
    private static bool IsSimple(ITypeSymbol? type) =>
        type is { SpecialType: >= SpecialType.System_Boolean and <= SpecialType.System_String } or { TypeKind: TypeKind.Enum };
}
