using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Writes;

/// <summary>
/// The element under a constant key of a collection that is written out and that nobody changes: a table of texts, or of functions. A read-only
/// member holds it that is declared with it, or a local that is filled under constant keys. It is kept apart from the others.
/// </summary>
internal sealed class WrittenOutElements
{
    private readonly WriteFinder _writes;
    private readonly MemberWrites _members;

    public WrittenOutElements(WriteFinder writes, MemberWrites members)
    {
        _writes = writes;
        _members = members;
    }

    /// <summary>What may stand under the key; default where that cannot be told.</summary>
    /// <param name="read"><c>Prompts["summary"]</c>, <c>steps.GetValueOrDefault("summary")</c></param>
    /// <param name="path">The member path that is read off the element.</param>
    /// <param name="isChanged">Whether others may have written to what is read off the element.</param>
    public ImmutableArray<IOperation> Of(IOperation read, AccessPath path, out bool isChanged)
    {
        isChanged = false;
        if (ElementRead.Of(read) is not { } element || WrittenOutEntries.Constant(element.Key) is not { } key)
        {
            return default;
        }

        var isLeft = true;
        var entries = element.Collection.Unwrapped() switch
        {
            IMemberReferenceOperation { Member: var member } => OfMember(member),
            ILocalReferenceOperation local => WrittenOutEntries.Of(_writes, local, out isLeft),
            _ => null,
        };
        var found = entries?.FindAll(e => AreSame(e.Key, key)).ConvertAll(static e => e.Value) ?? [];
        isChanged = !isLeft && !found.TrueForAll(e => CannotChange(e.Unwrapped().Type, path));

        // What is put into a list or a buffer is as much its content as what it is made with.
        return found.Count == 0 || (isChanged && !found.TrueForAll(static e => e.Unwrapped().Type?.IsInSource() == true)) ? default
            : element.Otherwise is { } otherwise ? found.Append(otherwise).ToImmutableArray()
            : found.ToImmutableArray();
    }

    /// <summary>Nobody who has the element can change it, or the member that is read off it.</summary>
    private static bool CannotChange(ITypeSymbol? element, AccessPath path) =>
        element is not null
        && (
            !PassedOn.IsChangeable(element)
            || (
                !path.IsEmpty
                && element.GetMembers(path.Head).FirstOrDefault() switch
                {
                    IPropertySymbol { SetMethod: null or { IsInitOnly: true }, Type: var type } => !PassedOn.IsChangeable(type),
                    IFieldSymbol { IsReadOnly: true, Type: var type } => !PassedOn.IsChangeable(type),
                    _ => false,
                }
            )
        );

    private List<KeyValuePair<object, IOperation>>? OfMember(ISymbol member)
    {
        if (!IsFixed(member))
        {
            return null;
        }

        var all = _members.AllTo(member);
        if (all.IsDefault)
        {
            all = _members.OwnTo(member);
        }

        // Nobody writes what an interface or an abstract class declares.
        return !all.IsDefault && all is [{ Kind: FlowWriteKind.Assign, Target.IsEmpty: true, Value: var value }]
            ? WrittenOutEntries.In(value)
            : null;
    }

    /// <summary>Keys that differ by case only are the same.</summary>
    private static bool AreSame(object one, object other) =>
        one is string a && other is string b ? string.Equals(a, b, StringComparison.OrdinalIgnoreCase) : Equals(one, other);

    /// <summary>It holds the same collection always, and others cannot write into that.</summary>
    private static bool IsFixed(ISymbol member) =>
        member.IsInSource()
        && member switch
        {
            IFieldSymbol { IsReadOnly: true, Type: var type } => IsUnchangeable(member, type),
            IPropertySymbol { SetMethod: null, Parameters.IsEmpty: true, Type: var type } => IsUnchangeable(member, type),
            _ => false,
        };

    private static bool IsUnchangeable(ISymbol member, ITypeSymbol type) =>
        member.DeclaredAccessibility == Accessibility.Private
        || new[] { "IReadOnly", "Frozen", "Immutable", "IImmutable" }.Any(n => type.Name.StartsWith(n, StringComparison.Ordinal));
}
