using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.ModelNames;

/// <summary>
/// Tells the tracer how the name of a model travels: a client is the name that it was made for, and whatever wraps the client is
/// that name, too. To everything else the name is a value like any other.
/// </summary>
internal sealed class ModelNameFlow : IFlowKnowledge
{
    private readonly AiSdks _sdks;
    private readonly IFlowKnowledge _values;
    private readonly ConcurrentDictionary<ISymbol, CallFlow?> _flows = new(SymbolEqualityComparer.Default);

    public ModelNameFlow(AiSdks sdks, IFlowKnowledge values)
    {
        _sdks = sdks;
        _values = values;
    }

    public CallFlow? OfCall(IMethodSymbol method) => _flows.GetOrAdd(method.OriginalDefinition, _ => Find(method));

    public bool IsSource(IInvocationOperation call) => _values.IsSource(call);

    public bool IsPartOfItsOwner(ISymbol member) => _values.IsPartOfItsOwner(member);

    public bool KeepsElementsApart(ITypeSymbol type) => _values.KeepsElementsApart(type);

    private CallFlow? Find(IMethodSymbol method)
    {
        if (!_sdks.TryGetFact<ModelNameFact>(method, out var model))
        {
            return _values.OfCall(method);
        }

        return model.AddsTo is { } target
            ? new CallFlow
            {
                ToReceiver = model.From,
                ToResult = ImmutableArray.Create(target, SdkFact.Receiver),
                LeavesArgumentsAlone = true,
            }
            // A builder that is empty yet has no name, rather than one that is unknown.
            : new CallFlow
            {
                ToResult = model.From,
                MembersFrom = model.From,
                LeavesArgumentsAlone = true,
            };
    }
}
