using System;
using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>
/// The options that a model call is made under: those that it passes, those of the agent that it runs, and the settings that its prompt
/// functions were made with. What asks them decides which go before which.
/// </summary>
internal sealed class OptionsInForce
{
    private readonly ReachedModelCall _call;
    private readonly Lazy<ImmutableArray<OptionsCarrier>> _all;

    public OptionsInForce(ReachedModelCall call)
    {
        _call = call;
        _all = new(() => Passed.Concat(OfAgent).Concat(OfFunctions).ToImmutableArray(), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    /// <summary>Those that the call passes.</summary>
    public IEnumerable<OptionsCarrier> Passed => _call.Fact.Options.SelectMany(p => OptionsCarrier.At(_call, p));

    /// <summary>The agent that the call runs, which was configured beforehand: one or none.</summary>
    public IEnumerable<OptionsCarrier> OfAgent =>
        OptionsCarrier.At(_call, _call.Fact.Configured).Select(static agent => agent with { MayBeRegistered = true });

    /// <summary>The settings that the call's prompt functions were made with.</summary>
    public IEnumerable<OptionsCarrier> OfFunctions => _call.Functions.SelectMany(static f => f.Options);

    public ImmutableArray<OptionsCarrier> All => _all.Value;

    /// <summary>The members of options that have a meaning for this call, with the meaning.</summary>
    public ImmutableArray<(ISymbol Member, TFact Fact)> Members<TFact>()
        where TFact : SdkFact
    {
        var picture = _call.Picture;
        return picture
            .Once(static _ => new ConcurrentDictionary<SdkKind, ImmutableArray<(ISymbol, TFact)>>())
            .GetOrAdd(_call.Fact.Sdk, sdk => Find<TFact>(picture.Sdks, sdk).ToImmutableArray());
    }

    private static IEnumerable<(ISymbol, TFact)> Find<TFact>(AiSdks sdks, SdkKind sdk)
        where TFact : SdkFact
    {
        foreach (var member in sdks.SymbolsWith<TFact>())
        {
            if (sdks.TryGetFact<TFact>(member, out var fact) && Matter(fact.Sdk, sdk))
            {
                yield return (member, fact);
            }
        }
    }

    /// <summary>Options of an SDK matter to its own calls; an agent is configured with those of the chat client that it wraps.</summary>
    private static bool Matter(SdkKind options, SdkKind call) =>
        options == call || (call == SdkKind.AgentFramework && options == SdkKind.ExtensionsAI);
}
