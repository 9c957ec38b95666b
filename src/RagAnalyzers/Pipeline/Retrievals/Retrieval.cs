using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call whose result is passages chosen by relevance.</summary>
internal sealed record Retrieval(IInvocationOperation Operation, RetrievalFact Fact);
