using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call that writes into a vector index.</summary>
internal sealed record Ingestion(IInvocationOperation Operation, IngestionFact Fact)
{
    /// <summary>What is indexed.</summary>
    public IEnumerable<IOperation> Records => Fact.Records.Select(name => Operation.ArgumentNamed(name)).OfType<IOperation>();
}
