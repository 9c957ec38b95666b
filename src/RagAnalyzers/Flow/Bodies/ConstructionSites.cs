using System.Collections.Concurrent;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Finds everything in the compilation that runs a constructor, and says whether that is all there can be: a type that a container, a
/// serializer or reflection may make (<c>AddSingleton&lt;T&gt;()</c>, <c>typeof(T)</c>) is made where nobody sees it.
/// </summary>
internal sealed class ConstructionSites
{
    /// <summary>What is made in more places says nothing together.</summary>
    private const int MaximumSites = 20;

    /// <summary>Creations that name no type and pass as many arguments; more of them are not looked at.</summary>
    private const int MaximumUnnamed = 60;

    // A tree outlives compilations.
    private static readonly ConditionalWeakTable<SyntaxTree, ImplicitObjectCreationExpressionSyntax[]> Unnamed = new();

    private readonly OperationSource _source;
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IOperation>> _sites = new(SymbolEqualityComparer.Default);
    private readonly ConcurrentDictionary<IMethodSymbol, ImmutableArray<IOperation>> _visible = new(SymbolEqualityComparer.Default);

    public ConstructionSites(OperationSource source) => _source = source;

    /// <summary>
    /// The creations, and the calls of other constructors, that run a constructor; default when others may exist that cannot be seen.
    /// </summary>
    public ImmutableArray<IOperation> Of(IMethodSymbol constructor) =>
        _sites.GetOrAdd(
            constructor.OriginalDefinition,
            c => Find(c) is { Count: > 0 and <= MaximumSites } sites ? sites.ToImmutableArray() : default
        );

    /// <summary>The creations that can be seen, whether or not there may be others; empty when there are too many of them.</summary>
    public ImmutableArray<IOperation> Visible(IMethodSymbol constructor) =>
        _visible.GetOrAdd(
            constructor.OriginalDefinition,
            c =>
            {
                var sites = new List<IOperation>();
                foreach (var name in _source.NamesOf(c.ContainingType.Name))
                {
                    TryAdd(name, c, sites);
                }

                return AddUnnamed(c, sites) && sites.Count <= MaximumSites ? sites.ToImmutableArray() : ImmutableArray<IOperation>.Empty;
            }
        );

    /// <summary>All of them, or null.</summary>
    private List<IOperation>? Find(IMethodSymbol constructor)
    {
        var type = constructor.ContainingType;
        if (!_source.Declares(type) || (!CallSites.IsApplication(_source.Compilation) && CallSites.IsPublic(constructor)))
        {
            return null;
        }

        var sites = new List<IOperation>();
        foreach (var name in _source.NamesOf(type.Name))
        {
            if (!TryAdd(name, constructor, sites) || sites.Count > MaximumSites)
            {
                return null;
            }
        }

        foreach (var node in type.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).OfType<TypeDeclarationSyntax>())
        {
            AddInitializers(node, constructor, sites);
        }

