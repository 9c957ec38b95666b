using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>Finds the bodies and initializers that may write a field or an auto-property.</summary>
internal sealed class MemberWriters
{
    /// <summary>What is written in more places says nothing together.</summary>
    private const int MaximumOutside = 12;

    private readonly OperationSource _source;
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _confined = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _everywhere = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _own = new(SymbolEqualityComparer.Default);

    public MemberWriters(OperationSource source) => _source = source;

    /// <summary>The writers of a member that only its own type can write; default for any other.</summary>
    public ImmutableArray<IOperation> Confined(ISymbol member) =>
        member.IsInSource() ? _confined.GetOrAdd(member.OriginalDefinition, m => IsConfined(m) ? OwnOf(m) : default) : default;

    /// <summary>
    /// The writers, its own type's and others', of a member that only this compilation can write; default where others may write it, or too
    /// many do. A member of a simple type may be filled by a serializer or a binder; an object of a library's type is what code makes.
    /// </summary>
    public ImmutableArray<IOperation> FromEverywhere(ISymbol member) =>
        member.IsInSource()
            ? _everywhere.GetOrAdd(member.OriginalDefinition, m => IsOfThisCompilation(m) ? FindEverywhere(m) : default)
            : default;

    /// <summary>What its own type writes; others may write it as well.</summary>
    public ImmutableArray<IOperation> Own(ISymbol member) =>
        member.IsInSource() && member is IFieldSymbol { IsConst: false } or IPropertySymbol { SetMethod: not null }
            ? _own.GetOrAdd(member.OriginalDefinition, OwnOf)
            : ImmutableArray<IOperation>.Empty;

    private ImmutableArray<IOperation> OwnOf(ISymbol member) => _source.RootsMentioning(member.Name, member.ContainingType);

    private bool IsConfined(ISymbol member) =>
        _source.Declares(member)
        && member switch
        {
            IFieldSymbol field => field.IsReadOnly || field.DeclaredAccessibility == Accessibility.Private,
            IPropertySymbol property => CompilationBodies.IsAuto(property)
                && (
                    property.SetMethod is null
                    || (property.SetMethod is { IsInitOnly: false } setter && setter.DeclaredAccessibility == Accessibility.Private)
                )
                && !IsOverridden(property),
            _ => false,
        };

    private bool IsOverridden(IPropertySymbol property) =>
        (property.IsVirtual || (property.IsOverride && !property.IsSealed))
        && property is { GetMethod: { } getter, ContainingType.IsSealed: false }
        && _source.Types.ImplementationsOf(getter).Length > 1;

    private bool IsOfThisCompilation(ISymbol member) =>
        _source.Declares(member)
        && (CallSites.IsApplication(_source.Compilation) || !CallSites.IsPublic(member))
        && member.GetAttributes().IsEmpty
        && member switch
        {
            IFieldSymbol { IsConst: false } field => IsLibraryObject(field.Type),
            IPropertySymbol { IsVirtual: false, IsOverride: false, IsAbstract: false } property => CompilationBodies.IsAuto(property)
                && IsLibraryObject(property.Type)
                && !property.ContainingType.AllInterfaces.Any(i => !i.GetMembers(property.Name).IsEmpty),
            _ => false,
        };

    private static bool IsLibraryObject(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeKind: TypeKind.Class, SpecialType: SpecialType.None } && !type.IsInSource();

    private ImmutableArray<IOperation> FindEverywhere(ISymbol member)
    {
        var outside = _source.RootsAround(AssignmentsOutside(member), MaximumOutside);
        return outside.IsDefault ? default : OwnOf(member).AddRange(outside);
    }

    private IEnumerable<SyntaxToken> AssignmentsOutside(ISymbol member) =>
        OperationSource.Outside(
            member.ContainingType,
            _source.Compilation.SyntaxTrees.SelectMany(t => IdentifierIndex.Tokens(t, member.Name)).Where(IsWritten)
        );

    /// <summary>The name stands where something is written: left of an assignment, or passed by reference.</summary>
    private static bool IsWritten(SyntaxToken token)
    {
        if (token.Parent is not SimpleNameSyntax name)
        {
            return false;
        }

        ExpressionSyntax written = name;
        while (written.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            if (written.Parent is MemberAccessExpressionSyntax access && access.Name != written)
            {
                return false;
            }

            written = (ExpressionSyntax)written.Parent;
        }

        return written.Parent switch
        {
            AssignmentExpressionSyntax assignment => assignment.Left == written,
            ConditionalAccessExpressionSyntax { Parent: AssignmentExpressionSyntax } => true,
            ArgumentSyntax { RefKindKeyword.RawKind: not 0 } => true,
            ArgumentSyntax { Parent: TupleExpressionSyntax } => true,
            RefExpressionSyntax => true,
            _ => false,
        };
    }
}
