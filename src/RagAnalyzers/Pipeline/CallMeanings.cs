using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>What calls mean by what they are given, where their member alone does not say it.</summary>
internal sealed class CallMeanings
{
    private readonly WrittenQueries _queries;
    private readonly VectorOrders _orders;
    private readonly LookUps _lookUps;
    private readonly Listings _listings;
    private readonly Lazy<HashSet<string>> _retrievals;
    private readonly ConditionalWeakTable<IInvocationOperation, StrongBox<RetrievalFact?>> _known = new();
    private readonly ConditionalWeakTable<IInvocationOperation, StrongBox<bool>> _lookingUp = new();
    private readonly ConditionalWeakTable<IInvocationOperation, StrongBox<bool>> _listing = new();

    /// <param name="tracer">
    /// What follows the values that calls are given. It knows nothing of these meanings, so that what a trace finds does not depend on which
    /// was asked for first.
    /// </param>
    public CallMeanings(AiSdks sdks, Compilation compilation, ValueTracer tracer)
    {
        _queries = new WrittenQueries(sdks, compilation, tracer);
        _orders = new VectorOrders(sdks, compilation, tracer);
        _lookUps = new LookUps(sdks, compilation, tracer);
        _listings = new Listings(tracer);
        _retrievals = new(() =>
            _queries.Names.Concat(_orders.Names).ToList() is { Count: > 0 } further
                ? new HashSet<string>(sdks.NamesWith<RetrievalFact>().Concat(further))
                : sdks.NamesWith<RetrievalFact>()
        );
    }

    /// <summary>The fact about a call that its member alone does not have.</summary>
    public bool TryGetFact<TFact>(IInvocationOperation call, [NotNullWhen(true)] out TFact? fact)
        where TFact : SdkFact
    {
        fact = null;
        if (typeof(TFact) != typeof(RetrievalFact) || !(_queries.MayBe(call.TargetMethod) || _orders.MayBe(call.TargetMethod)))
        {
            return false;
        }

        if (!_known.TryGetValue(call, out var known))
        {
            known = _known.GetValue(call, c => new StrongBox<RetrievalFact?>(_queries.At(c) ?? _orders.At(c)));
        }

        fact = known.Value as TFact;
        return fact is not null;
    }

    /// <summary>The call does not mean what its member does.</summary>
    public bool IsNo(SdkFact fact, IInvocationOperation call) =>
        fact is RetrievalFact { Searching.IsDefaultOrEmpty: false } retrieval
        && _listing.GetValue(call, c => new StrongBox<bool>(_listings.IsOne(c, retrieval))).Value;

    /// <inheritdoc cref="LookUps.IsOne"/>
    public bool IsLookUp(IInvocationOperation call) =>
        _lookUps.MayBe(call.TargetMethod) && _lookingUp.GetValue(call, c => new StrongBox<bool>(_lookUps.IsOne(c))).Value;

    /// <summary>The names that stand where calls with this meaning do, where there are more than the tables say.</summary>
    /// <param name="named">The names that the tables say.</param>
    public HashSet<string> Names<TFact>(HashSet<string> named)
        where TFact : SdkFact => typeof(TFact) == typeof(RetrievalFact) ? _retrievals.Value : named;
}
