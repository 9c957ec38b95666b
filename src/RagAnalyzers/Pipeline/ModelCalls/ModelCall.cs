using System;
using System.Collections.Immutable;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Origins;
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

    public ModelCall(Picture picture, IInvocationOperation operation, ModelCallFact fact, CallChain? via = null)
    {
        Operation = operation;
        Fact = fact;
        _prompt = new(() => PromptReader.Read(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
        _contract = new(() => OutputContractReader.Read(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
        _model = new(() => ModelNameReader.Read(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
        _asksOpenAI = new(() => OpenAIService.Answers(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
        _schemas = new(() => OutputContractReader.SchemasOf(picture, operation, fact, via), LazyThreadSafetyMode.ExecutionAndPublication);
    }

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
