using RagAnalyzers.Flow;

namespace RagAnalyzers.Pipeline;

/// <summary>A method parses what is passed for one of its parameters.</summary>
/// <param name="Ordinal">The parameter's position.</param>
/// <param name="Path">What is read off the argument before it is parsed.</param>
/// <param name="Parse">The parse.</param>
internal sealed record ParameterParse(int Ordinal, AccessPath Path, Parse Parse);
