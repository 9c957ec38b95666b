using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>A call that a model answers, with the prompt functions that it runs and the options in force; nothing else is read yet.</summary>
internal sealed class ReachedModelCall : ReachedCall<ModelCallFact>
{
    private readonly Lazy<ImmutableArray<PromptFunction>> _functions;

    private ReachedModelCall(Route route, IOperation operation, ModelCallFact fact, bool isSeen = true, IOperation? agent = null)
        : base(route, operation, fact, agent)
    {
        _functions = new(() => PromptFunction.Of(this), LazyThreadSafetyMode.ExecutionAndPublication);
        Options = new OptionsInForce(this);
        IsSeen = isSeen;
    }

    /// <summary>The prompt functions that the call may invoke; none when it may invoke anything else as well.</summary>
    public ImmutableArray<PromptFunction> Functions => _functions.Value;

    public OptionsInForce Options { get; }

    /// <summary>
    /// The code says what is called; otherwise a framework hands over an answer, and who gave it under which options is not to be seen.
    /// </summary>
    public bool IsSeen { get; }

    /// <summary>The model calls of a body: invocations, and what makes an object by which a framework calls a model.</summary>
    public static ImmutableArray<ReachedModelCall> In(Body body) =>
        body.Once(static b =>
            b.Picture.Mentions.Any<ModelCallFact>(b)
                ? b.CallsWith<ModelCallFact>()
                    .Select(static c => (IOperation)c.Call)
                    .Concat(Makers(b))
                    .OrderBy(static o => o.Syntax.SpanStart)
                    .ToImmutableArray()
                    .SelectNotNull(b, static (o, b) => At(b, o))
                : ImmutableArray<ReachedModelCall>.Empty
        );

    /// <summary>The model call that an operation of a body is, or null.</summary>
    public static ReachedModelCall? At(Body body, IOperation call) =>
        body.Once(static _ => new ConcurrentDictionary<IOperation, ReachedModelCall?>())
            .GetOrAdd(call, c => Of(new Route(body.Picture, Calls: null), c));

    /// <summary>The same, reached through calls from another body.</summary>
    public static ReachedModelCall? At(Picture picture, IOperation call, CallChain via) => Of(new Route(picture, via), call);

    /// <summary>A call of an agent that a framework makes because of an operation.</summary>
    public static ReachedModelCall By(Picture picture, IOperation operation, SdkKind sdk, IOperation agent) =>
        new(
            new Route(picture, Calls: null),
            operation,
            new ModelCallFact(sdk, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, Configured: SdkFact.Receiver),
            agent: agent
        );

    /// <summary>A call that nothing in the code makes: a framework hands over its answer.</summary>
    /// <param name="answer">Where the code reads the answer.</param>
    public static ReachedModelCall Unseen(Picture picture, IOperation answer, SdkKind sdk) =>
        new(
            new Route(picture, Calls: null),
            answer,
            new ModelCallFact(sdk, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, Protocol: true),
            isSeen: false
        );

    private static IEnumerable<IOperation> Makers(Body body) =>
        body.Index.Creations.Where(c =>
            c.Constructor is { } constructor && body.Picture.Sdks.TryGetFact<ModelCallFact>(constructor, out var _)
        );

    /// <summary>A call asks a model when it needs no function for that, or invokes one that is certainly a prompt's.</summary>
    private static ReachedModelCall? Of(Route route, IOperation operation)
    {
        if (operation.CalledMethod() is not { } method || !route.Picture.Sdks.TryGetFact<ModelCallFact>(method, out var fact))
        {
            return null;
        }

        var call = new ReachedModelCall(route, operation, fact);
        return fact.Function is null || !call.Functions.IsEmpty ? call : null;
    }
}
