using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;

namespace RagAnalyzers.Flow.Uses;

/// <summary>Finds the code of one compilation that a value may go on to.</summary>
internal sealed class CompilationUses : IUseResolver
{
    private readonly OperationSource _source;
    private readonly IBodyResolver _bodies;
    private readonly CallSites _sites;

    public CompilationUses(OperationSource source, IBodyResolver bodies, CallSites sites)
    {
        _source = source;
        _bodies = bodies;
        _sites = sites;
    }

    public ImmutableArray<IOperation> BodiesOf(IMethodSymbol method) => _bodies.BodiesOf(method);

    public ImmutableArray<IInvocationOperation> CallersOf(IOperation root) =>
        _source.MethodAround(root) is { MethodKind: MethodKind.Ordinary } method && _sites.References(method).IsEmpty
            ? _sites.Of(method)
            : default;

    public ImmutableArray<IInvocationOperation> CallersOfKept(IAnonymousFunctionOperation lambda) => _sites.OfKept(lambda);

    /// <summary>Only what is private can be read nowhere else than in its own type.</summary>
    public ImmutableArray<IOperation> ReadersOf(ISymbol member) =>
        member is { DeclaredAccessibility: Accessibility.Private, ContainingType: { } type }
            ? _source.RootsMentioning(member.Name, type).Distinct().ToImmutableArray()
            : default;
}
