using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>What the tracer has to be told about library code, which it cannot read.</summary>
internal interface IFlowKnowledge
{
    /// <summary>What a method, constructor or operator does with its values, or null when nothing is known.</summary>
    CallFlow? OfCall(IMethodSymbol method);

    /// <summary>
    /// Whether reading this property or field yields (a part of) the object itself: the text of an answer, the record of a hit.
    /// </summary>
    bool IsPartOfItsOwner(ISymbol member);

    /// <summary>
    /// Whether the elements of a dictionary of this type are told apart by key, and none of them is the dictionary's own value.
    /// </summary>
    bool KeepsElementsApart(ITypeSymbol type);
}
