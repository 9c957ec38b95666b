using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Libraries;

/// <summary>What the tracer has to be told about library code, which it cannot read.</summary>
internal interface IFlowKnowledge
{
    /// <summary>What a method, constructor or operator does with its values, or null when nothing is known.</summary>
    CallFlow? OfCall(IMethodSymbol method);

    /// <summary>Whether a call is an origin of its own by what it is given, though others of the same method are none.</summary>
    bool IsSource(IInvocationOperation call);

    /// <summary>
    /// Whether reading this property or field yields (a part of) the object itself: the text of an answer, the record of a hit.
    /// </summary>
    bool IsPartOfItsOwner(ISymbol member);

    /// <summary>
    /// Whether the elements of a dictionary of this type are told apart by key, and none of them is the dictionary's own value.
    /// </summary>
    bool KeepsElementsApart(ITypeSymbol type);
}
