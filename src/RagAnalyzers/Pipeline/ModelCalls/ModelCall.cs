using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.Contracts.Shapes;
using RagAnalyzers.Pipeline.ModelNames;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Pipeline.Prompts.Templates;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>A call that a model answers, with the prompt it gets and the output contract it is under.</summary>
internal sealed class ModelCall
{
    private readonly ReachedModelCall _call;
    private readonly Lazy<Prompt> _prompt;
    private readonly Lazy<OutputContract> _contract;
    private readonly Lazy<ModelName> _model;
    private readonly Lazy<AskedService> _service;
    private readonly Lazy<ImmutableArray<IOperation>> _schemas;
    private readonly Lazy<ImmutableArray<PrescribedShape>> _shapes;
    private readonly Lazy<IOperation?> _citations;

    private ModelCall(ReachedModelCall call)
    {
        _call = call;
        _prompt = new(() => PromptReader.Read(call), LazyThreadSafetyMode.ExecutionAndPublication);
        _contract = new(() => OutputContractReader.Read(call), LazyThreadSafetyMode.ExecutionAndPublication);
        _model = new(() => ModelNameReader.Read(call), LazyThreadSafetyMode.ExecutionAndPublication);
        _service = new(() => AskedServices.Of(call.Picture).Of(call), LazyThreadSafetyMode.ExecutionAndPublication);
        _citations = new(() => Tools.CitationSource.Of(call), LazyThreadSafetyMode.ExecutionAndPublication);
        _schemas = new(() => OutputContractReader.SchemasOf(call), LazyThreadSafetyMode.ExecutionAndPublication);
        _shapes = new(() => PrescribedShape.Of(call), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public IOperation Operation => _call.Operation;

    public ModelCallFact Fact => _call.Fact;

    /// <inheritdoc cref="ReachedModelCall.IsSeen"/>
    public bool IsSeen => _call.IsSeen;

    public Prompt Prompt => _prompt.Value;

    public OutputContract Contract => _contract.Value;

    /// <summary>The model that answers.</summary>
    public ModelName Model => _model.Value;

    /// <summary>The service that the call asks.</summary>
    public AskedService Service => _service.Value;

    /// <summary>What makes the schemas that the options carry, where that can be seen: factory calls, creations, types.</summary>
    public ImmutableArray<IOperation> Schemas => _schemas.Value;

    /// <summary>The shapes that the schemas prescribe; empty when one of them cannot be seen.</summary>
    public ImmutableArray<PrescribedShape> Shapes => _shapes.Value;

    /// <summary>What makes the service return citations with the answer: a data source, a tool that it runs; null where none is seen.</summary>
    public IOperation? CitationSource => _citations.Value;

    /// <summary>The passages that a template renders in a system message; read anew each time.</summary>
    public SystemPassages? SystemPassages => SystemPassages.Of(_call);

    /// <summary>The model calls of a body.</summary>
    public static ImmutableArray<ModelCall> In(Body body) =>
        body.Once(static b => ReachedModelCall.In(b).SelectNotNull(b, static (c, b) => At(b, c.Operation)));

    /// <summary>The model call that an operation of a body is, or null.</summary>
    public static ModelCall? At(Body body, IOperation call) =>
        body.Once(static _ => new ConcurrentDictionary<IOperation, ModelCall?>()).GetOrAdd(call, c => Of(ReachedModelCall.At(body, c)));

    /// <summary>The same, reached from another body through calls that decide what its parameters are.</summary>
    public static ModelCall? At(Picture picture, IOperation call, CallChain via) => Of(ReachedModelCall.At(picture, call, via));

    /// <summary>What code of the compilation answers by itself, no model answers.</summary>
    private static ModelCall? Of(ReachedModelCall? call) =>
        call is null || AskedServices.Of(call.Picture).IsAnsweredHere(call) ? null : new ModelCall(call);

    /// <inheritdoc cref="ReachedModelCall.By"/>
    public static ModelCall By(Picture picture, IOperation operation, SdkKind sdk, IOperation agent) =>
        new(ReachedModelCall.By(picture, operation, sdk, agent));

    /// <inheritdoc cref="ReachedModelCall.Unseen"/>
    public static ModelCall Unseen(Picture picture, IOperation answer, SdkKind sdk) => new(ReachedModelCall.Unseen(picture, answer, sdk));
}
