using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Traces locals, parameters, fields and properties to what was written to them.</summary>
internal sealed class VariableTracer
{
    private readonly TraceSession _session;

    private readonly StateTracer _states;

    private readonly EscapeTracer _escapes;

    private readonly CallbackTracer _callbacks;

    private readonly OutArgumentTracer _outArguments;

    private readonly CalledWriters _called;

    public VariableTracer(TraceSession session)
    {
        _session = session;
        _states = new StateTracer(session, this);
        _escapes = new EscapeTracer(session, this);
        _callbacks = new CallbackTracer(session);
        _outArguments = new OutArgumentTracer(session, this);
        _called = new CalledWriters(session, this);
    }

    public TraceResult OfField(IFieldReferenceOperation reference, AccessPath path)
    {
        var field = reference.Field;
        if (reference.Instance is not null and not IInstanceReferenceOperation)
        {
            return OfMember(reference.Instance, field, path);
        }

        return field.IsInSource()
            ? Of(field, reference, path)
            : TraceResult.Of(field.IsStatic ? OriginKind.StaticMember : OriginKind.State, reference, path, field);
    }

    public TraceResult OfProperty(IPropertyReferenceOperation reference, AccessPath path)
    {
        var property = reference.Property;
        if (
            property.IsInSource()
            && property.GetMethod is { } getter
            && (!CompilationBodies.IsAuto(property) || IsWritten(getter))
            && _session.Tracer.Bodies.BodiesOf(getter) is { IsEmpty: false } getters
        )
        {
            return _session.Calls.Enter(getters, reference, reference.Instance, getter, path);
        }

        if (reference.Instance is null)
        {
            return property.IsInSource()
                ? Of(property, reference, path)
                : TraceResult.Of(OriginKind.StaticMember, reference, path, property);
        }

        if (reference.Arguments.Length == 1 && KeyedElements.AreKept(_session.Tracer.Knowledge, reference.Instance))
        {
            return KeyedElements.StepOf(reference.Arguments[0].Value) is { } step
                ? _session.Trace(reference.Instance, path.Push(step))
                : TraceSession.Unknown(reference, path);
        }

        // What configuration says is written outside the code, whoever else fills it.
        if (!reference.Arguments.IsEmpty && BclFlow.IsConfiguration(property.ContainingType))
        {
            return TraceResult.Of(OriginKind.State, reference, path, property);
        }

        if (_session.OfElement(reference, path) is { } element)
        {
            return element;
        }

        // Any other element stands for its collection.
        if (!reference.Arguments.IsEmpty)
        {
            return _session.Trace(reference.Instance, path);
        }

        return reference.Instance is IInstanceReferenceOperation && property.IsInSource()
            ? Of(property, reference, path)
            : OfMember(reference.Instance, property, path);
    }

    /// <summary>The accessor has code, though the compiler may make the field: <c>=> field ??= Make()</c>.</summary>
    private static bool IsWritten(IMethodSymbol getter) =>
        getter.DeclaringSyntaxReferences.Any(static r =>
            r.GetSyntax()
                is ArrowExpressionClauseSyntax
                    or AccessorDeclarationSyntax { Body: not null }
                    or AccessorDeclarationSyntax { ExpressionBody: not null }
        );

    /// <summary>A local, a parameter, or a member of the instance itself, as it is at <paramref name="use"/>.</summary>
    public TraceResult Of(ISymbol variable, IOperation use, AccessPath path)
    {
        var index = BodyIndex.Of(use);
        var writes = ReachingWrites.Of(
            _session.Tracer.Writes.WritesTo(variable, index),
            variable,
            use,
            path,
            _session.Tracer.References,
            out var isKilled
        );
        if (_session.Mode == FlowMode.Value && path.IsEmpty && _session.Texts.Frame.WordsAmong(writes) is { } words)
        {
            return TraceResult.Of(OriginKind.Constant, words, path);
        }

        if (!_session.Spend(writes.Length))
        {
            return TraceResult.Truncated;
        }

        var result = TraceResult.UnionAll(writes.Select(w => OfCounted(w, path)));
        return !isKilled && variable is not ILocalSymbol ? result.Union(Before(variable, use, index, path))
            : isKilled && variable is IFieldSymbol or IPropertySymbol ? result.Union(_called.Between(writes[0], variable, use, path))
            : result;
    }

    /// <summary>What one of many writes puts there; to put the origins of all together is work, too.</summary>
    private TraceResult OfCounted(FlowWrite write, AccessPath path)
    {
        var result = OfWrite(write, path);
        return _session.Spend(result.Origins.Length) ? result : TraceResult.Truncated;
    }

    /// <inheritdoc cref="EscapeTracer.FilledBy"/>
    public TraceResult FilledBy(IDelegateCreationOperation function, int ordinal, AccessPath path) =>
        _escapes.FilledBy(function, ordinal, path);

    /// <inheritdoc cref="EscapeTracer.WrittenToItself"/>
    public TraceResult WrittenToItself(IOperation body, AccessPath path) => _escapes.WrittenToItself(body, path, escapes: true);

    /// <summary>What a member of the type holds when one of its bodies begins.</summary>
    public TraceResult StateOf(ISymbol member, IOperation use, AccessPath path) => _states.Of(member, use, path);

    private TraceResult OfMember(IOperation instance, ISymbol member, AccessPath path)
    {
        if (_session.Tracer.Knowledge.IsPartOfItsOwner(member))
        {
            return _session.Trace(instance, path);
        }

        var read = path.Push(PairEntries.StepTo(member));
        var found = _session.Trace(instance, read);
        return member.IsInSource() ? found.Substitute(o => IsUnreadOf(o, read) ? _states.OfEvery(member, o.Operation, path) : null) : found;
    }

