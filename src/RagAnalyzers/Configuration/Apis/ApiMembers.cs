using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Configuration.Apis;

/// <summary>Finds the members that lines of a table are about.</summary>
internal static class ApiMembers
{
    private static readonly SymbolDisplayFormat Simple = new(
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.ExpandNullable
    );

    /// <summary>The ways in which a type may be written: by its name or its full name, with or without keywords, <c>?</c> for null.</summary>
    private static readonly ImmutableArray<SymbolDisplayFormat> Formats = ImmutableArray
        .Create(Simple, Qualified(SymbolDisplayTypeQualificationStyle.NameAndContainingTypes), FullyQualified)
        .SelectMany(static f =>
            new[]
            {
                f,
                f.WithMiscellaneousOptions(f.MiscellaneousOptions & ~SymbolDisplayMiscellaneousOptions.UseSpecialTypes),
                f.WithMiscellaneousOptions(f.MiscellaneousOptions & ~SymbolDisplayMiscellaneousOptions.ExpandNullable),
            }
        )
        .ToImmutableArray();

    private static SymbolDisplayFormat FullyQualified => Qualified(SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    /// <summary>The members of a compilation that a line names.</summary>
    /// <returns>
    /// The members; or what is wrong; or neither, where no assembly at hand has the type: one table serves projects with other references.
    /// </returns>
    public static (ImmutableArray<ISymbol> Members, string? Problem) Named(string name, Compilation compilation) =>
        ApiSignature.IsDocumentationId(name) ? ById(name, compilation)
        : ApiSignature.Read(name) is { } signature ? BySignature(signature, compilation)
        : (ImmutableArray<ISymbol>.Empty, null);

    /// <summary>A member as the table names it: with its full name, and with its parameters by their simple names.</summary>
    public static string NameOf(ISymbol member)
    {
        var type = member.ContainingType.ToDisplayString(FullyQualified);
        var arity = member is IMethodSymbol { TypeParameters: { IsEmpty: false } parameters }
            ? $"<{string.Join(", ", parameters.Select(static p => p.Name))}>"
            : string.Empty;
        return member is IMethodSymbol
            ? $"{type}.{member.Name}{arity}({string.Join(", ", member.Parameters().Select(static p => Shown(p.Type)))})"
            : $"{type}.{member.Name}";
    }

    /// <summary>The line is about the member.</summary>
    public static bool IsAbout(ApiLine line, ISymbol member) =>
        ApiSignature.IsDocumentationId(line.Member)
            ? DocumentationCommentId.CreateDeclarationId(member) == line.Member
            : ApiSignature.Read(line.Member) is { } signature
                && Fits(member, signature)
                && TypesNamed(signature, member.ContainingAssembly)
                    .Any(t => SymbolEqualityComparer.Default.Equals(t, member.ContainingType.OriginalDefinition));

    private static string Shown(ITypeSymbol type) =>
        type.WithNullableAnnotation(NullableAnnotation.None)
            .ToDisplayString(Simple.RemoveMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.ExpandNullable));

    private static SymbolDisplayFormat Qualified(SymbolDisplayTypeQualificationStyle style) =>
        new(
            globalNamespaceStyle: SymbolDisplayGlobalNamespaceStyle.Omitted,
            typeQualificationStyle: style,
            genericsOptions: Simple.GenericsOptions,
            miscellaneousOptions: Simple.MiscellaneousOptions
        );

    private static (ImmutableArray<ISymbol>, string?) ById(string id, Compilation compilation)
    {
        var members = DocumentationCommentId.GetSymbolsForDeclarationId(id, compilation);
        if (!members.IsEmpty || id[0] == 'T')
        {
            return (members, null);
        }

        var open = id.IndexOf('(');
        var path = open < 0 ? id : id.Substring(0, open);
        var dot = path.LastIndexOf('.');
        if (dot < 3)
        {
            return (members, $"'{id}' names no member of a type");
        }

        var type = path.Substring(2, dot - 2);
        return DocumentationCommentId.GetSymbolsForDeclarationId("T:" + type, compilation).IsEmpty
            ? (members, null)
            : (members, $"'{type}' has no member '{id.Substring(dot + 1)}'");
    }

    private static (ImmutableArray<ISymbol>, string?) BySignature(ApiSignature signature, Compilation compilation)
    {
        var types = compilation
            .SourceModule.ReferencedAssemblySymbols.Add(compilation.Assembly)
            .SelectMany(a => TypesNamed(signature, a))
            .ToList();
        if (types.Count == 0)
        {
            return (ImmutableArray<ISymbol>.Empty, null);
        }

        var (name, _) = signature.Names[signature.Names.Length - 1];
        var members = types.SelectMany(t => t.GetMembers(name)).ToList();
        var fitting = members.Where(m => Fits(m, signature)).ToImmutableArray();
        var shown = types[0].ToDisplayString(FullyQualified);
        return !fitting.IsEmpty ? (fitting, null)
            : members.Count == 0 ? (fitting, $"'{shown}' has no member '{name}'")
            : (
                fitting,
                $"'{shown}' has no '{name}' with these parameters; it has {string.Join(" and ", members.Select(static m => "'" + Parameters(m) + "'"))}"
            );
    }

    private static string Parameters(ISymbol member) =>
        $"{member.Name}({string.Join(", ", member.Parameters().Select(static p => Shown(p.Type)))})";

    /// <summary>The types of an assembly that may be what the signature says before the member's name.</summary>
    private static IEnumerable<INamedTypeSymbol> TypesNamed(ApiSignature signature, IAssemblySymbol assembly)
    {
        var names = signature.Names.RemoveAt(signature.Names.Length - 1);
        for (var types = 1; types <= names.Length; types++)
        {
            var space = names.Take(names.Length - types).ToList();
            if (space.Exists(static n => n.Arity > 0))
            {
                break;
            }

            var nested = string.Join("+", names.Skip(space.Count).Select(static n => n.Arity == 0 ? n.Name : $"{n.Name}`{n.Arity}"));
            var prefix = string.Concat(space.Select(static n => n.Name + "."));
            if (assembly.GetTypeByMetadataName(prefix + nested) is { } type)
            {
                yield return type;
            }
        }
    }

    private static bool Fits(ISymbol member, ApiSignature signature)
    {
        var (name, arity) = signature.Names[signature.Names.Length - 1];
        if (member.Name != name || (arity > 0 && (member as IMethodSymbol)?.Arity != arity))
        {
            return false;
        }

        if (signature.Parameters.IsDefault)
        {
            return true;
        }

        var parameters = member.Parameters();
        return parameters.Length == signature.Parameters.Length
            && parameters.Zip(signature.Parameters, static (p, written) => IsWritten(p.Type, written)).All(static same => same);
    }

    private static bool IsWritten(ITypeSymbol type, string written)
    {
        var plain = type.WithNullableAnnotation(NullableAnnotation.None);
        var ways = Formats.Select(f => ApiSignature.Plain(plain.ToDisplayString(f)));

        // Whether a reference may be null is no part of a signature.
        return ways.Any(w => w == written || w == written.Replace("?", string.Empty));
    }
}
