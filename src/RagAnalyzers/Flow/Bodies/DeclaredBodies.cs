using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.Flow.Bodies;

/// <summary>
/// Finds the declarations in a file whose operations are roots: methods, constructors, operators and accessors with a body, what fields and
/// properties are declared with, and the statements of the top level, which are one body together.
/// </summary>
/// <remarks>
/// Only what declares is read, and nothing is bound. Default values of parameters, values of enums and arguments of attributes are constants,
/// and no rule has anything to say of them.
/// </remarks>
internal static class DeclaredBodies
{
    /// <summary>The declarations in source order.</summary>
    /// <param name="root">The root of a file.</param>
    public static IEnumerable<SyntaxNode> In(SyntaxNode root)
    {
        if (root is not CompilationUnitSyntax unit)
        {
            return [];
        }

        var declared = unit.Members.SelectMany(static m => Of(m));
        return unit.Members.Any(static m => m is GlobalStatementSyntax) && TopLevelOf(unit.SyntaxTree) is { } program
            ? declared.Prepend(program)
            : declared;
    }

    /// <summary>What declares the body that the statements of the top level are; null in a script, whose statements have no operation.</summary>
    public static SyntaxNode? TopLevelOf(SyntaxTree tree) => tree.Options.Kind == SourceCodeKind.Regular ? tree.GetRoot() : null;

    /// <summary>
    /// A body or initializer with the head that names its type: <c>Client client = new("model")</c> names the type there alone.
    /// </summary>
    /// <param name="body">The declaration of a body.</param>
    public static SyntaxNode WithHead(SyntaxNode body) =>
        body switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax field } } => field,
            EqualsValueClauseSyntax { Parent: PropertyDeclarationSyntax property } => property,
            ArrowExpressionClauseSyntax { Parent: PropertyDeclarationSyntax property } => property,
            AccessorDeclarationSyntax { Parent.Parent: PropertyDeclarationSyntax property } => property,
            _ => body,
        };

    /// <summary>
    /// The declaration of the body or initializer that a node stands in; for the head of a field or property, its first one.
    /// </summary>
    public static SyntaxNode? Around(SyntaxNode? node)
    {
        for (var at = node; at is not null; at = at.Parent)
        {
            if (at is GlobalStatementSyntax)
            {
                return TopLevelOf(at.SyntaxTree);
            }

            if (IsBody(at))
            {
                return at;
            }
        }

        return node?.FirstAncestorOrSelf<VariableDeclaratorSyntax>()?.Initializer
            ?? node?.FirstAncestorOrSelf<VariableDeclarationSyntax>()
                ?.Variables.Select(static v => v.Initializer)
                .FirstOrDefault(static v => v is not null)
            ?? (
                node?.FirstAncestorOrSelf<PropertyDeclarationSyntax>() is { } property
                    ? property.Initializer ?? Of(property).FirstOrDefault()
                    : null
            );
    }

    private static bool IsBody(SyntaxNode node) =>
        node switch
        {
            BaseMethodDeclarationSyntax method => HasBody(method),
            AccessorDeclarationSyntax accessor => HasBody(accessor),
            ArrowExpressionClauseSyntax => node.Parent is PropertyDeclarationSyntax or IndexerDeclarationSyntax,
            EqualsValueClauseSyntax => node.Parent
                is PropertyDeclarationSyntax
                    or VariableDeclaratorSyntax { Parent.Parent: BaseFieldDeclarationSyntax },
            _ => false,
        };

    private static bool HasBody(BaseMethodDeclarationSyntax method) => method is not { Body: null, ExpressionBody: null };

    /// <summary>A block behind a word that is none of an accessor is half typed, and nothing is bound of it.</summary>
    private static bool HasBody(AccessorDeclarationSyntax accessor) =>
        accessor is not { Body: null, ExpressionBody: null } && !accessor.IsKind(SyntaxKind.UnknownAccessorDeclaration);

    private static IEnumerable<SyntaxNode> Of(MemberDeclarationSyntax member) =>
        member switch
        {
            BaseNamespaceDeclarationSyntax space => space.Members.SelectMany(static m => Of(m)),
            TypeDeclarationSyntax type => BaseCallOf(type).Concat(type.Members.SelectMany(static m => Of(m))),
            BaseMethodDeclarationSyntax method => HasBody(method) ? [method] : [],
            PropertyDeclarationSyntax property => AccessorsOf(property)
                .Concat<SyntaxNode>(property.ExpressionBody is { } read ? [read] : [])
                .Concat(property.Initializer is { } value ? [value] : []),
            IndexerDeclarationSyntax { ExpressionBody: { } read } => [read],
            BasePropertyDeclarationSyntax property => AccessorsOf(property),
            BaseFieldDeclarationSyntax field => field.Declaration.Variables.Select(static v => v.Initializer).OfType<SyntaxNode>(),
            _ => [],
        };

    private static IEnumerable<SyntaxNode> AccessorsOf(BasePropertyDeclarationSyntax property) =>
        property.AccessorList?.Accessors.Where(static a => HasBody(a)) ?? [];

    /// <summary>What a primary constructor calls; the operation of the whole declaration has it.</summary>
    private static IEnumerable<SyntaxNode> BaseCallOf(TypeDeclarationSyntax type) =>
        type.BaseList?.Types.Any(static t => t is PrimaryConstructorBaseTypeSyntax) == true ? [type] : [];
}
