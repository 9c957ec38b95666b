using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Libraries;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Embedders;

/// <summary>
/// Tells the tracer how one thing about embedders travels, the model's name or the number of dimensions that they ask for: an embedder is
/// what it was made with, and whatever wraps it is that, too. To everything else it is a value like any other.
/// </summary>
internal sealed class EmbedderFlow : IFlowKnowledge
{
    private readonly AiSdks _sdks;
    private readonly IFlowKnowledge _values;
    private readonly bool _isName;
    private readonly ConcurrentDictionary<ISymbol, CallFlow?> _flows = new(SymbolEqualityComparer.Default);

    /// <param name="isName">The name is followed; otherwise the dimensions are.</param>
    public EmbedderFlow(AiSdks sdks, IFlowKnowledge values, bool isName)
    {
        _sdks = sdks;
        _values = values;
        _isName = isName;
    }

    public CallFlow? OfCall(IMethodSymbol method) => _flows.GetOrAdd(method.OriginalDefinition, _ => Find(method));

    public bool IsSource(IInvocationOperation call) => _values.IsSource(call);

    public bool IsPartOfItsOwner(ISymbol member) => _values.IsPartOfItsOwner(member);

    public bool KeepsElementsApart(ITypeSymbol type) => _values.KeepsElementsApart(type);

    private CallFlow? Find(IMethodSymbol method)
    {
        if (_sdks.TryGetFact<EmbedderFact>(method, out var embedder))
        {
            return Flow(From(embedder), embedder.AddsTo);
        }

        // A kernel hands out the embedder that was added to its builder; of its chat models nothing is followed here.
        return _sdks.TryGetFact<ModelNameFact>(method, out var model)
            ? Flow(model.AddsTo is null ? model.From : ImmutableArray<string>.Empty, model.AddsTo)
            : _values.OfCall(method);
    }

    private ImmutableArray<string> From(EmbedderFact embedder)
    {
        var from = _isName ? embedder.Model ?? embedder.Inner : embedder.Dimensions ?? embedder.Inner;
        return from is null ? ImmutableArray<string>.Empty : ImmutableArray.Create(from);
    }

    private static CallFlow Flow(ImmutableArray<string> from, string? addsTo) =>
        addsTo is { } target
            ? new CallFlow
            {
                ToReceiver = from,
                ToResult = ImmutableArray.Create(target, SdkFact.Receiver),
                LeavesArgumentsAlone = true,
            }
            : new CallFlow
            {
                ToResult = from,
                MembersFrom = from,
                LeavesArgumentsAlone = true,
            };
}
