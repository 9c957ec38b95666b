using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>Traces what functions return that are called through a delegate, or handed to somebody who calls them.</summary>
internal sealed class DelegateTracer
{
    private readonly TraceSession _session;
    private readonly CallTracer _calls;

    public DelegateTracer(TraceSession session, CallTracer calls)
    {
        _session = session;
        _calls = calls;
    }

    /// <summary>What functions return that are passed to a call.</summary>
    public TraceResult OfFunctionArguments(IInvocationOperation call, ImmutableArray<IArgumentOperation> arguments, AccessPath path) =>
        TraceResult.UnionAll(
            arguments.Select(argument =>
                argument.Value.HandedFunction() is { } function ? OfFunction(function, call, path)
                : argument.Parameter?.Type.TypeKind == TypeKind.Delegate ? TraceSession.Unknown(argument, path)
                : TraceResult.Nothing
            )
        );

    public TraceResult OfDelegate(IInvocationOperation call, IOperation target, AccessPath path)
    {
        var functions = _session.Trace(target, AccessPath.Empty);

        // Others may have put another function there.
        var isOpen = functions.Origins.Any(static o => o.Kind == OriginKind.State);
        var results = functions.Origins.Select(o => (IsHolder: IsHolder(o), Returned: OfCalled(o, call, path, isOpen))).ToList();
        if (!ChosenFunctions.MayBeAny(target, results.FindAll(static r => !r.IsHolder).ConvertAll(static r => r.Returned)))
        {
            return TraceSession.Unknown(call, path);
        }

        var returned = TraceResult.UnionAll(results.Select(static r => r.Returned));
        return functions.IsTruncated ? returned.Union(TraceResult.Truncated) : returned;
    }

    /// <summary>The collection that functions are taken out of stands among them, and its keys.</summary>
    private static bool IsHolder(Origin function) =>
        function is { IsOpen: false, Operation: not (IAnonymousFunctionOperation or IMethodReferenceOperation) };

    /// <summary>What a call returns that runs the function.</summary>
    private TraceResult OfCalled(Origin function, IInvocationOperation call, AccessPath path, bool isOpen) =>
        function switch
        {
            { Kind: OriginKind.Creation, Operation: IAnonymousFunctionOperation lambda } => OfLambda(lambda, call, path, isOpen),
            { Kind: OriginKind.Creation, Operation: IMethodReferenceOperation { Method: { } method } }
                when BodyIndex.Of(call).FunctionOf(method.OriginalDefinition) is { } local => _calls.Bind(
                _session.TraceReturns(local, path),
                call,
                method
            ),
            { Kind: OriginKind.Creation, Operation: IMethodReferenceOperation { Method: { IsExtensionMethod: false } method } reference }
                when _session.Tracer.Bodies.BodiesOf(method) is { IsEmpty: false } bodies => _calls.Enter(
                bodies,
                call,
                reference.Instance,
                method,
                path
            ),

            // Whoever passes the function knows what it returns.
            { Kind: OriginKind.Parameter } => TraceResult.Of(function with { Path = function.Path.Append(path.Push(AccessPath.Returned)) }),
            _ => TraceSession.Unknown(call, path),
        };

    /// <summary>What a lambda returns. One that stands in another body, and is kept in a field, is reached through the call.</summary>
    private TraceResult OfLambda(IAnonymousFunctionOperation lambda, IInvocationOperation call, AccessPath path, bool isOpen)
    {
        var returns = _session.TraceReturns(lambda, path);
        return isOpen || lambda.Root().IsSameAs(call.Root())
            ? _calls.Bind(returns, call, lambda.Symbol)
            : returns.Substitute(o =>
                _calls.Passed(o, call, lambda.Symbol)
                ?? (
                    o.Kind is OriginKind.Parameter or OriginKind.State
                        ? null
                        : TraceResult.Of(o with { Via = new CallChain(call, lambda, o.Via) })
                )
            );
    }

    /// <summary>What a function returns that is called where its arguments cannot be seen.</summary>
    public TraceResult OfReturned(IDelegateCreationOperation creation, AccessPath path)
    {
        if (creation.Target is IAnonymousFunctionOperation lambda)
        {
            return _session.TraceReturns(lambda, path);
        }

        if (creation.Target is not IMethodReferenceOperation { Method: { } method } reference)
        {
            return TraceSession.Unknown(creation, path);
        }

        if (_session.Tracer.Knowledge.OfCall(method) is { } flow)
        {
            return flow.IsSource ? TraceResult.Of(OriginKind.Source, reference, path, method) : TraceSession.Unknown(creation, path);
        }

        if (BodyIndex.Of(creation).FunctionOf(method.OriginalDefinition) is { } local)
        {
            return _session.TraceReturns(local, path);
        }

        return _session.Tracer.Bodies.BodiesOf(method) is { IsEmpty: false } bodies
            ? _calls.Enter(bodies, reference, reference.Instance, method, path)
            : TraceSession.Unknown(creation, path);
    }

    /// <summary>What a lambda or method group passed to a library call returns.</summary>
    private TraceResult OfFunction(IOperation function, IInvocationOperation call, AccessPath path)
    {
        if (function is IAnonymousFunctionOperation)
        {
            return _session.TraceReturns(function, path);
        }

        if (function is not IMethodReferenceOperation { Method: { } method } reference)
        {
            return TraceSession.Unknown(function, path);
        }

        var local = BodyIndex.Of(call).FunctionOf(method.OriginalDefinition);
        var bodies = local is null ? _session.Tracer.Bodies.BodiesOf(method) : ImmutableArray.Create(local);
        if (bodies.Length != 1)
        {
            // `paths.Select(File.ReadAllText)`: what is read is the origin, as where a lambda reads it.
            return bodies.IsEmpty && FileReads.ReadText(method)
                ? TraceResult.Of(OriginKind.Call, reference, path, method)
                : TraceSession.Unknown(function, path);
        }

        var fed = CallTracer.Values(call, CallTracer.Everything).Where(static v => v.HandedFunction() is null).ToList();
        var returns = local is null ? _session.Summarize(bodies[0], path) : _session.TraceReturns(local, path);
        return returns.Substitute(o =>
            PassedParameters.IsOf(o, method) ? _session.TraceAll(fed, o.Path)
            : local is null ? _calls.Rebase(TraceResult.Of(o), bodies[0], reference, reference.Instance, method)
            : null
        );
    }
}
