using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// What the bodies and initializers of a compilation write to a field or auto-property, in the order of the bodies. Read once for all
/// traces: most bodies that mention a member only read it.
/// </summary>
internal sealed class MemberWrites
{
    private readonly IBodyResolver _bodies;
    private readonly WriteFinder _finder;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<FlowWrite>> _all = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<FlowWrite>> _own = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<(ISymbol Member, string Part), ImmutableArray<FlowWrite>> _changes = new();

    public MemberWrites(IBodyResolver bodies, WriteFinder finder)
    {
        _bodies = bodies;
        _finder = finder;
    }

    /// <summary>Every write that there can be; default when some may be elsewhere, or there is none.</summary>
    public ImmutableArray<FlowWrite> AllTo(ISymbol member) => _all.GetOrAdd(member, FindAll);

    /// <summary>What the member's own type writes; default when there is nothing to see.</summary>
    public ImmutableArray<FlowWrite> OwnTo(ISymbol member) =>
        _own.GetOrAdd(member, m => _bodies.OwnWritersOf(m) is { IsDefaultOrEmpty: false } roots ? FromInside(m, roots) : default);

    /// <summary>What others write into a part of what the member holds.</summary>
    public ImmutableArray<FlowWrite> ChangesOf(ISymbol member, string part) =>
        _changes.GetOrAdd(
            (member.OriginalDefinition, part),
            k => MemberChangers.Showing(member).SelectMany(m => FromOutside(m, _bodies.ChangersOf(m, k.Part))).ToImmutableArray()
        );

    private ImmutableArray<FlowWrite> FindAll(ISymbol member)
    {
        var all =
            _bodies.WritersOf(member) is { IsDefaultOrEmpty: false } own ? FromInside(member, own)
            : _bodies.WritersFromEverywhereOf(member) is { IsDefaultOrEmpty: false } roots ? FromOutside(member, roots)
            : default;

        // What is read, and in sight only ever gets null, is filled by reflection: a table of Entity Framework, what a page is injected with.
        return !all.IsDefaultOrEmpty && NullValues.IsSettable(member) && all.All(IsOfNull) ? default : all;
    }

    private static bool IsOfNull(FlowWrite write) =>
        write is { Kind: FlowWriteKind.Assign, Target.IsEmpty: true } && write.Value.IsNullValue();

    private ImmutableArray<FlowWrite> FromInside(ISymbol member, ImmutableArray<IOperation> roots) =>
        roots.SelectMany(r => Initial(r, member) ?? _finder.WritesTo(member, BodyIndex.Of(r))).ToImmutableArray();

    private ImmutableArray<FlowWrite> FromOutside(ISymbol member, ImmutableArray<IOperation> roots) =>
        roots.SelectMany(r => Initial(r, member) ?? _finder.WritesFromOutside(member, r)).ToImmutableArray();

    private static ImmutableArray<FlowWrite>? Initial(IOperation root, ISymbol member) =>
        root.InitialValueOf(member) is { } value
            ? ImmutableArray.Create(new FlowWrite(FlowWriteKind.Assign, root, value, AccessPath.Empty, AccessPath.Empty))
            : null;
}
