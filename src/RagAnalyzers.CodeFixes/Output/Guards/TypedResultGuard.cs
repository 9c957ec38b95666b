using System.Collections.Generic;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Output.Guards;

/// <summary>
/// Microsoft.Extensions.AI: <c>Result</c> gives way to <c>TryGetResult</c>, and to an exception that says how the answer ended.
/// </summary>
internal sealed class TypedResultGuard : AnswerGuard
{
    private protected override ProposedFix? Propose(UnguardedAnswer answer, CancellationToken cancellationToken)
    {
        if (
            answer.Use is not MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Result" } use
            || answer.Model.GetSymbolInfo(use, cancellationToken).Symbol
                is not IPropertySymbol { ContainingType: { TypeArguments: { Length: 1 } types } typed }
            || !IsNamed(typed, "Microsoft.Extensions.AI.ChatResponse")
            || answer.Model.Compilation.GetTypeByMetadataName("System.InvalidOperationException") is not { } exception
        )
        {
            return null;
        }

        var names = new TypeNames(answer.Model, use.SpanStart);
        var thrown = names.Of(exception);
        var target = types[0].WithNullableAnnotation(NullableAnnotation.None).ToMinimalDisplayString(answer.Model, use.SpanStart);
        var expected = types[0].TypeKind == TypeKind.TypeParameter ? "valid answer" : $"'{target}'";
        string Throw(string response) => $"throw new {thrown}($\"The model gave no {expected}: {{{response}.FinishReason}}.\")";
        var changed = (BeforeStatement(answer, use, types[0], Throw) ?? InPlace(answer, use, types[0], Throw)) is { } root
            ? UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, answer.Layout)
            : null;
        return changed is null ? null : new ProposedFix("Ask with TryGetResult", answer.Document.WithSyntaxRoot(changed), Mended: null);
    }

    /// <summary>The response is asked before the statement that needs the result.</summary>
    private static SyntaxNode? BeforeStatement(
        UnguardedAnswer answer,
        MemberAccessExpressionSyntax use,
        ITypeSymbol target,
        System.Func<string, string> @throw
    )
    {
        var receiver = PlainSyntax.WithoutParentheses(use.Expression);
        var isLocal = receiver is IdentifierNameSyntax;
        if (
            (EvaluatingStatement(use) ?? (isLocal ? Repeating(use, receiver.ToString()) : null)) is not { } statement
            || !Statements.IsInList(statement)
        )
        {
            return null;
        }

        var layout = answer.Layout;
        var indent = Statements.IndentOf(statement, layout);
        if (!isLocal && (receiver is not AwaitExpressionSyntax || !IsEvaluatedFirst(use, statement)))
        {
            return null;
        }

        var response = isLocal ? receiver.ToString() : FreshNames.In(use, "response", "answer");
        var declared = DeclaredAsIs(statement, use, target, answer.Model);
        var value = declared ?? NameFor(use, target);
        if (value == response)
        {
            value = FreshNames.In(use, "result");
        }

        var asked = SyntaxFactory.ParseStatement(
            layout.Indented($"if (!{response}.TryGetResult(out var {value}))\n{layout.Unit}{@throw(response)};", indent)
        );
        var held = isLocal ? null : SyntaxFactory.ParseStatement($"var {response} = {receiver.WithoutTrivia().ToFullString()};");

        var tracked = answer.Root.TrackNodes(statement);
        SyntaxNode root = tracked;
        StatementSyntax Current() => root.GetCurrentNode(statement)!;
        if (held is not null)
        {
            root = Statements.InsertBefore(root, Current(), held, layout, indent);
        }

        if (declared is not null)
        {
            var current = Current();
            return root.ReplaceNode(
                current,
                Statements
                    .LikeLineOf(current, asked)
                    .WithLeadingTrivia(current.GetLeadingTrivia())
                    .WithTrailingTrivia(current.GetTrailingTrivia())
            );
        }

        // What is asked of a local once need not be asked of it again; an awaited call is another one each time.
        var places = isLocal
            ? RepeatedResult.From(Current(), response)
            : Current()
                .DescendantNodes()
                .OfType<MemberAccessExpressionSyntax>()
                .Where(node => node.Name.Identifier.ValueText == "Result" && node.ToString() == use.ToString())
                .Take(1);
        root = root.ReplaceNodes(places, (place, _) => PlainSyntax.Name(value).WithTriviaFrom(place));
        return Statements.InsertBefore(root, Current(), asked, layout, indent);
    }

    /// <summary>The statement that may come to the result, where that is read once more.</summary>
    private static StatementSyntax? Repeating(ExpressionSyntax use, string response) =>
        EvaluatingStatement(use, always: false) is { } statement && RepeatedResult.From(statement, response).Count > 1 ? statement : null;

    /// <summary>Where the statement need not come to the result, it is asked for in its place.</summary>
    private static SyntaxNode? InPlace(
        UnguardedAnswer answer,
        MemberAccessExpressionSyntax use,
        ITypeSymbol target,
        System.Func<string, string> @throw
    )
    {
        if (use.Expression is not IdentifierNameSyntax response)
        {
            return null;
        }

        var value = NameFor(use, target);
        var name = response.Identifier.Text;
        var coalesce =
            use.Parent is BinaryExpressionSyntax { RawKind: (int)SyntaxKind.CoalesceExpression } parent && parent.Left == use
                ? parent
                : null;
        ExpressionSyntax replaced = coalesce is null ? use : coalesce;
        var otherwise = coalesce is null ? @throw(name) : coalesce.Right.WithoutTrivia().ToFullString();
        var asked = SyntaxFactory.ParseExpression(
            $"{name}.TryGetResult(out var {value}) ? {value} : {otherwise}",
            options: answer.Root.SyntaxTree.Options
        );
        var isWhole =
            replaced.Parent
                is EqualsValueClauseSyntax
                    or ReturnStatementSyntax
                    or ArrowExpressionClauseSyntax
                    or ArgumentSyntax
                    or ParenthesizedExpressionSyntax
                    or LambdaExpressionSyntax
            || replaced.Parent is AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression };
        return answer.Root.ReplaceNode(replaced, (isWhole ? asked : PlainSyntax.Parenthesized(asked)).WithTriviaFrom(replaced));
    }

    /// <summary>The local that is declared with the result and nothing else, and can be declared as the out variable instead.</summary>
    private static string? DeclaredAsIs(StatementSyntax statement, ExpressionSyntax use, ITypeSymbol target, SemanticModel model) =>
        statement
            is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration: { Variables: { Count: 1 } variables } declaration }
        && variables[0] is { Initializer.Value: { } value } variable
        && PlainSyntax.WithoutParentheses(value) == use
        && (declaration.Type.IsVar || SymbolEqualityComparer.Default.Equals(model.GetTypeInfo(declaration.Type).Type, target))
            ? variable.Identifier.Text
            : null;

    private static string NameFor(ExpressionSyntax use, ITypeSymbol target) =>
        target
            is INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct, SpecialType: SpecialType.None, TypeArguments.IsEmpty: true }
            ? FreshNames.In(use, FreshNames.ForType(target), "result")
            : FreshNames.In(use, "result");
}
