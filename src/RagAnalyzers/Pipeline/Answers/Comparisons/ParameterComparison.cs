using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Comparisons;

/// <summary>A method compares what is passed for one of its parameters, or a text that the object has which it is called on.</summary>
/// <param name="Ordinal">The parameter's position; null for the object.</param>
/// <param name="Path">What is read off the argument, or off the object, before it is compared.</param>
/// <param name="Comparison">The comparison.</param>
/// <param name="Constants">What it is compared with.</param>
/// <param name="Given">The positions of the parameters that it is compared with as well.</param>
internal sealed record ParameterComparison(
    int? Ordinal,
    AccessPath Path,
    TextComparison Comparison,
    ImmutableArray<string> Constants,
    ImmutableArray<int> Given
)
{
    /// <summary>What a call gives to be compared; null when it gives nothing that can be seen.</summary>
    /// <param name="arguments">Those of the call.</param>
    /// <param name="instance">What it is called on, or null.</param>
    public IOperation? GivenBy(ImmutableArray<IArgumentOperation> arguments, IOperation? instance) =>
        Ordinal is { } ordinal ? arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value : instance;
}
