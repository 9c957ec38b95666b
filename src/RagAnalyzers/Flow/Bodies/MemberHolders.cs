using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>Finds what a member is kept in that is read off an object which came from elsewhere: injected, or handed over.</summary>
internal sealed class MemberHolders
{
    private readonly OperationSource _source;
    private readonly MemberWriters _writers;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<ISymbol>> _holders = new(SymbolEqualityComparer.Default);

    public MemberHolders(OperationSource source, MemberWriters writers)
    {
        _source = source;
        _writers = writers;
    }

    /// <summary>
    /// The member itself where it is a field or an auto-property, or one of each class that implements it. Default where one has code, or code out
    /// of sight may write to one or change what it holds.
    /// </summary>
    public ImmutableArray<ISymbol> Of(ISymbol member) =>
        member.IsInSource() && _source.Declares(member) ? _holders.GetOrAdd(member.OriginalDefinition, Find) : default;

    private ImmutableArray<ISymbol> Find(ISymbol member)
    {
        var holders = member is IPropertySymbol { IsAbstract: true, GetMethod: { } getter }
            ? _source.Types.ImplementationsOf(getter).Select(static i => i.AssociatedSymbol ?? i).ToImmutableArray()
            : ImmutableArray.Create(member);
        return
            holders.Length is > 0 and <= CompilationBodies.MaximumImplementations
            && holders.Add(member).All(h => IsUnchanging(h) || CallSites.IsApplication(_source.Compilation) || !CallSites.IsPublic(h))
            && holders.All(h => !_writers.Confined(h).IsDefault || !_writers.FromEverywhere(h).IsDefault)
            ? holders
            : default;
    }

    /// <summary>Whoever reads it cannot change it.</summary>
    private static bool IsUnchanging(ISymbol member) =>
        member
            is IFieldSymbol { Type: { SpecialType: SpecialType.System_String } or { IsValueType: true } }
                or IPropertySymbol { Type: { SpecialType: SpecialType.System_String } or { IsValueType: true } };
}
