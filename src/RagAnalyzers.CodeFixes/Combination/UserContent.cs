using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Combination;

/// <summary>
/// Finds what the user says in a model call that is written out: the content of its last user message, or the text that is its whole
/// prompt.
/// </summary>
internal static class UserContent
{
    public static ExpressionSyntax? Of(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        var messages = call
            .ArgumentList.DescendantNodes()
            .Select(node => OfMessage(node, model, cancellationToken))
            .OfType<ExpressionSyntax>()
            .ToList();
        var content = messages.Count > 0 ? messages[messages.Count - 1] : OfText(call, model, cancellationToken);
        return content is null ? null : PlainSyntax.WithoutParentheses(content);
    }

    private static ExpressionSyntax? OfMessage(SyntaxNode node, SemanticModel model, CancellationToken cancellationToken)
    {
        if (
            node is not (BaseObjectCreationExpressionSyntax or InvocationExpressionSyntax)
            || model.GetSymbolInfo(node, cancellationToken).Symbol is not IMethodSymbol method
        )
        {
            return null;
        }

        var arguments = (node as BaseObjectCreationExpressionSyntax)?.ArgumentList ?? (node as InvocationExpressionSyntax)?.ArgumentList;
        if (arguments is null)
        {
            return null;
        }

        return (method.ContainingType.Name, method.Name) switch
        {
            ("UserChatMessage", ".ctor") or (_, "CreateUserMessage" or "CreateUserMessageItem") when arguments.Arguments is [var only] =>
                only.Expression,
            ("ChatMessage", ".ctor")
                when arguments.Arguments
                    is [{ Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "User" } }, var content] =>
                content.Expression,
            _ => null,
        };
    }

    private static ExpressionSyntax? OfText(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (model.GetSymbolInfo(call, cancellationToken).Symbol is not IMethodSymbol method)
        {
            return null;
        }

        for (var i = 0; i < call.ArgumentList.Arguments.Count; i++)
        {
            var argument = call.ArgumentList.Arguments[i];
            var parameter =
                argument.NameColon is { Name.Identifier.ValueText: var name } ? method.Parameters.FirstOrDefault(p => p.Name == name)
                : i < method.Parameters.Length ? method.Parameters[i]
                : null;
            if (
                parameter is { Name: "chatMessage" or "userInputText" or "prompt" or "promptTemplate" or "message" or "messages" }
                && model.GetTypeInfo(argument.Expression, cancellationToken).Type?.SpecialType == SpecialType.System_String
            )
            {
                return argument.Expression;
            }
        }

        return null;
    }
}
