using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Output.Guards;

/// <summary>Behind the call whose response a local holds comes a look at how the answer ended.</summary>
internal sealed class OutcomeGuard : AnswerGuard
{
    private protected override ProposedFix? Propose(UnguardedAnswer answer, CancellationToken cancellationToken)
    {
        if (
            answer.Call is not { } call
            || !answer.ComesFromCall
            || Declared(call) is not { Parent.Parent: LocalDeclarationStatementSyntax statement } declarator
            || answer.Model.GetDeclaredSymbol(declarator, cancellationToken) is not ILocalSymbol local
            || LocalValues.Of(local, answer.Model, cancellationToken).Count() != 1
            || answer.Model.Compilation.GetTypeByMetadataName("System.InvalidOperationException") is not { } exception
        )
        {
            return null;
        }

        var names = new TypeNames(answer.Model, call.SpanStart);
        var isWrapped =
            local.Type is INamedTypeSymbol { TypeArguments.Length: 1 } && IsNamed(local.Type, "System.ClientModel.ClientResult");
        var type = isWrapped ? ((INamedTypeSymbol)local.Type).TypeArguments[0] : local.Type;
        if (
            CheckOf(type, declarator.Identifier.Text + (isWrapped ? ".Value" : string.Empty), answer.Model.Compilation, names)
            is not var (condition, reason)
        )
        {
            return null;
        }

        var layout = answer.Layout;
        var indent = Statements.IndentOf(statement, layout);
        var check = SyntaxFactory.ParseStatement(
            layout.Indented(
                $"if ({condition})\n{layout.Unit}throw new {names.Of(exception)}($\"The model gave no complete answer: {{{reason}}}.\");",
                indent
            ),
            options: answer.Root.SyntaxTree.Options
        );
        var mark = new SyntaxAnnotation();
        SyntaxNode root = answer.Root.TrackNodes(statement, answer.Use);
        root = root.ReplaceNode(root.GetCurrentNode(answer.Use)!, root.GetCurrentNode(answer.Use)!.WithAdditionalAnnotations(mark));
        root = Statements.InsertAfter(root, root.GetCurrentNode(statement)!, check, layout, indent);
        root = UsingDirectives.Add((CompilationUnitSyntax)root, names.Imports, layout);
        return new ProposedFix("Check how the answer ended", answer.Document.WithSyntaxRoot(root), mark);
    }

    /// <summary>The local that is declared with what the call returns, in a statement that others can follow.</summary>
    private static VariableDeclaratorSyntax? Declared(InvocationExpressionSyntax call)
    {
        SyntaxNode value = call;
        while (
            value.Parent is AwaitExpressionSyntax or ParenthesizedExpressionSyntax
            || value.Parent is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" or "Value" } access
                && access.Expression == value
            || value.Parent
                is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait" } }
                && value is MemberAccessExpressionSyntax
        )
        {
            value = value.Parent;
        }

        return
            value.Parent
                is EqualsValueClauseSyntax
                {
                    Parent: VariableDeclaratorSyntax
                    {
                        Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement }
                    } declarator
                }
            && Statements.IsInList(statement)
            ? declarator
            : null;
    }

    /// <summary>The condition under which the answer is none, and what says why.</summary>
    private static (string Condition, string Reason)? CheckOf(ITypeSymbol type, string response, Compilation compilation, TypeNames names)
    {
        string? Enum(string name) => compilation.GetTypeByMetadataName(name) is { } found ? names.Of(found) : null;
        if (IsNamed(type, "OpenAI.Chat.ChatCompletion") && Enum("OpenAI.Chat.ChatFinishReason") is { } finish)
        {
            return (
                $"{response}.FinishReason != {finish}.Stop || {response}.Refusal != null",
                $"{response}.Refusal ?? {response}.FinishReason.ToString()"
            );
        }

        if (
            (IsNamed(type, "OpenAI.Responses.ResponseResult") || IsNamed(type, "OpenAI.Responses.OpenAIResponse"))
            && Enum("OpenAI.Responses.ResponseStatus") is { } status
        )
        {
            return ($"{response}.Status != {status}.Completed", $"{response}.Status");
        }

        return
            IsNamed(type, "Microsoft.Extensions.AI.ChatResponse")
            && type is INamedTypeSymbol { TypeArguments.IsEmpty: true }
            && Enum("Microsoft.Extensions.AI.ChatFinishReason") is { } reason
            ? (
                $"{response}.FinishReason == {reason}.Length || {response}.FinishReason == {reason}.ContentFilter",
                $"{response}.FinishReason"
            )
            : null;
    }
}