    /// <summary>The object that the member is read off came from elsewhere: it was injected, or handed over.</summary>
    private static bool IsUnreadOf(Origin origin, AccessPath read) =>
        origin.Kind is OriginKind.Parameter or OriginKind.State or OriginKind.Call && origin.Path.EndsWith(read);

    /// <summary>What one write puts at the path of the variable.</summary>
    public TraceResult OfWrite(FlowWrite write, AccessPath path)
    {
        var rest = path.After(write.Target);
        switch (write.Kind)
        {
            case FlowWriteKind.Assign or FlowWriteKind.Add:
                if (
                    _session.Mode == FlowMode.Keys
                    && write.Site is IAssignmentOperation { Target: IPropertyReferenceOperation { Arguments: { IsEmpty: false } keys } }
                )
                {
                    return _session.TraceAll(keys.Select(static k => k.Value), AccessPath.Empty);
                }

                if (rest is not null)
                {
                    return PairEntries.KeyWritten(write.Site, rest) is { } key
                        ? _session.Trace(key, rest.Rest)
                        : _session.Trace(write.Value, write.Read.Append(rest));
                }

                // A member of the object is written, and the whole object is asked for.
                return _session.Mode == FlowMode.Content ? _session.Trace(write.Value, AccessPath.Empty) : TraceResult.Nothing;
            case FlowWriteKind.Accumulate:
                return write.Value is IInvocationOperation call ? OfAccumulation(call, rest ?? AccessPath.Empty) : TraceResult.Nothing;
            case FlowWriteKind.OutArgument:
                return OfOutArgument((IArgumentOperation)write.Site, (IInvocationOperation)write.Value, rest ?? AccessPath.Empty);
            case FlowWriteKind.Wrap:
                return OfWrapper(write.Value, rest ?? AccessPath.Empty);
            default:
                return _escapes.Of(write, path);
        }
    }

    private TraceResult OfAccumulation(IInvocationOperation call, AccessPath path)
    {
        if (_session.Tracer.Knowledge.OfCall(call.TargetMethod) is not { } flow)
        {
            return TraceResult.Nothing;
        }

        if (flow.IsSource)
        {
            return TraceResult.Of(OriginKind.Source, call, path, call.TargetMethod);
        }

        var values = CallTracer.Values(call, flow.ToReceiver).Where(v => !ReferenceEquals(v, call.Instance)).ToList();
        if (call.TargetMethod.IsExtensionMethod)
        {
            values.Remove(call.Arguments[0].Value);
        }

        // The key of an entry stands before its value.
        if (_session.Mode == FlowMode.Keys && values.Count > 1)
        {
            values.RemoveRange(1, values.Count - 1);
        }

        path = PairEntries.Choose(values, call.CalledOn()?.Type, path, _session.Mode);

        var result = _session.TraceAll(values, path);
        return flow.IsPart ? result.InPart(call) : result;
    }

    private TraceResult OfOutArgument(IArgumentOperation argument, IInvocationOperation call, AccessPath path)
    {
        if (_session.Tracer.Knowledge.OfCall(call.TargetMethod) is not { } flow)
        {
            return _outArguments.Of(argument, call, path);
        }

        if (flow.IsSource)
        {
            return TraceResult.Of(OriginKind.Source, call, path, call.TargetMethod);
        }

        return _session.OfElement(call, path)
            ?? _session.TraceAll(CallTracer.Values(call, flow.ToResult).Where(v => !ReferenceEquals(v, argument.Value)), path);
    }

    /// <summary>What is written to a writer arrives in the stream that it was made over.</summary>
    private TraceResult OfWrapper(IOperation wrapper, AccessPath path)
    {
        if (wrapper.ParentOf(out _) is not IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator })
        {
            return TraceResult.Nothing;
        }

        var index = BodyIndex.Of(wrapper);
        return TraceResult.UnionAll(
            _session
                .Tracer.Writes.WritesTo(declarator.Symbol, index)
                .Where(static w => w.Kind == FlowWriteKind.Accumulate)
                .Select(w => OfWrite(w, path))
        );
    }

    /// <summary>What the variable held before this body wrote to it.</summary>
    private TraceResult Before(ISymbol variable, IOperation use, BodyIndex index, AccessPath path)
    {
        if (variable is not IParameterSymbol parameter)
        {
            return _states.Of(variable, use, path);
        }

        if (
            parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.AnonymousFunction } function
            && index.FunctionOf(function) is IAnonymousFunctionOperation lambda
            && OfLambdaParameter(lambda, parameter, path) is { } fed
        )
        {
            return fed;
        }

        return TraceResult.Of(OriginKind.Parameter, use, path, parameter);
    }

    /// <summary>What a lambda's parameter gets from the call that the lambda is handed to; null when that cannot be seen.</summary>
    private TraceResult? OfLambdaParameter(IAnonymousFunctionOperation lambda, IParameterSymbol parameter, AccessPath path)
    {
        if (lambda.ArgumentOf() is not { Parent: IInvocationOperation call } argument)
        {
            return null;
        }

        // LINQ and the like call it with the elements of the sequence.
        if (_session.Tracer.Knowledge.OfCall(call.TargetMethod) is { } flow)
        {
            return flow.FeedsFunctions ? _callbacks.Fed(argument, parameter.Ordinal, path) : null;
        }

        return _callbacks.Passed(argument, parameter.Ordinal, path);
    }
}
