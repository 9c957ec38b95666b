using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow;

/// <summary>Traces the results of calls: through library calls by what is known of them, into functions whose body can be seen.</summary>
internal sealed class CallTracer
{
    public static readonly ImmutableArray<string> Everything = ImmutableArray.Create("this", "*");

    private readonly TraceSession _session;

    public CallTracer(TraceSession session) => _session = session;

    /// <summary>The values that a <see cref="CallFlow"/> names.</summary>
    public static IEnumerable<IOperation> Values(IInvocationOperation call, ImmutableArray<string> names)
    {
        foreach (var name in names)
        {
            if (name == "*")
            {
                foreach (var argument in call.Arguments)
                    yield return argument.Value;
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
        if (_session.Tracer.Knowledge.OfCall(method) is { } flow)
            return OfKnown(call, flow, path);
        if (method.MethodKind == MethodKind.DelegateInvoke && call.Instance is { } target)
            return OfDelegate(call, target, path);
        if (BodyOf(method, call) is { } body)
            return Bind(_session.TraceReturns(body, path), call, method);
        return TraceResult.Of(OriginKind.Call, call, path, method);
    }

    public TraceResult OfConversion(IConversionOperation conversion, IMethodSymbol method, AccessPath path)
    {
        if (_session.Tracer.Knowledge.OfCall(method) is not { } flow)
            return method.IsInSource() ? TraceSession.Unknown(conversion, path) : _session.Trace(conversion.Operand, path);
        var result = _session.Trace(conversion.Operand, path);
        return flow.IsPart ? result.InPart(conversion) : result;
    }

    private TraceResult OfKnown(IInvocationOperation call, CallFlow flow, AccessPath path)
    {
        if (flow.IsSource)
            return TraceResult.Of(OriginKind.Source, call, path, call.TargetMethod);
        if (_session.Mode == FlowMode.Value && flow is { ToResult.IsEmpty: true, ReturnsFunctionResult: false, MembersFrom: null })
            return TraceResult.Of(OriginKind.Call, call, path, call.TargetMethod);
        var values = Values(call, flow.ResultAt(path)).ToList();
        if (values.Count == 0 && !path.IsEmpty && flow.MembersFrom is not null)
            return TraceResult.Of(OriginKind.Unset, call, path, call.Type);

        // A call that returns its receiver after putting something into it yields both.
        if (!flow.ToReceiver.IsEmpty && values.Count > 0)
            values.AddRange(Values(call, flow.ToReceiver));
        if (_session.Mode == FlowMode.Content)
            values.AddRange(Values(call, flow.IntoResult));
        values.RemoveAll(static v => v.Unwrapped() is IDelegateCreationOperation);
        var result = flow.Frames ? _session.OfPieces(values.SelectMany(Pieces).ToList(), path) : _session.TraceAll(values, path);
        if (flow.ReturnsFunctionResult)
            result = result.Union(OfFunctionArguments(call, path));
        return flow.IsPart ? result.InPart(call) : result;
    }

    /// <summary>The elements of an array made for a <c>params</c> parameter are pieces of their own.</summary>
    private static IEnumerable<IOperation> Pieces(IOperation value)
        => value.Unwrapped() is IArrayCreationOperation { Initializer: { } elements } ? elements.ElementValues : new[] { value };

    private TraceResult OfFunctionArguments(IInvocationOperation call, AccessPath path)
    {
        var result = TraceResult.Nothing;
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.Unwrapped() is IDelegateCreationOperation creation)
                result = result.Union(OfFunction(creation.Target, call, path));
            else if (argument.Parameter?.Type.TypeKind == TypeKind.Delegate)
                result = result.Union(TraceSession.Unknown(argument, path));
        }

        return result;
    }

    private TraceResult OfDelegate(IInvocationOperation call, IOperation target, AccessPath path)
    {
        var functions = _session.Trace(target, AccessPath.Empty);
        return functions.Substitute(o => o.Kind == OriginKind.Creation && o.Operation is IAnonymousFunctionOperation lambda
            ? Bind(_session.TraceReturns(lambda, path), call, lambda.Symbol)
            : TraceSession.Unknown(call, path));
    }

    /// <summary>What a lambda or method group passed to a library call returns.</summary>
    private TraceResult OfFunction(IOperation function, IInvocationOperation call, AccessPath path)
    {
        if (function is IAnonymousFunctionOperation)
            return _session.TraceReturns(function, path);
        if (function is not IMethodReferenceOperation { Method: { } method } || BodyOf(method, call) is not { } body)
            return TraceSession.Unknown(function, path);
        var fed = Values(call, Everything).Where(static v => v.Unwrapped() is not IDelegateCreationOperation).ToList();
        return _session.TraceReturns(body, path).Substitute(o => IsParameterOf(o, method) ? _session.TraceAll(fed, o.Path) : null);
    }

    private IOperation? BodyOf(IMethodSymbol method, IOperation use)
        => BodyIndex.Of(use).FunctionOf(method.OriginalDefinition) ?? _session.Tracer.Bodies.BodyOf(method);

    /// <summary>Puts what the call passes where the callee's parameters stand.</summary>
    private TraceResult Bind(TraceResult returns, IInvocationOperation call, IMethodSymbol method)
        => returns.Substitute(o =>
        {
            if (!IsParameterOf(o, method))
                return null;
            var argument = call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ((IParameterSymbol)o.Symbol!).Ordinal);
            return argument is null ? TraceSession.Unknown(call, o.Path) : WithPart(_session.Trace(argument.Value, o.Path), o.Part);
        });

    private static TraceResult WithPart(TraceResult result, IOperation? part) => part is null ? result : result.InPart(part);

    private static bool IsParameterOf(Origin origin, IMethodSymbol method)
        => origin is { Kind: OriginKind.Parameter, Symbol: IParameterSymbol parameter }
            && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol.OriginalDefinition, method.OriginalDefinition);
}
