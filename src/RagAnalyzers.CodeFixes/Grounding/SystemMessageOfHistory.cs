using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>The system message that Semantic Kernel's history begins with: <c>var history = new ChatHistory(text)</c>.</summary>
/// <param name="Creation">What makes the history.</param>
/// <param name="Statement">The statement that declares it.</param>
/// <param name="Name">The name that it is declared under.</param>
internal sealed record SystemMessageOfHistory(
    BaseObjectCreationExpressionSyntax Creation,
    LocalDeclarationStatementSyntax Statement,
    string Name
)
{
    private const string History = "ChatHistory";

    /// <summary>Reads a creation; null when it makes no history with a text alone, or a further statement cannot follow it.</summary>
    public static SystemMessageOfHistory? Of(ExpressionSyntax creation) =>
        creation is BaseObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 1, Initializer: null } made
        && made.Parent
            is EqualsValueClauseSyntax
            {
                Parent: VariableDeclaratorSyntax
                {
                    Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } declaration
                } declarator
            }
        && NameOf((made as ObjectCreationExpressionSyntax)?.Type ?? declaration.Type) == History
        && statement.UsingKeyword.IsKind(SyntaxKind.None)
        && Statements.IsInList(statement)
            ? new SystemMessageOfHistory(made, statement, declarator.Identifier.ValueText)
            : null;

    /// <summary>The history begins with the rules, and a user message with the passages follows.</summary>
    /// <param name="content">The text of the system message.</param>
    /// <param name="rules">What stays of it, or null.</param>
    /// <param name="passages">What the user message says.</param>
    public SyntaxNode Split(SyntaxNode root, ExpressionSyntax content, ExpressionSyntax? rules, ExpressionSyntax passages, Layout layout)
    {
        var begun = rules is null
            ? Creation.WithArgumentList(PlainSyntax.NoArguments().WithTriviaFrom(Creation.ArgumentList!))
            : Creation.ReplaceNode(content, rules.WithTriviaFrom(content));
        // A comment behind the declaration stays there.
        var (end, line) = (Statement.GetTrailingTrivia(), SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(layout.NewLine)));
        var endsLine = end.Any(SyntaxKind.EndOfLineTrivia);
        var said = SyntaxFactory
            .ParseStatement($"{Name}.AddUserMessage({passages.WithoutTrivia().ToFullString()});", options: Creation.SyntaxTree.Options)
            .WithLeadingTrivia(SyntaxFactory.Whitespace(layout.IndentAt(Statement)))
            .WithTrailingTrivia(endsLine ? line : end);
        return root.ReplaceNode(
            Statement,
            new SyntaxNode[] { Statement.ReplaceNode(Creation, begun).WithTrailingTrivia(endsLine ? end : line), said }
        );
    }

    private static string? NameOf(TypeSyntax type) =>
        type switch
        {
            IdentifierNameSyntax name => name.Identifier.ValueText,
            QualifiedNameSyntax { Right: IdentifierNameSyntax name } => name.Identifier.ValueText,
            _ => null,
        };
}
