using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Contracts.Shapes;

/// <summary>What a schema prescribes and a parse does not read.</summary>
/// <param name="Owner">The type that has the property.</param>
/// <param name="Property">The property or field, or the type itself when the answer is one value or a list of them.</param>
/// <param name="Prescribed">Its name in the schema.</param>
/// <param name="Read">The name that the parse reads.</param>
/// <param name="Enum">The enum that the schema prescribes as text and the parse reads as a number; null when the names differ.</param>
internal sealed record ShapeMismatch(ITypeSymbol Owner, ISymbol Property, string Prescribed, string Read, ITypeSymbol? Enum = null);
