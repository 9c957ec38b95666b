using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Output.Guards;

/// <summary>A simple statement that reads the answer goes into a try whose catch says what was wrong.</summary>
internal sealed class CatchGuard : AnswerGuard
{
    private protected override ProposedFix? Propose(UnguardedAnswer answer, CancellationToken cancellationToken)
    {
        // TryGetResult is better where there is one.
        var isTyped =
            answer.Use is MemberAccessExpressionSyntax
            && IsNamed(
                answer.Model.GetSymbolInfo(answer.Use, cancellationToken).Symbol?.ContainingType,
                "Microsoft.Extensions.AI.ChatResponse"
            );
        if (
            isTyped
            || EvaluatingStatement(answer.Use, always: false) is not { } statement
            || !(IsSimple(statement) || IsHead(answer.Use, statement))
            || !Statements.IsInList(statement)
            || Statements.HoldsDirectives(statement)
            || (statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax && DeclaresOthers(statement))
            || answer.Model.Compilation.GetTypeByMetadataName("System.InvalidOperationException") is not { } wrapper
        )
        {
            return null;
        }

        var names = new TypeNames(answer.Model, answer.Use.SpanStart);
        var layout = answer.Layout;
        var indent = Statements.IndentOf(statement, layout);
        var mark = new SyntaxAnnotation();
        var marked = WithNullSaid(statement.ReplaceNode(answer.Use, answer.Use.WithAdditionalAnnotations(mark)), mark, names.Of(wrapper));
        string? declaration = null;
        var (repeated, name) = Repeated(answer, statement);
        if (!repeated.IsEmpty)
        {
            var type = answer.Model.GetTypeInfo(repeated[0], cancellationToken).Type!;
            var value = answer.Use.WithoutTrivia().WithAdditionalAnnotations(mark);
            if (repeated[0] is PostfixUnaryExpressionSyntax)
            {
                type = type.WithNullableAnnotation(NullableAnnotation.NotAnnotated);
                value = OrThrow(value, names.Of(wrapper));
            }

            declaration = $"{type.ToMinimalDisplayString(answer.Model, statement.SpanStart)} {name};";
            marked = Assignment(name, value);
        }
        else if (statement is LocalDeclarationStatementSyntax local)
        {
            if (Assigned(local, (LocalDeclarationStatementSyntax)marked, answer.Model, cancellationToken) is not var (declared, assignment))
            {
                return null;
            }

            declaration = declared;
            marked = assignment;
        }

        var caught = FreshNames.In(answer.Use, "exception", "parseException");
        var frame = (TryStatementSyntax)
            SyntaxFactory.ParseStatement(
                layout.Indented(
                    $"try\n{{\n{layout.Unit};\n}}\ncatch ({names.Of(answer.Exception)} {caught})\n{{\n{layout.Unit}throw new {names.Of(wrapper)}(\"The model's answer is not the expected JSON.\", {caught});\n}}",
                    indent
                )
            );
        var hole = frame.Block.Statements.Single();

        // A comment behind the statement goes on speaking of it.
        var (inside, behind) =
            repeated.IsEmpty && statement.GetTrailingTrivia().Any(CodeComments.Is)
                ? (statement.GetTrailingTrivia(), hole.GetTrailingTrivia())
                : (hole.GetTrailingTrivia(), statement.GetTrailingTrivia());
        var body = marked.WithLeadingTrivia(hole.GetLeadingTrivia()).WithTrailingTrivia(inside);
        frame = frame.ReplaceNode(hole, IndentedLines.Shift(body, layout.Unit));

        SyntaxNode root = answer.Root.TrackNodes(repeated.Append<SyntaxNode>(statement));
        if (declaration is not null)
        {
            root = Statements.InsertBefore(
                root,
                root.GetCurrentNode(statement)!,
                SyntaxFactory.ParseStatement(declaration),
                layout,
                indent
            );
        }

        var current = root.GetCurrentNode(statement)!;
        if (repeated.IsEmpty)
        {
            root = root.ReplaceNode(current, frame.WithLeadingTrivia(current.GetLeadingTrivia()).WithTrailingTrivia(behind));
        }
        else
        {
            root = Statements.InsertBefore(root, current, frame, layout, indent);
            root = root.ReplaceNodes(root.GetCurrentNodes<SyntaxNode>(repeated), (read, _) => PlainSyntax.Name(name).WithTriviaFrom(read));
        }

        root = UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, layout);
        return new ProposedFix($"Catch {answer.Exception.Name}", answer.Document.WithSyntaxRoot(root), mark);
    }

    private static bool IsSimple(StatementSyntax statement) =>
        statement is LocalDeclarationStatementSyntax or ExpressionStatementSyntax or ReturnStatementSyntax;

    /// <summary>The answer is the first that the head of a statement evaluates, so that it may as well be evaluated before the statement.</summary>
    private static bool IsHead(ExpressionSyntax use, StatementSyntax statement) =>
        EvaluatingStatement(use) == statement && IsEvaluatedFirst(use, statement);

    /// <summary>
    /// What a local in front of the statement takes the place of: the reads of a result that the statement or those behind it read again, or the
    /// answer in a statement's head; else none. With the name of the local.
    /// </summary>
    private static (ImmutableArray<ExpressionSyntax> Reads, string Name) Repeated(UnguardedAnswer answer, StatementSyntax statement)
    {
        var response = answer.Use is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.Text: var local } }
            ? local
            : null;
        if (!IsSimple(statement) && answer.Model.GetTypeInfo(answer.Use).Type is { } read)
        {
            IEnumerable<ExpressionSyntax> again = response is null
                ? []
                : RepeatedResult.From(statement, response).Where(r => r != answer.Use);
            var replaced = again
                .Prepend(answer.Use)
                .Select(r => r.Parent is PostfixUnaryExpressionSyntax suppressed && read.IsReferenceType ? suppressed : r);
            return (replaced.ToImmutableArray(), FreshNames.In(answer.Use, FreshNames.ForType(read), "result"));
        }

        if (
            response is null
            || answer.Use is not MemberAccessExpressionSyntax use
            || statement is LocalDeclarationStatementSyntax { Declaration.Variables: [{ Initializer.Value: { } value }] } && value == use
            || RepeatedResult.From(statement, response) is not { Count: > 1 } reads
            || answer.Model.GetTypeInfo(use).Type is not { } type
        )
        {
            return (ImmutableArray<ExpressionSyntax>.Empty, "");
        }

        return (reads.ToImmutableArray<ExpressionSyntax>(), FreshNames.In(use, FreshNames.ForType(type), "result"));
    }

    private static ExpressionStatementSyntax Assignment(string name, ExpressionSyntax value)
    {
        var assignment = (ExpressionStatementSyntax)SyntaxFactory.ParseStatement($"{name} = x;");
        return assignment.ReplaceNode(((AssignmentExpressionSyntax)assignment.Expression).Right, value);
    }

    /// <summary>What is declared on the way would not be known behind the try.</summary>
    private static bool DeclaresOthers(StatementSyntax statement) =>
        statement.DescendantNodes().Any(static n => n is DeclarationExpressionSyntax or VariableDesignationSyntax);

    /// <summary>Where the code says that the parse is never null, the JSON "null" is said to be one, unlike text that is no JSON.</summary>
    private static StatementSyntax WithNullSaid(StatementSyntax statement, SyntaxAnnotation parse, string exception)
    {
        var parsed = statement.GetAnnotatedNodes(parse).Single();
        var value = parsed.Parent is AwaitExpressionSyntax await ? await : parsed;
        if (
            value.Parent is not PostfixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.SuppressNullableWarningExpression } suppressed
            || suppressed.Parent
                is not (
                    EqualsValueClauseSyntax
                    or ReturnStatementSyntax
                    or AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression }
                )
        )
        {
            return statement;
        }

        var said = OrThrow((ExpressionSyntax)value, exception);
        return statement.ReplaceNode(suppressed, said.WithTrailingTrivia(suppressed.GetTrailingTrivia()));
    }

    /// <summary>The value, or an exception that says that it is null.</summary>
    private static ExpressionSyntax OrThrow(ExpressionSyntax value, string exception)
    {
        var thrown = SyntaxFactory.ParseExpression($"x ?? throw new {exception}(\"The model answered null.\")");
        return ((BinaryExpressionSyntax)thrown).WithLeft(value.WithTrailingTrivia(SyntaxFactory.Space));
    }

    /// <summary>The declaration without its value, and the assignment of the value.</summary>
    private static (string Declaration, StatementSyntax Assignment)? Assigned(
        LocalDeclarationStatementSyntax statement,
        LocalDeclarationStatementSyntax marked,
        SemanticModel model,
        CancellationToken cancellationToken
    )
    {
        if (
            statement is not { UsingKeyword.RawKind: 0, Modifiers.Count: 0, Declaration: { Variables: { Count: 1 } variables } }
            || model.GetDeclaredSymbol(variables[0], cancellationToken) is not ILocalSymbol { IsRef: false } local
            || marked.Declaration.Variables[0].Initializer?.Value is not { } value
        )
        {
            return null;
        }

        // A local declared as "var" may be null whatever it is given; one that is only given what is not null need not.
        var isNullSaid =
            value is BinaryExpressionSyntax { Right: ThrowExpressionSyntax }
            || (
                model.GetTypeInfo(variables[0].Initializer!.Value, cancellationToken).Nullability.FlowState == NullableFlowState.NotNull
                && LocalValues.Of(local, model, cancellationToken).Count() == 1
            );
        var declared =
            isNullSaid && local.Type.IsReferenceType ? local.Type.WithNullableAnnotation(NullableAnnotation.NotAnnotated) : local.Type;
        var type = statement.Declaration.Type.IsVar
            ? declared.ToMinimalDisplayString(model, statement.SpanStart)
            : statement.Declaration.Type.WithoutTrivia().ToFullString();
        var name = variables[0].Identifier.Text;
        return ($"{type} {name};", Assignment(name, value.WithoutTrivia()));
    }
}
