using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Knowledge;

/// <summary>The local that holds the job: it becomes the vector store, under a name that says so.</summary>
/// <param name="Local">The declaration.</param>
/// <param name="Uses">Where it is read.</param>
/// <param name="Members">The members of the job that a vector store has too, and their expressions on the new local.</param>
internal sealed record JobVariable(
    ConvertedLocal Local,
    ImmutableArray<IdentifierNameSyntax> Uses,
    ImmutableDictionary<string, string> Members
)
{
    /// <summary>The nodes that <see cref="Apply"/> looks for.</summary>
    public IEnumerable<SyntaxNode> Nodes => Uses.CastArray<SyntaxNode>().Add(Local.Declarator);

    /// <summary>The local that the job call initialises, or null when there is none.</summary>
    public static JobVariable? Of(TrainingRun run, VectorStoreCall call, TypeNames names, CancellationToken cancellationToken)
    {
        SyntaxNode value = run.Job;
        while (
            value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax
            || value.Parent
                is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "Result" }
            || (value.Parent is InvocationExpressionSyntax invocation && invocation.Expression == value)
        )
        {
            value = value.Parent;
        }

        if (
            value.Parent is not EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            || declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1 } declaration
            || run.Model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol local
        )
        {
            return null;
        }

        var converted = new ConvertedLocal(declarator, FreshNames.In(run.Job, "vectorStore"), Type: names.Of(call.ResultType));
        var uses = LocalValues.Uses(local, run.Model, cancellationToken).ToImmutableArray();
        return new JobVariable(converted, uses, call.MembersFor(isTyped: !declaration.Type.IsVar));
    }

    /// <summary>Renames the local in a root that tracks <see cref="Nodes"/>.</summary>
    public SyntaxNode Apply(SyntaxNode root)
    {
        foreach (var use in Uses)
        {
            var current = root.GetCurrentNode(use)!;
            root =
                current.Parent is MemberAccessExpressionSyntax access
                && access.Expression == current
                && Members.TryGetValue(access.Name.Identifier.ValueText, out var member)
                    ? root.ReplaceNode(access, SyntaxFactory.ParseExpression($"{Local.Name}.{member}").WithTriviaFrom(access))
                    : root.ReplaceNode(current, PlainSyntax.Name(Local.Name).WithTriviaFrom(current));
        }

        return Local.Apply(root);
    }
}
