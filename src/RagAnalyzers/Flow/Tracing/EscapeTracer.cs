using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Writes;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// Traces what happens to an object where it is out of the hands of the code that holds it: a method of the compilation that
/// gets it puts into it what its body shows; anywhere else, its members may become anything.
/// </summary>
internal sealed class EscapeTracer
{
    private readonly TraceSession _session;
    private readonly VariableTracer _variables;
    private int _entered;

    public EscapeTracer(TraceSession session, VariableTracer variables)
    {
        _session = session;
        _variables = variables;
    }

    /// <summary>What the escape may put at the path of the variable.</summary>
    public TraceResult Of(FlowWrite escape, AccessPath path)
    {
        // The object itself stays known; only what it contains, and its members, can change. What a helper adds to a buffer or a list is
        // that object's value, though.
        if (path.IsEmpty && _session.Mode == FlowMode.Value)
        {
            return
                escape
                    is {
                        Target.IsEmpty: true,
                        Site: IArgumentOperation { Parameter: { } filled, Parent: IInvocationOperation helper } handed
                    }
                && Gathers(handed.Value.Unwrapped().Type)
                && Receivers(helper, helper.TargetMethod, filled.Ordinal) is { IsDefault: false } helpers
                ? TraceResult.UnionAll(helpers.Select(r => Into(r.Parameter, r.Body, helper, path)))
                : TraceResult.Nothing;
        }

        var rest = path.After(escape.Target) ?? AccessPath.Empty;
        if (
            escape.Site is IArgumentOperation { Parameter: { } parameter, Parent: IInvocationOperation call }
            && Receivers(call, call.TargetMethod, parameter.Ordinal) is { IsDefault: false } receivers
            && !IsNamedAnew(call, parameter)
        )
        {
            return TraceResult.UnionAll(receivers.Select(r => Into(r.Parameter, r.Body, call, rest)));
        }

        // `configure?.Invoke(options)`: whoever passes the function knows what it sets.
        if (
            escape.Site is IArgumentOperation
            {
                Parameter: { } argument,
                Parent: IInvocationOperation { TargetMethod.MethodKind: MethodKind.DelegateInvoke, Instance: { } function }
            }
        )
        {
            return _session.Trace(function, rest.Push(AccessPath.Filled(argument)));
        }

        // `await session.AskAsync(question)` fills `session.Answer`. What else it does is not followed.
        return
            escape is { Site: IInvocationOperation { Instance: { } instance } filling, Target.IsEmpty: true }
            && _session.Mode == FlowMode.Value
            && !path.IsEmpty
            ? Filled(filling, instance, path).Union(TraceSession.Unknown(escape.Site, path))
            : TraceSession.Unknown(escape.Site, path);
    }

    /// <summary>What a function may put at the path of an object that it is called with.</summary>
    public TraceResult FilledBy(IDelegateCreationOperation function, int ordinal, AccessPath path)
    {
        if (function.Target is IAnonymousFunctionOperation lambda)
        {
            return Known(Put(lambda.Symbol.Parameters[ordinal], lambda, path), function, lambda.Symbol);
        }

        return
            function.Target is IMethodReferenceOperation { Method: { } method } reference
            && Receivers(function, method, ordinal) is { IsDefault: false } receivers
            ? TraceResult.UnionAll(
                receivers.Select(r =>
                    r.Body is ILocalFunctionOperation local
                        ? Known(Put(r.Parameter, local, path), function, local.Symbol)
                        : _session.Calls.Rebase(Put(r.Parameter, r.Body, path), r.Body, reference, reference.Instance, method)
                )
            )
            : TraceSession.Unknown(function, path);
    }

    /// <summary>What else a function is called with cannot be seen where it is made.</summary>
    private static TraceResult Known(TraceResult put, IOperation function, IMethodSymbol method) =>
        put.Substitute(o => PassedParameters.IsOf(o, method) ? TraceSession.Unknown(function, o.Path) : null);

    /// <summary>What a method writes to a member of the object that it is called on.</summary>
    private TraceResult Filled(IInvocationOperation call, IOperation instance, AccessPath path) =>
        TraceResult.UnionAll(
            _session
                .Tracer.Bodies.BodiesOf(call.TargetMethod)
                .Select(b => _session.Calls.Rebase(WrittenToItself(b, path, escapes: false), b, call, instance, call.TargetMethod))
        );

