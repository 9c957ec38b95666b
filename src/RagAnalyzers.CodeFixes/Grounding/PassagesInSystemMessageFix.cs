using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;
using RagAnalyzers.Text.Templates;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>
/// RAG6003: the passages are sent in a user message. What stands before them as sentences of its own stays in the system message, where the
/// messages are written out, or are added one by one.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(PassagesInSystemMessageFix))]
public sealed class PassagesInSystemMessageFix : RuleCodeFixProvider
{
    private const string Title = "Send the passages in a user message";

    private static readonly ImmutableDictionary<string, string> UserNames = ImmutableDictionary<string, string>
        .Empty.Add("SystemChatMessage", "UserChatMessage")
        .Add("DeveloperChatMessage", "UserChatMessage")
        .Add("CreateSystemMessage", "CreateUserMessage")
        .Add("CreateDeveloperMessage", "CreateUserMessage")
        .Add("CreateSystemMessageItem", "CreateUserMessageItem")
        .Add("CreateDeveloperMessageItem", "CreateUserMessageItem")
        .Add("AddSystemMessage", "AddUserMessage")
        .Add("AddDeveloperMessage", "AddUserMessage");

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG6003");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        if (PassagesInSystemMessageHandOver.Read(diagnostic) is { Template: { } template, Variables: var variables })
        {
            return InTemplate(root, template, variables) is { } edited
                ? ImmutableArray.Create(new ProposedFix(Title, document.WithSyntaxRoot(edited), Mended: null))
                : ImmutableArray<ProposedFix>.Empty;
        }

        if (
            await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
            || CallAt.Find(root, diagnostic.Location) is not { } message
            || ContentOf(message) is not { } content
            || MessageText.Of(content, model, cancellationToken) is not { } text
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var layout = Layout.Of(root, document);
        var isArgumentOfMany = ListElements.IsArgumentOfMany(message, model, cancellationToken);
        var (divided, passages) = text.Divide(root.TrackNodes([message, content, .. text.Nodes]), layout);
        message = divided.GetCurrentNode(message)!;
        content = divided.GetCurrentNode(content)!;
        var rules = text.Rules;
        SyntaxNode? changed;
        if (SystemMessageOfHistory.Of(message) is { } history)
        {
            changed = history.Split(divided, content, rules, passages, layout);
        }
        else if (UserMessage(message, content, passages) is not { } user)
        {
            changed = null;
        }
        else if (rules is null)
        {
            changed = divided.ReplaceNode(message, user.WithTriviaFrom(message));
        }
        else
        {
            changed = WithBoth(
                divided,
                message,
                message.ReplaceNode(content, rules.WithTriviaFrom(content)),
                user,
                isArgumentOfMany,
                layout
            );
        }

        return changed is null
            ? ImmutableArray<ProposedFix>.Empty
            : ImmutableArray.Create(new ProposedFix(Title, document.WithSyntaxRoot(changed), Mended: null));
    }

    /// <summary>The tree with the variables in a user message of the template; null where that cannot be.</summary>
    private static SyntaxNode? InTemplate(SyntaxNode root, Location template, ImmutableArray<string> variables) =>
        template.SourceTree == root.SyntaxTree
        && root.FindNode(template.SourceSpan, getInnermostNodeForTie: true) is ExpressionSyntax written
        && LiteralText.Of(written) is { } text
        && SystemMessageSplit.Of(text.Value, variables) is { } edits
        && text.With(edits) is { } changed
            ? root.ReplaceNode(written, changed)
            : null;

    private static ArgumentListSyntax? ArgumentsOf(ExpressionSyntax message) =>
        message switch
        {
            InvocationExpressionSyntax call => call.ArgumentList,
            BaseObjectCreationExpressionSyntax creation => creation.ArgumentList,
            _ => null,
        };

    /// <summary>The text of the message: its only argument, or the one behind the role.</summary>
    private static ExpressionSyntax? ContentOf(ExpressionSyntax message) =>
        ArgumentsOf(message)?.Arguments switch
        {
            [var text] => PlainSyntax.WithoutParentheses(text.Expression),
            [var role, var text] when IsSystem(role.Expression) => PlainSyntax.WithoutParentheses(text.Expression),
            _ => null,
        };

    private static bool IsSystem(ExpressionSyntax role) =>
        role is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "System" or "Developer" };

    private static ExpressionSyntax? UserMessage(ExpressionSyntax message, ExpressionSyntax content, ExpressionSyntax text)
    {
        var name = message switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name: IdentifierNameSyntax member } } => member,
            ObjectCreationExpressionSyntax { Type: IdentifierNameSyntax type } => type,
            ObjectCreationExpressionSyntax { Type: QualifiedNameSyntax { Right: IdentifierNameSyntax type } } => type,
            _ => null,
        };
        var role = ArgumentsOf(message)!.Arguments[0].Expression;
        if (IsSystem(role))
        {
            var system = ((MemberAccessExpressionSyntax)role).Name;
            return message.ReplaceNodes(
                new SyntaxNode[] { system, content },
                (original, _) => original == content ? text.WithTriviaFrom(content) : PlainSyntax.Name("User").WithTriviaFrom(original)
            );
        }

        return name is not null && UserNames.TryGetValue(name.Identifier.ValueText, out var renamed)
            ? message.ReplaceNodes(
                new SyntaxNode[] { name, content },
                (original, _) => original == content ? text.WithTriviaFrom(content) : PlainSyntax.Name(renamed).WithTriviaFrom(original)
            )
            : null;
    }

    /// <summary>The two messages where the one was: in a list that is written out, or as two statements; null in other places.</summary>
    /// <param name="root">The tree; the message is in it.</param>
    private static SyntaxNode? WithBoth(
        SyntaxNode root,
        ExpressionSyntax message,
        ExpressionSyntax rules,
        ExpressionSyntax passages,
        bool isArgumentOfMany,
        Layout layout
    )
    {
        if (SaidBy(message) is { } statement)
        {
            var second = CodeComments
                .Without(statement.ReplaceNode(message, passages.WithoutTrivia()))
                .WithLeadingTrivia(SyntaxFactory.Whitespace(Statements.IndentOf(statement, layout)));
            // A comment behind the statement stays there.
            var lineEnd = SyntaxFactory.TriviaList(SyntaxFactory.EndOfLine(layout.NewLine));
            var behind = statement.GetTrailingTrivia();
            var endsLine = behind.Any(SyntaxKind.EndOfLineTrivia);
            var first = statement.ReplaceNode(message, rules).WithTrailingTrivia(endsLine ? behind : lineEnd);
            return root.ReplaceNode(statement, new SyntaxNode[] { first, second.WithTrailingTrivia(endsLine ? lineEnd : behind) });
        }

        return ListElements.Find(message, isArgumentOfMany) is { } element
            ? ListElements.Replace(root, element, [rules, CodeComments.Without(passages)], layout)
            : null;
    }

    /// <summary>The statement that adds the message and does nothing else: the message is the call, or what a list is given.</summary>
    private static ExpressionStatementSyntax? SaidBy(ExpressionSyntax message) =>
        message.Parent switch
        {
            ExpressionStatementSyntax said => said,
            ArgumentSyntax
            {
                Parent: ArgumentListSyntax
                {
                    Arguments.Count: 1,
                    Parent: InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Add" },
                        Parent: ExpressionStatementSyntax adding
                    }
                }
            } => adding,
            _ => null,
        }
            is { } statement
        && Statements.IsInList(statement)
            ? statement
            : null;
}
