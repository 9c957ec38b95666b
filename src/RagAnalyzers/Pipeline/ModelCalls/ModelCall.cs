using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Pipeline.Clients;
using RagAnalyzers.Pipeline.Contracts;
using RagAnalyzers.Pipeline.ModelNames;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.ModelCalls;

/// <summary>A call that a model answers, with the prompt it gets and the output contract it is under.</summary>
internal sealed class ModelCall
{
    private readonly Lazy<Prompt> _prompt;
    private readonly Lazy<OutputContract> _contract;
    private readonly Lazy<ModelName> _model;
    private readonly Lazy<bool> _asksOpenAI;
    private readonly Lazy<ImmutableArray<IOperation>> _schemas;

    private ModelCall(Picture picture, IInvocationOperation operation, ModelCallFact fact, CallChain? via)
    {
        Operation = operation;
        Fact = fact;
        _prompt = new(() => PromptReader.Read(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
        _contract = new(() => OutputContractReader.Read(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
        _model = new(() => ModelNameReader.Read(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
        _asksOpenAI = new(() => OpenAIService.Answers(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
        _schemas = new(() => OutputContractReader.SchemasOf(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>The model calls of a body.</summary>
    public static ImmutableArray<ModelCall> In(Body body) =>
        body.Once(static b => b.CallsWith<ModelCallFact>().Select(c => At(b, c.Call)).OfType<ModelCall>().ToImmutableArray());

    /// <summary>The model call that an invocation of a body is, or null.</summary>
    public static ModelCall? At(Body body, IInvocationOperation call) =>
        body.Once(static _ => new ConcurrentDictionary<IInvocationOperation, ModelCall?>())
            .GetOrAdd(call, c => Of(body.Picture, c, via: null));

    /// <summary>The same, reached from another body through calls that decide what its parameters are.</summary>
    public static ModelCall? At(Body body, IInvocationOperation call, CallChain via) => Of(body.Picture, call, via);

    private static ModelCall? Of(Picture picture, IInvocationOperation call, CallChain? via) =>
        picture.Sdks.TryGetFact<ModelCallFact>(call.TargetMethod, out var fact) && PromptFunction.IsModelCall(picture, call, fact, via)
            ? new ModelCall(picture, call, fact, via)
            : null;

    public IInvocationOperation Operation { get; }

    public ModelCallFact Fact { get; }

    public Prompt Prompt => _prompt.Value;

    public OutputContract Contract => _contract.Value;

    /// <summary>The model that answers.</summary>
    public ModelName Model => _model.Value;

    /// <summary>The call certainly goes to OpenAI's service, or to Azure's.</summary>
    public bool AsksOpenAI => _asksOpenAI.Value;

    /// <summary>What makes the schemas that the options carry, where that can be seen: factory calls, creations, types.</summary>
    public ImmutableArray<IOperation> Schemas => _schemas.Value;
}