    /// <summary>What a body writes to a member of the object that it runs on, in terms of the body's own parameters.</summary>
    /// <param name="escapes">Whether what is done with the member out of sight counts.</param>
    public TraceResult WrittenToItself(IOperation body, AccessPath path, bool escapes)
    {
        var member = BodyIndex.Of(body).OwnMembers.FirstOrDefault(m => m.MemberName() == path.Head);
        if (member is null)
        {
            return TraceResult.Nothing;
        }

        if (_entered >= TraceBudget.Calls)
        {
            return TraceResult.Truncated;
        }

        if (!_session.Open.TryOpen(this, member, path))
        {
            return TraceResult.Nothing;
        }

        _entered++;
        var put = TraceResult.UnionAll(
            _session
                .Tracer.Writes.WritesTo(member, BodyIndex.Of(body))
                .Where(w => path.Rest.After(w.Target) is not null && (escapes || w.Kind != FlowWriteKind.Escape))
                .Select(w => _variables.OfWrite(w, path.Rest))
        );
        _entered--;
        _session.Open.Close(this, member, path);
        return put;
    }

    /// <summary>The parameters that hold the object in the bodies that a method may be; default when one of them cannot be seen.</summary>
    /// <param name="site">Where the method is named.</param>
    private ImmutableArray<(IParameterSymbol Parameter, IOperation Body)> Receivers(IOperation site, IMethodSymbol method, int ordinal)
    {
        if (BodyIndex.Of(site).FunctionOf(method.OriginalDefinition) is ILocalFunctionOperation local)
        {
            return ImmutableArray.Create((local.Symbol.Parameters[ordinal], (IOperation)local));
        }

        var bodies = _session.Tracer.Bodies.BodiesOf(method);
        if (bodies.IsEmpty)
        {
            return default;
        }

        // A body that does not mention its parameter does nothing to it.
        return bodies
            .Select(b => (Parameter: BodyIndex.Of(b).ParameterAt(ordinal), Body: b))
            .Where(static r => r.Parameter is not null)
            .Select(static r => (r.Parameter!, r.Body))
            .ToImmutableArray();
    }

    private TraceResult Into(IParameterSymbol parameter, IOperation body, IInvocationOperation call, AccessPath path)
    {
        var put = Put(parameter, body, path);
        return call.TargetMethod.MethodKind == MethodKind.LocalFunction
            ? _session.Calls.Bind(put, call, call.TargetMethod)
            : _session.Calls.Rebase(put, body, call, call.Instance, call.TargetMethod);
    }

    /// <summary>What a body puts at the path of the object that its parameter holds, in terms of the body's own parameters.</summary>
    private TraceResult Put(IParameterSymbol parameter, IOperation body, AccessPath path)
    {
        var isValue = path.IsEmpty && _session.Mode == FlowMode.Value;
        var writes = _session
            .Tracer.Writes.WritesTo(parameter, BodyIndex.Of(body))
            .Where(w =>
                (w.Kind != FlowWriteKind.Assign || !w.Target.IsEmpty)
                && (!isValue || w is { Kind: FlowWriteKind.Accumulate or FlowWriteKind.Escape, Target.IsEmpty: true })
                && w.Concerns(path)
            )
            .ToList();
        if (writes.Count == 0)
        {
            return TraceResult.Nothing;
        }

        if (_entered >= TraceBudget.Calls)
        {
            return TraceResult.Truncated;
        }

        if (!_session.Open.TryOpen(this, parameter, path))
        {
            return TraceResult.Nothing;
        }

        _entered++;

        // Words that the helper puts around a value make the text something else than the value.
        var put =
            isValue && _session.Texts.Frame.WordsAmong(writes) is { } words
                ? TraceResult.Of(OriginKind.Constant, words, path)
                : TraceResult.UnionAll(writes.Select(w => _variables.OfWrite(w, path)));
        _entered--;
        _session.Open.Close(this, parameter, path);
        return put;
    }

    /// <summary>The call hands the object back, and its caller keeps it under another name, through which it may be changed.</summary>
    private static bool IsNamedAnew(IInvocationOperation call, IParameterSymbol parameter) =>
        SymbolEqualityComparer.Default.Equals(call.Type, parameter.Type)
        && call.ParentOf(out _) is IVariableInitializerOperation or IAssignmentOperation or IMemberReferenceOperation;

    /// <summary>A builder, a writer, a stream or a collection: what is added to it is what it holds.</summary>
    private static bool Gathers(ITypeSymbol? type) =>
        type is not null
        && (
            HandedOn.IsCollection(type)
            || type.HasFullName("System.Text.StringBuilder")
            || type.IsOrInherits("System.IO.TextWriter")
            || type.IsOrInherits("System.IO.Stream")
        );
}
