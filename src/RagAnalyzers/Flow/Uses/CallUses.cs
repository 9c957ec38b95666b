using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Flow.Uses;

/// <summary>Follows a value into the calls that it is passed to, and out to the callers of the function that returns it.</summary>
internal sealed class CallUses
{
    private readonly UseSearch _search;

    public CallUses(UseSearch search) => _search = search;

    public void FollowPassed(ValueUse use, bool isCertain, int calls)
    {
        switch (use.Operation)
        {
            case IArgumentOperation { Parent: IInvocationOperation call, Parameter: { } parameter }:
                if (!FollowInto(call, parameter, isCertain, calls))
                {
                    FollowThroughLibrary(call.TargetMethod, parameter, call, call.Instance, isCertain, calls);
                }

                break;
            case IArgumentOperation
            {
                Parent: IObjectCreationOperation { Constructor: { } constructor } creation,
                Parameter: { } parameter
            }:
                FollowThroughLibrary(constructor, parameter, creation, receiver: null, isCertain, calls);
                break;
            case IConversionOperation conversion:
                _search.Add(conversion, isCertain, calls);
                break;
            default:
                _search.IsComplete = false;
                break;
        }
    }

    /// <summary>Into the functions that a call is given beside the value: what it feeds them is the value, or an element of it.</summary>
    public void FollowFed(IInvocationOperation call, int calls)
    {
        foreach (var argument in call.Arguments)
        {
            if (argument.Value.HandedFunction() is not IAnonymousFunctionOperation lambda)
            {
                // A method, or a function that comes from elsewhere.
                _search.IsComplete &= argument.IsImplicit || argument.Parameter?.Type.TypeKind != TypeKind.Delegate;
                continue;
            }

            foreach (var reference in lambda.Symbol.Parameters.SelectMany(p => BodyIndex.Of(lambda).ReferencesTo(p)))
            {
                _search.Add(reference, isCertain: false, calls);
            }
        }
    }

    public void FollowReturned(IOperation returned, bool isCertain, int calls)
    {
        var function = returned.EnclosingFunction();
        if (
            function is IAnonymousFunctionOperation lambda
            && lambda.ArgumentOf() is { Parent: IInvocationOperation runner }
            && _search.Knowledge.OfCall(runner.TargetMethod) is { } flow
            && (flow.ReturnsFunctionResult || flow.FeedsFunctions)
        )
        {
            // What only chooses or orders elements is thrown away when that is done.
            if (flow.ReturnsFunctionResult)
            {
                _search.Add(runner, isCertain: false, calls);
            }

            return;
        }

        if (_search.Entered.Leave(function) is { IsDefault: false } entries)
        {
            foreach (var entry in entries)
            {
                _search.Add(entry, isCertain: false, calls);
            }

            return;
        }

        if (function is IAnonymousFunctionOperation handed && FollowRun(handed, calls))
        {
            return;
        }

        var holder = function is IAnonymousFunctionOperation held ? HeldFunctions.LocalOf(held) : null;
        var callers = function switch
        {
            IAnonymousFunctionOperation when holder is not null => HeldFunctions.CallsOf(holder, function),
            ILocalFunctionOperation local => BodyIndex.Of(local).CallsOf(local.Symbol).ToImmutableArray(),
            _ when calls >= TraceBudget.Calls => default,
            IAnonymousFunctionOperation kept => _search.Resolver.CallersOfKept(kept),
            _ => _search.Resolver.CallersOf(function),
        };
        if (callers.IsDefault)
        {
            _search.IsComplete = false;
            return;
        }

        foreach (var call in callers)
        {
            _search.Add(call, isCertain && holder is null && callers.Length == 1, calls + 1);
        }
    }

    /// <summary>
    /// Out of a lambda that is handed to a method of this compilation, to where that method calls it; false when it is not, or cannot be seen.
    /// </summary>
    private bool FollowRun(IAnonymousFunctionOperation lambda, int calls)
    {
        if (
            calls >= TraceBudget.Calls
            || lambda.ArgumentOf() is not { Parent: IInvocationOperation runner, Parameter: { } parameter }
            || _search.Resolver.BodiesOf(runner.TargetMethod) is not { IsEmpty: false } bodies
        )
        {
            return false;
        }

        foreach (var body in bodies)
        {
            if (BodyIndex.Of(body).ParameterAt(parameter.Ordinal) is not { } received)
            {
                continue;
            }

            var run = HeldFunctions.CallsOf(received, body);
            _search.IsComplete &= !run.IsDefault;
            if (_search.Entered.Enter(body, runner))
            {
                _search.Add(runner, isCertain: false, calls);
            }

            foreach (var call in run.IsDefault ? ImmutableArray<IInvocationOperation>.Empty : run)
            {
                _search.Add(call, isCertain: false, calls + 1);
            }
        }

        return true;
    }

