using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>
/// A call with a meaning, in the body that looks on or in one that was reached from there. Where a framework makes the call, the operation is
/// what tells it to.
/// </summary>
/// <typeparam name="TFact">The meaning.</typeparam>
internal class ReachedCall<TFact>
    where TFact : SdkFact
{
    private readonly IOperation? _receiver;

    /// <param name="receiver">Whom the framework asks, where the operation does not show it as its receiver.</param>
    public ReachedCall(Route route, IOperation operation, TFact fact, IOperation? receiver = null)
    {
        _receiver = receiver;
        Route = route;
        Operation = operation;
        Fact = fact;
    }

    /// <summary>How the call's body was reached.</summary>
    public Route Route { get; }

    public IOperation Operation { get; }

    /// <summary>What the SDK's table says of the call: which of its parameters has which role.</summary>
    public TFact Fact { get; }

    public Picture Picture => Route.Picture;

    /// <summary>
    /// What is passed for a parameter that the fact names, or the object itself where the call makes one; null when no parameter has the role,
    /// or nothing is passed.
    /// </summary>
    public IOperation? Argument(string? role) =>
        role is null ? null
        : role == SdkFact.Receiver && _receiver is not null ? _receiver
        : role == SdkFact.Receiver && Operation is IObjectCreationOperation made ? made
        : Operation.ArgumentNamed(role);

    /// <summary>What is passed for the parameters of a role.</summary>
    public IEnumerable<IOperation> Arguments(IEnumerable<string> role) => role.Select(Operation.ArgumentNamed).OfType<IOperation>();

    /// <inheritdoc cref="Route.TraceThroughCallers"/>
    public TraceResult TraceThroughCallers(IOperation value, FlowMode mode, AccessPath? path = null) =>
        Route.TraceThroughCallers(value, mode, path);
}
