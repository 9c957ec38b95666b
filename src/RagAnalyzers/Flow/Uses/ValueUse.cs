using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Uses;

/// <summary>One use of a value.</summary>
/// <param name="Kind">What is done with it.</param>
/// <param name="Value">The value as it stands there, conversions and parentheses included.</param>
/// <param name="Operation">What does it: the argument, the assignment, the member reference, the comparison.</param>
/// <param name="Into">The variable, field or property that holds it from then on, or null.</param>
internal sealed record ValueUse(UseKind Kind, IOperation Value, IOperation Operation, ISymbol? Into = null);
