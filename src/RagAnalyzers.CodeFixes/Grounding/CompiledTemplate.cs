using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>The text of a prompt template, what compiles it, and the language in which it is compiled.</summary>
internal static class CompiledTemplate
{
    /// <summary>
    /// The text is for this call alone: it stands in the call, or in the configuration object that the call is given, or is what a local is
    /// declared with that nothing else mentions.
    /// </summary>
    public static bool IsForThisCallAlone(
        ExpressionSyntax text,
        InvocationExpressionSyntax call,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        Holder(text) switch
        {
            { Parent: ArgumentSyntax { Parent: { } list } } => list == call.ArgumentList,
            { Parent: EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax local } } => OnlyMention(local, model, cancellationToken)
                is { Parent: ArgumentSyntax { Parent: { } taking } }
                && taking == call.ArgumentList,
            _ => false,
        };

    /// <summary>The one place beside its declaration that names a local; null where there are others, or none.</summary>
    public static IdentifierNameSyntax? OnlyMention(
        VariableDeclaratorSyntax local,
        SemanticModel model,
        CancellationToken cancellationToken
    ) =>
        model.GetDeclaredSymbol(local, cancellationToken) is ILocalSymbol
        && Around(local)
            .DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Where(n => n.Identifier.ValueText == local.Identifier.ValueText)
            .ToList()
            is [{ } only]
            ? only
            : null;

    /// <summary>The member that a node stands in; in a program of top-level statements, the program.</summary>
    public static SyntaxNode Around(SyntaxNode node) =>
        node.FirstAncestorOrSelf<MemberDeclarationSyntax>(static m => m is not GlobalStatementSyntax) ?? node.SyntaxTree.GetRoot();

    /// <summary>What stands around the name of a variable in the language; null of a language in which that is not known.</summary>
    public static (string Before, string After)? Placeholder(ExpressionSyntax text, InvocationExpressionSyntax call, IMethodSymbol method)
    {
        // What the configuration object says goes before what the call says.
        var language = Holder(text) is BaseObjectCreationExpressionSyntax { Initializer: { } initializer }
            ? initializer
                .Expressions.OfType<AssignmentExpressionSyntax>()
                .FirstOrDefault(static a => a.Left is IdentifierNameSyntax { Identifier.ValueText: "TemplateFormat" })
                ?.Right
            : CallArguments.For(call.ArgumentList, method, "templateFormat")?.Expression;
        var factory = CallArguments.For(call.ArgumentList, method, "promptTemplateFactory")?.Expression;
        return method.Name == "InvokeHandlebarsPromptAsync" ? ("{{", "}}")
            : language is LiteralExpressionSyntax { Token.Value: string named }
                ? named == "handlebars" ? ("{{", "}}")
                    : null
            : language is null
            && factory
                is null
                    or ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax { Identifier.ValueText: "KernelPromptTemplateFactory" } }
                ? ("{{$", "}}")
            : null;
    }

    /// <summary>The text itself, or the configuration object that is made with it.</summary>
    private static ExpressionSyntax Holder(ExpressionSyntax text) =>
        text.Parent switch
        {
            ArgumentSyntax { Parent: ArgumentListSyntax { Parent: BaseObjectCreationExpressionSyntax made } } => made,
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.ValueText: "Template" },
                Parent: InitializerExpressionSyntax { Parent: BaseObjectCreationExpressionSyntax made }
            } => made,
            _ => text,
        };
}
