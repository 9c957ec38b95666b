using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Branches;

/// <summary>What one way of a branching does, in the methods that it calls and the classes that it chooses as well.</summary>
/// <param name="ModelCalls">The models that it asks.</param>
/// <param name="Retrieval">A retrieval that it makes, or null.</param>
/// <param name="IsClear">All that it runs could be looked at.</param>
internal sealed record Arm(ImmutableArray<ModelCall> ModelCalls, IInvocationOperation? Retrieval, bool IsClear);
