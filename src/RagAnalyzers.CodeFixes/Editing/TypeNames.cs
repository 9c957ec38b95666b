using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// Writes type names for one place in a document, as short as they can be there, and collects the using directives that this takes.
/// </summary>
internal sealed class TypeNames(SemanticModel model, int position)
{
    private const string AttributeSuffix = "Attribute";

    private readonly SortedSet<string> _imports = new(StringComparer.Ordinal);

    /// <summary>The namespaces that must be imported for the names given out so far.</summary>
    public IEnumerable<string> Imports => _imports;

    /// <summary>
    /// The name of a type that the document may not mention yet; its namespace is imported when that changes no other name.
    /// </summary>
    public string Of(INamedTypeSymbol type)
    {
        type = (INamedTypeSymbol)type.WithNullableAnnotation(NullableAnnotation.None);
        var shortest = type.ToMinimalDisplayString(model, position);
        if (shortest == type.Name || type.ContainingNamespace is not { IsGlobalNamespace: false } space || type.ContainingType is not null)
        {
            return shortest;
        }

        var isFree = model.LookupNamespacesAndTypes(position, name: type.Name).IsEmpty;
        return isFree && TryImport(space) ? type.Name : shortest;
    }

    /// <summary>The name of an attribute as it is written in brackets.</summary>
    public string OfAttribute(INamedTypeSymbol type) =>
        Of(type) is var name && name.EndsWith(AttributeSuffix, StringComparison.Ordinal)
            ? name.Substring(0, name.Length - AttributeSuffix.Length)
            : name;

    /// <summary>Makes the extension methods of the type callable; false when that would change another name.</summary>
    public bool TryImportExtensions(INamedTypeSymbol type) =>
        model.LookupNamespacesAndTypes(position, name: type.Name).Any(found => SymbolEqualityComparer.Default.Equals(found, type))
        || IsImported(type)
        || TryImport(type.ContainingNamespace);

    /// <summary>Imports the namespace, unless a name in the document would then mean two things.</summary>
    public bool TryImport(INamespaceSymbol space)
    {
        var name = space.ToDisplayString();
        if (
            !_imports.Contains(name)
            && model
                .SyntaxTree.GetRoot()
                .DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken))
                .Select(token => token.ValueText)
                .Distinct()
                .Any(text => IsAlsoIn(space, text))
        )
        {
            return false;
        }

        _imports.Add(name);
        return true;
    }

    /// <summary>A type of the same name may be nearer; the extension methods are in scope all the same.</summary>
    private bool IsImported(INamedTypeSymbol type) =>
        model
            .GetImportScopes(position)
            .SelectMany(static scope => scope.Imports)
            .Any(import =>
                SymbolEqualityComparer.Default.Equals(import.NamespaceOrType, type)
                || import.NamespaceOrType is INamespaceSymbol space && space.ToDisplayString() == type.ContainingNamespace.ToDisplayString()
            );

    private bool IsAlsoIn(INamespaceSymbol space, string text) =>
        space.GetTypeMembers(text).Any(type => type.DeclaredAccessibility == Accessibility.Public)
        && model
            .LookupNamespacesAndTypes(position, name: text)
            .Any(found => !SymbolEqualityComparer.Default.Equals(found.ContainingSymbol, space));
}
