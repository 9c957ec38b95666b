using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>Finds code beyond the body that a trace starts in. The seam between tracing one body and tracing a compilation.</summary>
internal interface IBodyResolver
{
    /// <summary>
    /// The bodies that a call of the method may run: its own, or those of every implementation in the compilation. Empty when one cannot be
    /// seen.
    /// </summary>
    ImmutableArray<IOperation> BodiesOf(IMethodSymbol method);

    /// <summary>
    /// The roots in which a field or auto-property may be written, its initializer included; default when it may also be written elsewhere.
    /// </summary>
    ImmutableArray<IOperation> WritersOf(ISymbol member);

    /// <summary>
    /// The roots in which a field or auto-property may be written that other types of the compilation may write as well, and nobody else;
    /// default for any other member.
    /// </summary>
    ImmutableArray<IOperation> WritersFromEverywhereOf(ISymbol member);

    /// <summary>
    /// The roots of its own type in which a field or auto-property may be written that others may write as well; empty when they cannot be
    /// seen.
    /// </summary>
    ImmutableArray<IOperation> OwnWritersOf(ISymbol member);

    /// <summary>
    /// The fields or auto-properties that hold what is read as the member off an object that came from elsewhere; default when one cannot be
    /// seen, or code out of sight may change what it holds.
    /// </summary>
    ImmutableArray<ISymbol> HoldersOf(ISymbol member);

    /// <summary>The roots outside the member's type that may change this part of what it holds.</summary>
    ImmutableArray<IOperation> ChangersOf(ISymbol member, string part);

    /// <summary>The value that a field or auto-property is declared with; null when there is none, or it cannot be seen.</summary>
    ISymbolInitializerOperation? InitializerOf(ISymbol member);

    /// <summary>The constructor that a constructor calls first, of the same type or of its base; null when the code names none.</summary>
    IInvocationOperation? ConstructorCalledBy(IMethodSymbol constructor);
}
