using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Finds the bodies outside a member's type that may change what it holds: they name the member and the part, or hand what it holds to a
/// method that the compilation declares.
/// </summary>
internal sealed class MemberChangers
{
    /// <summary>To look at more of those who hand on a member called "Options" would bind half the compilation.</summary>
    private const int MaximumHanding = 12;

    private readonly OperationSource _source;
    private readonly ConcurrentDictionary<(ISymbol Member, string Part), ImmutableArray<IOperation>> _changers = new();
    private readonly ConcurrentDictionary<ISymbol, ImmutableArray<IOperation>> _handing = new(SymbolEqualityComparer.Default);

    // Classes of a large project have members of the same names.
    private readonly ConcurrentDictionary<string, ImmutableArray<SyntaxToken>> _handed = new();

    public MemberChangers(OperationSource source) => _source = source;

    /// <summary>The roots that change the part, or may.</summary>
    public ImmutableArray<IOperation> Of(ISymbol member, string part) =>
        member.DeclaredAccessibility == Accessibility.Private || !member.IsInSource()
            ? ImmutableArray<IOperation>.Empty
            : _changers.GetOrAdd((member.OriginalDefinition, part), k => Find(k.Member, k.Part));

    private ImmutableArray<IOperation> Find(ISymbol member, string part)
    {
        var naming = _source.RootsMentioning(member.Name, part, exceptIn: member.ContainingType);
        var handing = _handing.GetOrAdd(member, FindHanding);
        return naming.Union(handing).ToImmutableArray();
    }

    private ImmutableArray<IOperation> FindHanding(ISymbol member)
    {
        var tokens = OperationSource.Outside(member.ContainingType, _handed.GetOrAdd(member.Name, FindHanded));
        return _source.RootsAround(tokens, MaximumHanding) is { IsDefault: false } roots ? roots : ImmutableArray<IOperation>.Empty;
    }

    private ImmutableArray<SyntaxToken> FindHanded(string name) =>
        _source.Compilation.SyntaxTrees.SelectMany(t => IdentifierIndex.Tokens(t, name)).Where(IsHandedOn).ToImmutableArray();

    /// <summary>What the member holds is an argument of a method of a name that is declared here, or such an extension is called on it.</summary>
    private bool IsHandedOn(SyntaxToken token)
    {
        if (token.Parent is not SimpleNameSyntax name)
        {
            return false;
        }

        ExpressionSyntax held = name.Parent is MemberAccessExpressionSyntax read && read.Name == name ? read : name;
        var called = held.Parent switch
        {
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => call.Expression,
            MemberAccessExpressionSyntax { Parent: InvocationExpressionSyntax } extension when extension.Expression == held => extension,
            _ => null,
        };
        var method = called switch
        {
            MemberAccessExpressionSyntax access => access.Name,
            SimpleNameSyntax simple => simple,
            _ => null,
        };
        return method is not null && _source.Compilation.ContainsSymbolsWithName(method.Identifier.ValueText, SymbolFilter.Member);
    }

    /// <summary>
    /// The member, what it overrides and implements, and the properties of its type that do nothing but return it: who reads one has the same
    /// object.
    /// </summary>
    public static IEnumerable<ISymbol> Showing(ISymbol member) =>
        member is IFieldSymbol { AssociatedSymbol: null, DeclaredAccessibility: Accessibility.Private } field && field.IsInSource()
            ? field.ContainingType.GetMembers().OfType<IPropertySymbol>().Where(p => Returns(p, field.Name)).Prepend(member)
            : InheritedMembers.WithItself(member);

    private static bool Returns(IPropertySymbol property, string field) =>
        property.GetMethod?.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax() switch
        {
            ArrowExpressionClauseSyntax { Expression: var value } => Names(value, field),
            AccessorDeclarationSyntax { ExpressionBody.Expression: var value } => Names(value, field),
            AccessorDeclarationSyntax { Body.Statements: [ReturnStatementSyntax { Expression: { } value }] } => Names(value, field),
            _ => false,
        };

    private static bool Names(ExpressionSyntax value, string field) =>
        value switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText == field,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax, Name: var name } => name.Identifier.ValueText == field,
            _ => false,
        };
}
