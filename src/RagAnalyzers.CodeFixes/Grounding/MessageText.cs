using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>What a system message says, in two: the rules, and the passages with their label.</summary>
internal sealed class MessageText
{
    private readonly ExpressionSyntax _content;
    private readonly SplitText _split;

    // The local that the text is kept in until the message is made; null where the message says it itself.
    private readonly VariableDeclaratorSyntax? _local;

    private MessageText(ExpressionSyntax content, SplitText split, VariableDeclaratorSyntax? local) =>
        (_content, _split, _local) = (content, split, local);

    /// <summary>What the system message says when the text is divided, or null when nothing is left of it.</summary>
    public ExpressionSyntax? Rules => _split.Rules is null || _local is null ? _split.Rules : _content.WithoutTrivia();

    /// <summary>What <see cref="Divide"/> finds again in the tree.</summary>
    public ImmutableArray<SyntaxNode> Nodes =>
        _local is null ? ImmutableArray<SyntaxNode>.Empty : ImmutableArray.Create<SyntaxNode>(_local);

    /// <summary>Reads the text, or returns null when it cannot be divided, or is kept in a local for others as well.</summary>
    public static MessageText? Of(ExpressionSyntax content, SemanticModel model, CancellationToken cancellationToken)
    {
        if (
            content is not IdentifierNameSyntax
            || model.GetSymbolInfo(content, cancellationToken).Symbol is not ILocalSymbol local
            || LocalValues.Of(local, model, cancellationToken).Take(2).ToList() is not [{ } written]
            || written is not (InterpolatedStringExpressionSyntax or BinaryExpressionSyntax)
        )
        {
            return Split(content, model, cancellationToken) is { } said ? new MessageText(content, said, local: null) : null;
        }

        return
            Split(written, model, cancellationToken) is { } split
            && written.Parent is EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax declarator }
            && (
                split.Rules is null
                || declarator
                    is { Parent: VariableDeclarationSyntax { Variables.Count: 1, Parent: LocalDeclarationStatementSyntax statement } }
                    && Statements.IsInList(statement)
                    && LocalValues.Uses(local, model, cancellationToken).Take(2).Count() == 1
            )
            ? new MessageText(content, split, declarator)
            : null;
    }

    /// <summary>The text in two; passages without a label, which are text already, need no string around them.</summary>
    private static SplitText? Split(ExpressionSyntax text, SemanticModel model, CancellationToken cancellationToken) =>
        SplitText.Of(text) is not { } split ? null
        : split
            is {
                Rules: not null,
                Rest: InterpolatedStringExpressionSyntax { Contents: [InterpolationSyntax { AlignmentClause: null, FormatClause: null }] }
            }
        && text.DescendantNodes().OfType<InterpolationSyntax>().First().Expression is var passages
        && model.GetTypeInfo(passages, cancellationToken).Type?.SpecialType == SpecialType.System_String
            ? split with
            {
                Rest = passages.WithoutTrivia(),
            }
        : split;

    /// <summary>The tree in which the passages can be said by themselves, and what says them.</summary>
    /// <param name="root">The tree, in which <see cref="Nodes"/> are tracked.</param>
    public (SyntaxNode Root, ExpressionSyntax Passages) Divide(SyntaxNode root, Layout layout)
    {
        if (_local is null || _split.Rules is null)
        {
            return (root, _local is null ? _split.Rest : _content);
        }

        var declarator = root.GetCurrentNode(_local)!;
        if (_split.Rest is IdentifierNameSyntax)
        {
            var said = declarator.Initializer!.Value;
            return (root.ReplaceNode(said, _split.Rules.WithTriviaFrom(said)), _split.Rest);
        }

        var name = FreshNames.In(_local, "passages", "foundPassages");
        var statement = declarator.FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
        var passages = statement.ReplaceNode(
            declarator,
            declarator
                .WithIdentifier(SyntaxFactory.Identifier(name).WithTriviaFrom(declarator.Identifier))
                .WithInitializer(declarator.Initializer!.WithValue(_split.Rest))
        );
        var mark = new SyntaxAnnotation();
        root = root.ReplaceNode(
            declarator.Initializer.Value,
            _split.Rules.WithTriviaFrom(declarator.Initializer.Value).WithAdditionalAnnotations(mark)
        );
        statement = root.GetAnnotatedNodes(mark).Single().FirstAncestorOrSelf<LocalDeclarationStatementSyntax>()!;
        root = Statements.InsertAfter(root, statement, passages, layout, layout.IndentAt(statement));
        return (root, PlainSyntax.Name(name));
    }
}
