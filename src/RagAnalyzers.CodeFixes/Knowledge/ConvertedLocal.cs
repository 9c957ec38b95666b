using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Knowledge;

/// <summary>A local that served the job alone and is declared anew for the vector store.</summary>
/// <param name="Declarator">Its declarator.</param>
/// <param name="Name">Its new name.</param>
/// <param name="Value">Its new value, or null to keep it.</param>
/// <param name="Type">Its new type where the old one is written out.</param>
internal sealed record ConvertedLocal(VariableDeclaratorSyntax Declarator, string Name, ExpressionSyntax? Value = null, string? Type = null)
{
    /// <summary>The local, or null when something besides the job call uses it.</summary>
    public static ConvertedLocal? For(VariableDeclaratorSyntax declarator, TrainingRun run, CancellationToken cancellationToken)
    {
        if (
            declarator.Parent is not VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax }
            || run.Model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol local
        )
        {
            return null;
        }

        var uses = LocalValues.Uses(local, run.Model, cancellationToken).ToImmutableArray();
        return uses.Length == 1 && run.Job.Expression.Span.Contains(uses[0].Span)
            ? new ConvertedLocal(declarator, FreshNames.In(run.Job, "vectorStoreClient"))
            : null;
    }

    /// <summary>Declares the local anew in a root that tracks the declarator.</summary>
    public SyntaxNode Apply(SyntaxNode root)
    {
        var declaration = (VariableDeclarationSyntax)root.GetCurrentNode(Declarator)!.Parent!;
        var declarator = declaration.Variables[0];
        var changed = declarator.WithIdentifier(SyntaxFactory.Identifier(Name).WithTriviaFrom(declarator.Identifier));
        if (Value is not null)
        {
            changed = changed.WithInitializer(declarator.Initializer!.WithValue(Value.WithTriviaFrom(declarator.Initializer.Value)));
        }

        var result = declaration.WithVariables(SyntaxFactory.SingletonSeparatedList(changed));
        if (Type is not null && !declaration.Type.IsVar)
        {
            result = result.WithType(SyntaxFactory.ParseTypeName(Type).WithTriviaFrom(declaration.Type));
        }

        return root.ReplaceNode(declaration, result);
    }
}
