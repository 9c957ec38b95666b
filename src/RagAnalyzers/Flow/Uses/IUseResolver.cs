using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Flow.Uses;

/// <summary>Finds the code that a value may go on to. The seam between following it in one body and in a compilation.</summary>
internal interface IUseResolver
{
    /// <summary>The bodies that a call of the method may run; empty when one cannot be seen.</summary>
    ImmutableArray<IOperation> BodiesOf(IMethodSymbol method);

    /// <summary>The calls of the method that a body is; default when there may be others than can be seen.</summary>
    ImmutableArray<IInvocationOperation> CallersOf(IOperation root);

    /// <summary>The calls of a lambda that a private member keeps; default when there may be others than can be seen.</summary>
    ImmutableArray<IInvocationOperation> CallersOfKept(IAnonymousFunctionOperation lambda);

    /// <summary>The roots in which a field or property may be read; default when it may be read elsewhere too.</summary>
    ImmutableArray<IOperation> ReadersOf(ISymbol member);
}
