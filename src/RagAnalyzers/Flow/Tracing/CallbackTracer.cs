using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;

namespace RagAnalyzers.Flow.Tracing;

/// <summary>
/// Traces what a function is called with that is handed to a method of the compilation: what the method's body passes when it calls it, or
/// when a method does that it hands the function on to.
/// </summary>
internal sealed class CallbackTracer
{
    private readonly TraceSession _session;
    private int _entered;

    public CallbackTracer(TraceSession session) => _session = session;

    /// <summary>What the function's parameter at a position gets; null when no body that gets the function can be seen.</summary>
    /// <param name="handed">The argument that hands the function over.</param>
    public TraceResult? Passed(IArgumentOperation handed, int ordinal, AccessPath path)
    {
        // What takes any delegate at all leaves it to others to find out how it is called.
        if (handed is not { Parameter: { Type.TypeKind: TypeKind.Delegate } parameter, Parent: IInvocationOperation call })
        {
            return null;
        }

        var local = BodyIndex.Of(call).FunctionOf(call.TargetMethod.OriginalDefinition) as ILocalFunctionOperation;
        var bodies = local is null ? _session.Tracer.Bodies.BodiesOf(call.TargetMethod) : ImmutableArray.Create<IOperation>(local);
        if (bodies.IsEmpty)
        {
            return null;
        }

        var result = TraceResult.Nothing;
        foreach (var body in bodies)
        {
            var function = local is null ? BodyIndex.Of(body).ParameterAt(parameter.Ordinal) : local.Symbol.Parameters[parameter.Ordinal];

            // A body that does not mention the function does not call it.
            if (function is null)
            {
                continue;
            }

            // What a member keeps is called by others.
            if (BodyIndex.Of(body).ReferencesTo(function).Any(IsKept))
            {
                return null;
            }

            var passed = InBody(function, body, ordinal, path);
            result = result.Union(
                local is null
                    ? _session.Calls.Rebase(passed, body, call, call.Instance, call.TargetMethod)
                    : _session.Calls.Bind(passed, call, call.TargetMethod)
            );
        }

        return result;
    }

    /// <summary>What a library's method calls a function with that feeds it: elements of the sequences, or what other functions make of them.</summary>
    public TraceResult Fed(IArgumentOperation handed, int ordinal, AccessPath path)
    {
        var call = (IInvocationOperation)handed.Parent!;
        var feeders = TypeParameterFlow.IntoParameter(handed, ordinal);
        return feeders.IsDefault
            ? _session.TraceAll(CallTracer.Values(call, CallTracer.Everything).Where(IsNoFunction), path)
            : _session
                .TraceAll(feeders.Select(static a => a.Value).Where(IsNoFunction), path)
                .Union(_session.Calls.OfFunctionArguments(call, feeders, path));

        static bool IsNoFunction(IOperation value) => value.HandedFunction() is null;
    }

    private static bool IsKept(IOperation reference) =>
        reference.ParentOf(out var child) switch
        {
            IAssignmentOperation { Target: IMemberReferenceOperation } assignment => ReferenceEquals(assignment.Value, child),
            IEventAssignmentOperation => true,
            _ => false,
        };

    private TraceResult InBody(IParameterSymbol function, IOperation body, int ordinal, AccessPath path)
    {
        if (_entered >= TraceBudget.Calls)
        {
            return TraceResult.Truncated;
        }

        if (!_session.Open.TryOpen(this, function, path))
        {
            return TraceResult.Nothing;
        }

        _entered++;
        var result = TraceResult.UnionAll(
            BodyIndex.Of(body).ReferencesTo(function).Select(r => OfUse(r, ordinal, path) ?? TraceSession.Unknown(r, path))
        );
        _entered--;
        _session.Open.Close(this, function, path);
        return result;
    }

    /// <summary>What one use of the function passes to it; null when that cannot be seen.</summary>
    private TraceResult? OfUse(IOperation reference, int ordinal, AccessPath path)
    {
        if (HeldFunctions.CallOf(reference) is { } call)
        {
            return OfCall(call, ordinal, path);
        }

        switch (reference.ParentOf(out _))
        {
            case IArgumentOperation argument:
                return Passed(argument, ordinal, path);
            case IBinaryOperation or IIsPatternOperation:
                return TraceResult.Nothing;
            default:
                return null;
        }
    }

    private TraceResult? OfCall(IInvocationOperation call, int ordinal, AccessPath path) =>
        call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal) is { } argument ? _session.Trace(argument.Value, path) : null;
}
