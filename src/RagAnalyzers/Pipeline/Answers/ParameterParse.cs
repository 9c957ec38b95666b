using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>A method parses what is passed for one of its parameters.</summary>
/// <param name="Ordinal">The parameter's position.</param>
/// <param name="Path">What is read off the argument before it is parsed.</param>
/// <param name="Parse">The parse.</param>
/// <param name="Site">The parse, or the operation of the method that leads to it.</param>
/// <param name="Inner">In the method that this leads into, what leads on to the parse; null when the parse is here.</param>
internal sealed record ParameterParse(int Ordinal, AccessPath Path, Parse Parse, IOperation Site, ParameterParse? Inner = null);
