using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Finds the bodies of one compilation: methods, implementations of its interfaces and virtual members, and the writers of its fields.
/// </summary>
internal sealed class CompilationBodies : IBodyResolver
{
    /// <summary>A member with more implementations than this is a framework's extension point, not an application's seam.</summary>
    public const int MaximumImplementations = 6;

    private readonly OperationSource _source;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IOperation>> _bodies = new(SymbolEqualityComparer.Default);
    private readonly MemberWriters _writers;
    private readonly MemberHolders _holders;
    private readonly MemberChangers _changers;

    public CompilationBodies(OperationSource source)
    {
        _source = source;
        _writers = new MemberWriters(source);
        _holders = new MemberHolders(source, _writers);
        _changers = new MemberChangers(source);
    }

    public ImmutableArray<IOperation> BodiesOf(IMethodSymbol method) =>
        method.IsInSource() ? _bodies.GetOrAdd(method.OriginalDefinition, Find) : ImmutableArray<IOperation>.Empty;

    public ImmutableArray<IOperation> WritersOf(ISymbol member) => _writers.Confined(member);

    public ImmutableArray<IOperation> WritersFromEverywhereOf(ISymbol member) => _writers.FromEverywhere(member);

    public ImmutableArray<IOperation> OwnWritersOf(ISymbol member) => _writers.Own(member);

    public ImmutableArray<ISymbol> HoldersOf(ISymbol member) => _holders.Of(member);

    public ImmutableArray<IOperation> ChangersOf(ISymbol member, string part) => _changers.Of(member, part);

    public ISymbolInitializerOperation? InitializerOf(ISymbol member) => member.IsInSource() ? _source.InitializerOf(member) : null;

    public IInvocationOperation? ConstructorCalledBy(IMethodSymbol constructor) =>
        constructor.IsInSource() ? _source.ConstructorCalledBy(constructor) : null;

    private ImmutableArray<IOperation> Find(IMethodSymbol method)
    {
        var isOpen =
            method.ContainingType.TypeKind == TypeKind.Interface
            || ((method.IsAbstract || method.IsVirtual || method.IsOverride) && !method.IsSealed && !method.ContainingType.IsSealed);
        var implementations = isOpen ? _source.Types.ImplementationsOf(method) : ImmutableArray.Create(method);
        if (implementations.IsEmpty || implementations.Length > MaximumImplementations)
        {
            return ImmutableArray<IOperation>.Empty;
        }

        var bodies = implementations.Select(_source.BodyOf).ToImmutableArray();
        return bodies.Any(static b => b is null) ? ImmutableArray<IOperation>.Empty : bodies!;
    }

    /// <summary>A property with a field of its own behind it.</summary>
    public static bool IsAuto(IPropertySymbol property) =>
        property
            .ContainingType.GetMembers()
            .OfType<IFieldSymbol>()
            .Any(f => SymbolEqualityComparer.Default.Equals(f.AssociatedSymbol, property));
}
