using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>A call that a model answers, with the prompt functions that it runs and the options in force; nothing else is read yet.</summary>
internal sealed class ReachedModelCall : ReachedCall<ModelCallFact>
{
    private readonly Lazy<ImmutableArray<PromptFunction>> _functions;

    private ReachedModelCall(Route route, IInvocationOperation operation, ModelCallFact fact)
        : base(route, operation, fact)
    {
        _functions = new(() => PromptFunction.Of(this), LazyThreadSafetyMode.ExecutionAndPublication);
        Options = new OptionsInForce(this);
    }

    /// <summary>The prompt functions that the call may invoke; none when it may invoke anything else as well.</summary>
    public ImmutableArray<PromptFunction> Functions => _functions.Value;

    public OptionsInForce Options { get; }

    /// <summary>The model calls of a body.</summary>
    public static ImmutableArray<ReachedModelCall> In(Body body) =>
        body.Once(static b => b.CallsWith<ModelCallFact>().Select(c => At(b, c.Call)).OfType<ReachedModelCall>().ToImmutableArray());

    /// <summary>The model call that an invocation of a body is, or null.</summary>
    public static ReachedModelCall? At(Body body, IInvocationOperation call) =>
        body.Once(static _ => new ConcurrentDictionary<IInvocationOperation, ReachedModelCall?>())
            .GetOrAdd(call, c => Of(new Route(body.Picture, Calls: null), c));

    /// <summary>The same, reached through calls from another body.</summary>
    public static ReachedModelCall? At(Picture picture, IInvocationOperation call, CallChain via) => Of(new Route(picture, via), call);

    /// <summary>A call asks a model when it needs no function for that, or invokes one that is certainly a prompt's.</summary>
    private static ReachedModelCall? Of(Route route, IInvocationOperation operation)
    {
        if (!route.Picture.Sdks.TryGetFact<ModelCallFact>(operation.TargetMethod, out var fact))
        {
            return null;
        }

        var call = new ReachedModelCall(route, operation, fact);
        return fact.Function is null || !call.Functions.IsEmpty ? call : null;
    }
}
