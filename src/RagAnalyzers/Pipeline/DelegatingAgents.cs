using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// Agents of the project's own around another agent (<c>class Audited(AIAgent inner) : DelegatingAIAgent(inner)</c>): what the inner one has, they
/// have, as long as their code asks nobody else and hands on the options as they are.
/// </summary>
internal static class DelegatingAgents
{
    private const string Base = "Microsoft.Agents.AI.DelegatingAIAgent";
    private const string Options = "AgentRunOptions";

    /// <summary>The constructor's parameter that is the inner agent; null for any other constructor, or where the options may be changed.</summary>
    public static string? InnerOf(IMethodSymbol constructor) =>
        constructor is { MethodKind: MethodKind.Constructor, ContainingType: { } type }
        && constructor.IsInSource()
        && type.BaseType.HasFullName(Base)
        && InnerIn(constructor) is { } inner
        && HandsOptionsOn(type, inner)
            ? inner
            : null;

    private static string? InnerIn(IMethodSymbol constructor)
    {
        var arguments = constructor.DeclaringSyntaxReferences.Select(static r => r.GetSyntax()).FirstOrDefault() switch
        {
            ConstructorDeclarationSyntax { Initializer: { ThisOrBaseKeyword.ValueText: "base" } initializer } => initializer.ArgumentList,
            TypeDeclarationSyntax { BaseList.Types: [PrimaryConstructorBaseTypeSyntax { ArgumentList: { } list }, ..] } => list,
            _ => null,
        };
        return
            arguments?.Arguments is [{ Expression: var passed }]
            && Inside(passed) is IdentifierNameSyntax { Identifier.ValueText: var name }
            && constructor.Parameters.Any(p => p.Name == name)
            ? name
            : null;
    }

    /// <summary>
    /// The options of a run are named nowhere in the type but where a call gets them, no others are made, and what is run is the inner agent.
    /// </summary>
    private static bool HandsOptionsOn(INamedTypeSymbol type, string inner)
    {
        var names = new HashSet<string>(
            type.GetMembers()
                .OfType<IMethodSymbol>()
                .SelectMany(static m => m.Parameters)
                .Where(static p => p.Type.Name == Options)
                .Select(static p => p.Name)
        );
        return type
            .DeclaringSyntaxReferences.SelectMany(static r => r.GetSyntax().DescendantNodes())
            .All(n =>
                n switch
                {
                    MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member, Expression: var asked } => !(
                        member.StartsWith("Run", System.StringComparison.Ordinal)
                        || member.StartsWith("GetResponse", System.StringComparison.Ordinal)
                    )
                        || asked is BaseExpressionSyntax
                        || asked.ToString() is var agent && (agent == inner || agent is "InnerAgent" or "this.InnerAgent"),
                    IdentifierNameSyntax { Identifier.ValueText: var name }
                        when name.EndsWith("RunOptions", System.StringComparison.Ordinal) => (
                        n.Parent is NullableTypeSyntax nullable ? nullable.Parent : n.Parent
                    ) is ParameterSyntax,
                    IdentifierNameSyntax { Identifier.ValueText: var name } => !names.Contains(name)
                        || Around(n) is ArgumentSyntax or NameColonSyntax,
                    _ => true,
                }
            );
    }

    private static ExpressionSyntax Inside(ExpressionSyntax expression) =>
        expression is ParenthesizedExpressionSyntax parenthesized ? Inside(parenthesized.Expression) : expression;

    private static SyntaxNode? Around(SyntaxNode node) =>
        node.Parent is ParenthesizedExpressionSyntax around ? Around(around) : node.Parent;
}
