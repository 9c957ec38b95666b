using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>One use of what a retrieval finds.</summary>
/// <param name="End">What becomes of it there.</param>
/// <param name="Part">What of a hit it is.</param>
/// <param name="Operation">What uses it.</param>
/// <param name="Member">The member of the hit, or of its record, that it was read off, or null.</param>
internal sealed record PassageUse(PassageEnd End, PassagePart Part, IOperation Operation, ISymbol? Member);