        return AddUnnamed(constructor, sites) ? sites : null;
    }

    /// <summary>Adds what a mention of the type runs; false when the type may be made where nobody sees it.</summary>
    private bool TryAdd(SimpleNameSyntax name, IMethodSymbol constructor, List<IOperation> sites)
    {
        SyntaxNode used = name;
        while (used.Parent is QualifiedNameSyntax or AliasQualifiedNameSyntax or NullableTypeSyntax or ArrayTypeSyntax)
        {
            used = used.Parent;
        }

        switch (used.Parent)
        {
            case ObjectCreationExpressionSyntax creation when creation.Type == used:
                if (_source.OperationOf(creation) is IObjectCreationOperation { Constructor: { } run } made && Is(run, constructor))
                {
                    sites.Add(made);
                }

                return true;
            case PrimaryConstructorBaseTypeSyntax based:
                if (_source.OperationOf(based) is IInvocationOperation { TargetMethod: { } target } call && Is(target, constructor))
                {
                    sites.Add(call);
                }

                return true;
            case SimpleBaseTypeSyntax { Parent.Parent: TypeDeclarationSyntax derived }:
                AddInitializers(derived, constructor, sites);
                return true;
            case TypeOfExpressionSyntax:
                return !IsMeant(name, constructor);
        }

        // `AddSingleton<T>()`, `Deserialize<List<T>>(...)`
        return !used.Ancestors()
                .TakeWhile(static a => a is not (StatementSyntax or MemberDeclarationSyntax or ArgumentListSyntax))
                .OfType<TypeArgumentListSyntax>()
                .Any(static a => IsOfCall(a.Parent)) || !IsMeant(name, constructor);
    }

    private static bool IsOfCall(SyntaxNode? generic) =>
        generic?.Parent is InvocationExpressionSyntax
        || (
            generic?.Parent is MemberAccessExpressionSyntax or MemberBindingExpressionSyntax
            && generic.Parent.Parent is InvocationExpressionSyntax
        );

    private bool IsMeant(SimpleNameSyntax name, IMethodSymbol constructor) =>
        _source.ModelOf(name.SyntaxTree).GetSymbolInfo(name).Symbol is not INamedTypeSymbol found
        || SymbolEqualityComparer.Default.Equals(found.OriginalDefinition, constructor.ContainingType);

    /// <summary><c>: base(...)</c> of a type that derives from it, <c>: this(...)</c> of its own.</summary>
    private void AddInitializers(TypeDeclarationSyntax type, IMethodSymbol constructor, List<IOperation> sites)
    {
        foreach (var declared in type.Members.OfType<ConstructorDeclarationSyntax>().Where(static c => c.Initializer is not null))
        {
            if (
                _source.RootOf(declared) is IConstructorBodyOperation { Initializer: { } initializer }
                && initializer.DescendantsAndSelf().OfType<IInvocationOperation>().FirstOrDefault() is { } call
                && Is(call.TargetMethod, constructor)
            )
            {
                sites.Add(call);
            }
        }
    }

    /// <summary>Adds the creations that name no type, <c>new(...)</c>; false when there are too many to look at.</summary>
    private bool AddUnnamed(IMethodSymbol constructor, List<IOperation> sites)
    {
        var required = constructor.Parameters.Count(static p => !p.IsOptional && !p.IsParams);
        var most = constructor.Parameters.Any(static p => p.IsParams) ? int.MaxValue : constructor.Parameters.Length;
        var candidates = _source
            .Compilation.SyntaxTrees.SelectMany(UnnamedIn)
            .Where(c => c.ArgumentList.Arguments.Count >= required && c.ArgumentList.Arguments.Count <= most)
            .Take(MaximumUnnamed + 1)
            .ToList();
        if (candidates.Count > MaximumUnnamed)
        {
            return false;
        }

        foreach (var candidate in candidates)
        {
            if (_source.OperationOf(candidate) is IObjectCreationOperation { Constructor: { } run } made && Is(run, constructor))
            {
                sites.Add(made);
            }
        }

        return true;
    }

    /// <summary>The creation of which this is the type's name, <c>new Uri(...)</c> or <c>new System.Uri(...)</c>; null for any other mention.</summary>
    public static ObjectCreationExpressionSyntax? Naming(SyntaxNode? name)
    {
        var type = name?.Parent is QualifiedNameSyntax { Right: var right } qualified && right == name ? qualified : name;
        return type?.Parent is ObjectCreationExpressionSyntax creation && creation.Type == type ? creation : null;
    }

    /// <summary>The creations of a file that name no type.</summary>
    public static ImplicitObjectCreationExpressionSyntax[] UnnamedIn(SyntaxTree tree) =>
        Unnamed.GetValue(tree, static t => t.GetRoot().DescendantNodes().OfType<ImplicitObjectCreationExpressionSyntax>().ToArray());

    private static bool Is(IMethodSymbol method, IMethodSymbol constructor) =>
        SymbolEqualityComparer.Default.Equals(method.OriginalDefinition, constructor);
}
