using System.Collections.Generic;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>A value that options of a model call are, or travel in: options, arguments, an agent.</summary>
/// <param name="Route">How the body that passes it was reached.</param>
/// <param name="Value">The value.</param>
/// <param name="Parameter">The parameter that it is passed for.</param>
internal sealed record OptionsCarrier(Route Route, IOperation Value, string Parameter)
{
    /// <summary>A container may hand it out: nobody changes it after it is made.</summary>
    public bool MayBeRegistered { get; init; }

    /// <summary>The carrier that a call passes for a parameter: one, or none when nothing is passed.</summary>
    public static IEnumerable<OptionsCarrier> At<TFact>(ReachedCall<TFact> call, string? parameter)
        where TFact : SdkFact
    {
        if (parameter is not null && call.Argument(parameter) is { } value)
        {
            yield return new OptionsCarrier(call.Route, value, parameter);
        }
    }

    /// <summary>Where the carrier, or what it holds at a path, comes from.</summary>
    public TraceResult TraceThroughCallers(FlowMode mode, AccessPath? path = null)
    {
        var found = Route.TraceThroughCallers(Value, mode, path);
        return MayBeRegistered ? RegisteredClients.Of(Route.Picture).Fill(found, mode) : found;
    }

    /// <summary>Where a member of the options comes from.</summary>
    public TraceResult TraceThroughCallers(FlowMode mode, string member) => TraceThroughCallers(mode, AccessPath.Empty.Push(member));
}
