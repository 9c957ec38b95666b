using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// Searches that look for nothing: what is there is listed, as a filter narrows it down (<c>SearchAsync("*", new SearchOptions { Filter = ... })</c>). That is a
/// query of a database, and no retrieval.
/// </summary>
/// <remarks>
/// Azure AI Search takes <c>*</c>, and no text, for everything: https://learn.microsoft.com/azure/search/query-lucene-syntax, "match everything".
/// </remarks>
internal sealed class Listings
{
    private const string Everything = "*";

    private readonly ValueTracer _tracer;

    public Listings(ValueTracer tracer) => _tracer = tracer;

    /// <summary>The call certainly asks for no text, and by no vector.</summary>
    /// <param name="fact">Of a member that names what of its options asks for something.</param>
    public bool IsOne(IInvocationOperation call, RetrievalFact fact) =>
        fact.Query.Where(q => q != fact.Options).All(q => call.ArgumentNamed(q) is not { } text || SaysNothing(text))
        && (
            fact.Options is not { } options
            || call.ArgumentNamed(options) is not { } given
            || fact.Searching.All(member => IsUnset(given, AccessPath.Empty.Push(member)))
        );

    private bool SaysNothing(IOperation text) =>
        _tracer.Trace(text, FlowMode.Value) is { IsComplete: true, Origins.IsEmpty: false } said
        && said.Origins.All(static o =>
            o.IsNothing
            || o.Operation.ConstantValue is { HasValue: true, Value: null or "" or Everything }
            || o.Symbol is IFieldSymbol { Name: nameof(string.Empty), ContainingType.SpecialType: SpecialType.System_String }
        );

    private bool IsUnset(IOperation options, AccessPath member) =>
        _tracer.Trace(options, FlowMode.Value, member) is { IsComplete: true, Origins.IsEmpty: false } set
        && set.Origins.All(static o => o.IsNothing);
}
