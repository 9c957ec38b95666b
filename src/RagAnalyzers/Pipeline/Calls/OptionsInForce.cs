using System.Collections.Generic;
using System.Linq;
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

    public OptionsInForce(ReachedModelCall call) => _call = call;

    /// <summary>Those that the call passes.</summary>
    public IEnumerable<OptionsCarrier> Passed => _call.Fact.Options.SelectMany(p => OptionsCarrier.At(_call, p));

    /// <summary>The agent that the call runs, which was configured beforehand: one or none.</summary>
    public IEnumerable<OptionsCarrier> OfAgent =>
        OptionsCarrier.At(_call, _call.Fact.Configured).Select(static agent => agent with { MayBeRegistered = true });

    /// <summary>The settings that the call's prompt functions were made with.</summary>
    public IEnumerable<OptionsCarrier> OfFunctions => _call.Functions.SelectMany(static f => f.Options);

    public IEnumerable<OptionsCarrier> All => Passed.Concat(OfAgent).Concat(OfFunctions);

    /// <summary>The members of options that have a meaning for this call, with the meaning.</summary>
    public IEnumerable<(ISymbol Member, TFact Fact)> Members<TFact>()
        where TFact : SdkFact
    {
        foreach (var member in _call.Picture.Sdks.SymbolsWith<TFact>())
        {
            if (_call.Picture.Sdks.TryGetFact<TFact>(member, out var fact) && Matter(fact.Sdk))
            {
                yield return (member, fact);
            }
        }
    }

    /// <summary>Options of an SDK matter to its own calls; an agent is configured with those of the chat client that it wraps.</summary>
    private bool Matter(SdkKind options) =>
        options == _call.Fact.Sdk || (_call.Fact.Sdk == SdkKind.AgentFramework && options == SdkKind.ExtensionsAI);
}