    /// <summary>Into the bodies that the call may run; false when one cannot be seen.</summary>
    private bool FollowInto(IInvocationOperation call, IParameterSymbol parameter, bool isCertain, int calls)
    {
        if (BodyIndex.Of(call).FunctionOf(call.TargetMethod.OriginalDefinition) is ILocalFunctionOperation local)
        {
            FollowParameter(local.Symbol.Parameters[parameter.Ordinal], local, isCertain: false, calls);
            return true;
        }

        var bodies = calls < TraceBudget.Calls ? _search.Resolver.BodiesOf(call.TargetMethod) : ImmutableArray<IOperation>.Empty;
        foreach (var body in bodies)
        {
            if (BodyIndex.Of(body).ParameterAt(parameter.Ordinal) is { } received)
            {
                if (_search.Entered.Enter(body, call))
                {
                    _search.Add(call, isCertain: false, calls);
                }

                FollowParameter(received, body, isCertain && bodies.Length == 1, calls + 1);
            }
        }

        return !bodies.IsEmpty;
    }

    private void FollowParameter(IParameterSymbol parameter, IOperation body, bool isCertain, int calls)
    {
        var references = BodyIndex.Of(body).ReferencesTo(parameter);
        var isKept = references.All(static r => NextUse.Of(r).Kind != UseKind.Replaced);
        foreach (var reference in references)
        {
            _search.Add(reference, isCertain && isKept && Certainty.Follows(reference, body), calls);
        }
    }

    private void FollowThroughLibrary(
        IMethodSymbol method,
        IParameterSymbol parameter,
        IOperation result,
        IOperation? receiver,
        bool isCertain,
        int calls
    )
    {
        if (_search.Knowledge.OfCall(method) is not { } flow)
        {
            // What is not known may give the value back, and may keep it.
            _search.Add(result, isCertain: false, calls);
            _search.IsComplete = false;
            return;
        }

        if (CallFlow.IsAmong(flow.ToResult, parameter) || CallFlow.IsAmong(flow.IntoResult, parameter))
        {
            _search.Add(result, isCertain, calls);
        }

        if (flow.FeedsFunctions && result is IInvocationOperation fed && parameter.Type.TypeKind != TypeKind.Delegate)
        {
            FollowFed(fed, calls);
        }

        if (!CallFlow.IsAmong(flow.ToReceiver, parameter))
        {
            return;
        }

        if (Holder(receiver) is { } holder && NextUse.Variable(holder) is ILocalSymbol or IParameterSymbol)
        {
            _search.Variables.FollowReferences(NextUse.Variable(holder)!, result, isCertain, calls);
        }
        else
        {
            _search.IsComplete = false;
        }
    }

    /// <summary>
    /// What is written to: in <c>text.Append("# ").Append(value)</c> that is <c>text</c>, which each link of the chain gives back, and in
    /// <c>message.Contents.Add(value)</c> the message.
    /// </summary>
    private IOperation? Holder(IOperation? receiver)
    {
        var holder = receiver?.Unwrapped();
        while (
            holder is IInvocationOperation { Instance: { } owner } link
            && _search.Knowledge.OfCall(link.TargetMethod) is { ToReceiver.IsEmpty: false } flow
            && flow.ToResult.Contains("this")
        )
        {
            holder = owner.Unwrapped();
        }

        return holder is IPropertyReferenceOperation { Instance: ILocalReferenceOperation made } && IsMadeHere(made) ? made : holder;
    }

    /// <summary>Nobody else has the object of a local, or a part of it: its declaration makes it, of values.</summary>
    private static bool IsMadeHere(ILocalReferenceOperation local) =>
        BodyIndex
            .Of(local)
            .ReferencesTo(local.Local)
            .OfType<IVariableDeclaratorOperation>()
            .Any(static d =>
                d.Initializer?.Value.Unwrapped() is IObjectCreationOperation made
                && !made.Arguments.Any(static a =>
                    NextUse.Variable(a.Value.Unwrapped()) is not null
                    && a.Value.Unwrapped().Type is { IsReferenceType: true, SpecialType: not SpecialType.System_String }
                )
            );
}
