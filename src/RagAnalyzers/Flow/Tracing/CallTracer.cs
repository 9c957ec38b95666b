using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Traces the results of calls: through library calls by what is known of them, into functions whose body can be seen.</summary>
internal sealed class CallTracer
{
    public static readonly ImmutableArray<string> Everything = ImmutableArray.Create("this", "*");

    private readonly TraceSession _session;
    private readonly DelegateTracer _delegates;
    private readonly VirtualCalls _virtuals;

    public CallTracer(TraceSession session)
    {
        _session = session;
        _delegates = new DelegateTracer(session, this);
        _virtuals = new VirtualCalls(session, this);
    }

    /// <summary>The values that a <see cref="CallFlow"/> names.</summary>
    public static IEnumerable<IOperation> Values(IInvocationOperation call, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            if (name == "*")
            {
                foreach (var argument in call.Arguments.Where(static a => a.ArgumentKind != ArgumentKind.DefaultValue))
                {
                    yield return argument.Value;
                }
            }
            else if (call.ArgumentNamed(name) is { } value)
            {
                yield return value;
            }
        }
    }

    public TraceResult Of(IInvocationOperation call, AccessPath path)
    {
        var method = call.TargetMethod;
        if (_session.Tracer.Knowledge.IsSource(call))
        {
            return TraceResult.Of(OriginKind.Source, call, path, method);
        }

        if (_session.Tracer.Knowledge.OfCall(method) is { } flow)
        {
            return method.Name == "GetValueOrDefault" && _session.OfElement(call, path) is { } element
                ? element
                : OfKnown(call, flow, path);
        }

        if (method.MethodKind == MethodKind.DelegateInvoke && call.Instance is { } target)
        {
            return _delegates.OfDelegate(call, target, path);
        }

        if (BodyIndex.Of(call).FunctionOf(method.OriginalDefinition) is { } local)
        {
            return Bind(_session.TraceReturns(local, path), call, method);
        }

        var bodies = _session.Tracer.Bodies.BodiesOf(method);
        return bodies.IsEmpty ? TraceResult.Of(OriginKind.Call, call, path, method)
            : bodies.Length > 1 && call.Instance is { } on ? _virtuals.Of(bodies, call, on, path)
            : Enter(bodies, call, call.Instance, method, path);
    }

    /// <inheritdoc cref="DelegateTracer.OfFunctionArguments"/>
    public TraceResult OfFunctionArguments(IInvocationOperation call, ImmutableArray<IArgumentOperation> arguments, AccessPath path) =>
        _delegates.OfFunctionArguments(call, arguments, path);

    /// <inheritdoc cref="DelegateTracer.OfReturned"/>
    public TraceResult OfReturned(IDelegateCreationOperation creation, AccessPath path) => _delegates.OfReturned(creation, path);

    public TraceResult OfConversion(IConversionOperation conversion, IMethodSymbol method, AccessPath path)
    {
        if (_session.Tracer.Knowledge.OfCall(method) is not { } flow)
        {
            if (!method.IsInSource())
            {
                return _session.Trace(conversion.Operand, path);
            }

            return _session.Tracer.Bodies.BodiesOf(method) is { IsEmpty: false } bodies
                ? Enter(bodies, conversion, instance: null, method, path)
                : TraceSession.Unknown(conversion, path);
        }

        var result = _session.Trace(conversion.Operand, path);
        return flow.IsPart ? result.InPart(conversion) : result;
    }

    private TraceResult OfKnown(IInvocationOperation call, CallFlow flow, AccessPath path)
    {
        if (flow.IsSource)
        {
            return TraceResult.Of(OriginKind.Source, call, path, call.TargetMethod);
        }

        if (_session.Mode != FlowMode.Content && flow is { ToResult.IsEmpty: true, ReturnsFunctionResult: false, MembersFrom: null })
        {
            return TraceResult.Of(OriginKind.Call, call, path, call.TargetMethod);
        }

        // `KeyValuePair.Create(key, value)`
        if (PairEntries.IsOfKeys(path) && PairEntries.IsPair(call.TargetMethod.ContainingType))
        {
            return _session.TraceAll(Values(call, ImmutableArray.Create("key")), path.Rest);
        }

        // Which of several sequences and functions the result is made of, their types say.
        var isOfKeys = PairEntries.IsOfKeys(path) && TypeParameterFlow.HasKeys(call.TargetMethod);
        var carriers = _session.Mode == FlowMode.Content && !isOfKeys ? default : TypeParameterFlow.IntoResult(call, isOfKeys);
        path = isOfKeys ? path.Rest : path;

        var values = Values(call, flow.ResultAt(path)).ToList();
        if (!carriers.IsDefault)
        {
            values.RemoveAll(v => v.Parent is IArgumentOperation argument && !carriers.Contains(argument));
        }

        if (!path.IsEmpty && (flow.MembersFrom is not null ? values.Count == 0 : flow.ToResult.Contains("*")))
        {
            // A factory hands an argument on to the member of the same name, as a constructor does.
            var named = call.Arguments.FirstOrDefault(a => string.Equals(a.Parameter?.Name, path.Head, StringComparison.OrdinalIgnoreCase));
            if (named is not null || flow.MembersFrom is not null)
            {
                var result = named is null ? TraceResult.Of(OriginKind.Unset, call, path) : _session.Trace(named.Value, path.Rest);
                return flow.IsPart ? result.InPart(call) : result;
            }
        }

        // A call that returns its receiver after putting something into it yields both.
        if (!flow.ToReceiver.IsEmpty && values.Count > 0)
        {
            values.AddRange(Values(call, flow.ToReceiver));
        }

        var contained = _session.Mode == FlowMode.Content ? Values(call, flow.IntoResult).ToList() : new List<IOperation>();

        // A member read off what was parsed from a text is somewhere in that text.
        var text = path.IsEmpty ? new List<IOperation>() : contained.FindAll(static v => v.Type.IsText());
        values.AddRange(contained.Except(text));
        values.RemoveAll(static v => v.HandedFunction() is not null);
        var traced = flow.Frames ? _session.Texts.OfFramed(values, path) : _session.TraceAll(values, path);
        traced = traced.Union(_session.TraceAll(text, AccessPath.Empty));
        if (flow.ReturnsFunctionResult)
        {
            traced = traced.Union(_delegates.OfFunctionArguments(call, carriers.IsDefault ? call.Arguments : carriers, path));
        }

        return flow.IsPart ? traced.InPart(call) : traced;
    }

    /// <summary>
    /// What a call into other bodies returns. Several implementations must agree on whether the value comes from a source; where
    /// they do not, which one runs decides, and that cannot be seen.
    /// </summary>
    public TraceResult Enter(
        ImmutableArray<IOperation> bodies,
        IOperation call,
        IOperation? instance,
        IMethodSymbol method,
        AccessPath path
    )
    {
        var results = bodies.Select(b => Rebase(_session.Summarize(b, path), b, call, instance, method)).ToList();
        return ChosenFunctions.Agree(results) ? TraceResult.UnionAll(results) : TraceSession.Unknown(call, path);
    }

    /// <summary>
    /// Says of a summary in the caller's terms: its parameters are what is passed, its state is the instance's, and the rest was reached
    /// through the call.
    /// </summary>
    public TraceResult Rebase(TraceResult summary, IOperation body, IOperation call, IOperation? instance, IMethodSymbol method) =>
        summary.Substitute(o =>
        {
            if (PassedParameters.Of(o, body) is { } parameter)
            {
                var value = call is IConversionOperation conversion
                    ? conversion.Operand
                    : (call as IInvocationOperation)?.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == parameter.Ordinal)?.Value;
                return value is null ? TraceSession.Unknown(call, o.Path) : WithPart(_session.Trace(value, o.Path), o.Part);
            }

            // The parameter of an extension block is what its members are read off.
            if (o is { Kind: OriginKind.Parameter, Via: null, Symbol.ContainingSymbol: INamedTypeSymbol } && instance is not null)
            {
                return WithPart(_session.Trace(instance, o.Path), o.Part);
            }

            if (
                o.Kind == OriginKind.State
                && o.Via is null
                && o.Symbol is { IsStatic: false } member
                && ObjectParts.Has(method.ContainingType, member)
                && instance is not null
            )
            {
                var state =
                    instance is IInstanceReferenceOperation
                        ? _session.Variables.Of(member, call, o.Path)
                        : _session.Trace(instance, o.Path.Push(member.MemberName()));
                return WithPart(state, o.Part);
            }

            if (
                o is { Kind: OriginKind.State, Via: null, Symbol: null, Operation: IInstanceReferenceOperation }
                && instance is not null
                && _session.Mode != FlowMode.Content
            )
            {
                return WithPart(OfItself(body, call, instance, method, o.Path), o.Part);
            }

            if (o is { Kind: OriginKind.Parameter, Via: null, Symbol: IParameterSymbol elsewhere })
            {
                // What a constructor was passed is as much a part of the object as a field.
                return
                    elsewhere.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor }
                    && instance is not (null or IInstanceReferenceOperation)
                    ? WithPart(_session.Trace(instance, o.Path.Push(AccessPath.Captured(elsewhere))), o.Part)
                    : TraceResult.Of(o);
            }

            // What another body keeps in a member is read off a property as it is read off the member itself.
            return
                method.MethodKind == MethodKind.PropertyGet
                && o is { Kind: OriginKind.Source, Via: null }
                && o.Operation.Root() != body.Root()
                ? TraceResult.Of(o)
                : TraceResult.Of(o with { Via = new CallChain(call, body, o.Via) });
        });

    /// <summary>What a method's <c>return this</c> hands on: the object that it is called on, with what the method writes to it.</summary>
    private TraceResult OfItself(IOperation body, IOperation call, IOperation instance, IMethodSymbol method, AccessPath path)
    {
        var before = _session.Trace(instance, path);
        if (path.IsEmpty)
        {
            return before;
        }

        if (_session.Open.Count >= TraceBudget.Depth)
        {
            return TraceResult.Truncated;
        }

        // `(Text, Next) = this`: what is written to a member is what the object had there before.
        if (!_session.Open.TryOpen(this, body, path))
        {
            return before;
        }

        var written = Rebase(_session.Variables.WrittenToItself(body, path), body, call, instance, method);
        _session.Open.Close(this, body, path);
        return ConstructionTracer.CallsItself(body) ? before.Union(written).Union(TraceSession.Unknown(call, path)) : before.Union(written);
    }

    /// <summary>Puts what the call passes where the callee's parameters stand.</summary>
    public TraceResult Bind(TraceResult returns, IInvocationOperation call, IMethodSymbol method) =>
        returns.Substitute(o => Passed(o, call, method));

    /// <summary>What the call passes for a parameter that a trace ended at; null when the origin is none of the method's.</summary>
    public TraceResult? Passed(Origin origin, IInvocationOperation call, IMethodSymbol method)
    {
        if (!PassedParameters.IsOf(origin, method))
        {
            return null;
        }

        var argument = call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ((IParameterSymbol)origin.Symbol!).Ordinal);
        return argument is null
            ? TraceSession.Unknown(call, origin.Path)
            : WithPart(_session.Trace(argument.Value, origin.Path), origin.Part);
    }

    public static TraceResult WithPart(TraceResult result, IOperation? part) => part is null ? result : result.InPart(part);
}
