using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Seams;

/// <summary>By which members other projects call a method.</summary>
internal static class SeamMembers
{
    /// <summary>
    /// The interface and abstract members that the method implements, where others see them; else the method itself, where they see that;
    /// else none.
    /// </summary>
    public static ImmutableArray<IMethodSymbol> Of(Picture picture, IMethodSymbol method)
    {
        var implemented = ImplementedBy(method)
            .Concat(OverriddenBy(method))
            .Select(static m => m.OriginalDefinition)
            .Distinct(Comparer)
            .ToList();

        // What a library asks a program to implement, every program implements as it likes.
        var seams = implemented.Where(m => IsVisible(m) && IsOfSolution(picture, m) && !TakesAnything(m)).ToImmutableArray();
        return !seams.IsEmpty ? seams
            : implemented.Count == 0 && IsVisible(method) ? ImmutableArray.Create(method)
            : ImmutableArray<IMethodSymbol>.Empty;
    }

    private static IEqualityComparer<IMethodSymbol> Comparer => SymbolEqualityComparer.Default;

    private static IEnumerable<IMethodSymbol> ImplementedBy(IMethodSymbol method) =>
        method.ExplicitInterfaceImplementations.Concat(
            method
                .ContainingType.AllInterfaces.SelectMany(i => i.GetMembers(method.Name).OfType<IMethodSymbol>())
                .Where(m => SymbolEqualityComparer.Default.Equals(method.ContainingType.FindImplementationForInterfaceMember(m), method))
        );

    private static IEnumerable<IMethodSymbol> OverriddenBy(IMethodSymbol method)
    {
        var overridden = method.OverriddenMethod;
        while (overridden?.OverriddenMethod is { } further)
        {
            overridden = further;
        }

        return overridden is null ? Enumerable.Empty<IMethodSymbol>() : [overridden];
    }

    private static bool IsVisible(ISymbol member)
    {
        for (var symbol = member; symbol is not (null or INamespaceSymbol); symbol = symbol.ContainingSymbol)
        {
            if (symbol.DeclaredAccessibility is not (Accessibility.Public or Accessibility.NotApplicable))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The member is declared here, or in another project of the solution: a build references its output, an editor itself.</summary>
    private static bool IsOfSolution(Picture picture, IMethodSymbol member) =>
        member.IsInSource()
        || picture.Compilation.GetMetadataReference(member.ContainingAssembly) switch
        {
            CompilationReference => true,
            PortableExecutableReference { FilePath: { } path } => IsOutput(path.Split('/', '\\')),
            _ => false,
        };

    private static bool IsOutput(string[] path) =>
        Array.Exists(path, static p => p is "obj" or "bin") && !Array.Exists(path, static p => p is ".nuget" or "packs" or "packages");

    /// <summary>A handler of whatever request: <c>IHandler&lt;TRequest, TResponse&gt;.Handle(TRequest)</c> is no seam of any of its implementations.</summary>
    private static bool TakesAnything(IMethodSymbol member) =>
        member.Parameters.Any(static p => p.Type is ITypeParameterSymbol { TypeParameterKind: TypeParameterKind.Type });
}
