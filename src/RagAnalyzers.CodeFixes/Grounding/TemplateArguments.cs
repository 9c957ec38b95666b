using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>Passes further values for the variables of a template.</summary>
internal static class TemplateArguments
{
    /// <summary>The tree with the values passed; null where what is passed cannot be added to.</summary>
    /// <param name="root">The tree; the call is in it.</param>
    /// <param name="call">The call in this tree.</param>
    public static SyntaxNode? Add(
        SyntaxNode root,
        InvocationExpressionSyntax call,
        RenderingCall rendering,
        IReadOnlyList<(string Name, ExpressionSyntax Value)> variables,
        SemanticModel model,
        Layout layout
    )
    {
        var entries = variables.Select(static v => $"[\"{v.Name}\"] = {v.Value.WithoutTrivia()}").ToList();
        switch (rendering.Arguments(call)?.Expression)
        {
            case null:
                var value = SyntaxFactory.ParseExpression($"{Creation(rendering, model)} {{ {string.Join(", ", entries)} }}");
                var longer = call.WithArgumentList(
                    CallArguments.Add(
                        call.ArgumentList,
                        rendering.Ordinals,
                        rendering.Method.Parameters.Select(static p => p.Name).ToImmutableArray(),
                        rendering.Taking.Ordinal,
                        _ => value,
                        layout
                    )
                );
                return root.ReplaceNode(call, longer);
            case BaseObjectCreationExpressionSyntax { Initializer: null or { RawKind: (int)SyntaxKind.ObjectInitializerExpression } } made
                when !made.DescendantTrivia().Any(static t => t.IsKind(SyntaxKind.EndOfLineTrivia))
                    && !variables.Any(v => made.ToString().Contains($"[\"{v.Name}\"]")):
                var before = made.Initializer?.Expressions.Select(static e => e.ToString()) ?? [];
                var head = made.WithInitializer(null).WithoutTrailingTrivia().ToString();
                var all = SyntaxFactory.ParseExpression($"{head} {{ {string.Join(", ", before.Concat(entries))} }}");
                return root.ReplaceNode(made, all.WithTriviaFrom(made));
            case IdentifierNameSyntax local
                when call.FirstAncestorOrSelf<StatementSyntax>() is { } statement
                    && Statements.IsInList(statement)
                    && statement is ExpressionStatementSyntax or LocalDeclarationStatementSyntax or ReturnStatementSyntax
                    && !call.Ancestors().TakeWhile(a => a != statement).Any(static a => a is AnonymousFunctionExpressionSyntax)
                    && IsMadeAround(call, local, variables):
                foreach (var entry in entries)
                {
                    var added = SyntaxFactory.ParseStatement($"{local.Identifier.ValueText}{entry};");
                    var mark = new SyntaxAnnotation();
                    root = root.ReplaceNode(statement, statement.WithAdditionalAnnotations(mark));
                    statement = (StatementSyntax)root.GetAnnotatedNodes(mark).Single();
                    root = Statements.InsertBefore(root, statement, added, layout, Statements.IndentOf(statement, layout));
                    statement = (StatementSyntax)root.GetAnnotatedNodes(mark).Single();
                }

                return root;
            default:
                return null;
        }
    }

    private static string Creation(RenderingCall rendering, SemanticModel model) =>
        ((CSharpParseOptions)model.SyntaxTree.Options).LanguageVersion >= LanguageVersion.CSharp9
            ? "new()"
            : "new "
                + rendering
                    .Taking.Type.WithNullableAnnotation(NullableAnnotation.None)
                    .ToMinimalDisplayString(model, rendering.Call.SpanStart);

    /// <summary>The local is made in the same member, and has no value of these names.</summary>
    private static bool IsMadeAround(
        InvocationExpressionSyntax call,
        IdentifierNameSyntax local,
        IReadOnlyList<(string Name, ExpressionSyntax Value)> variables
    )
    {
        var around =
            call.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? call.SyntaxTree.GetRoot();
        return around
                .DescendantNodes()
                .OfType<VariableDeclaratorSyntax>()
                .Any(d =>
                    d.Identifier.ValueText == local.Identifier.ValueText && d.Initializer is { Value: BaseObjectCreationExpressionSyntax }
                ) && !variables.Any(v => around.ToString().Contains($"[\"{v.Name}\"]"));
    }
}
