using System.Collections.Generic;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// Elements of a list that is written out: a collection expression, the initializer of an array or a collection, or the arguments of which a
/// call takes any number.
/// </summary>
internal static class ListElements
{
    /// <summary>The element that is the expression; null where it is in no such list.</summary>
    /// <param name="isArgumentOfMany">It is one of the arguments of which the call takes any number.</param>
    public static SyntaxNode? Find(ExpressionSyntax expression, bool isArgumentOfMany) =>
        expression.Parent switch
        {
            ExpressionElementSyntax { Parent: CollectionExpressionSyntax } element => element,
            InitializerExpressionSyntax
            {
                RawKind: (int)SyntaxKind.CollectionInitializerExpression or (int)SyntaxKind.ArrayInitializerExpression
            } => expression,
            ArgumentSyntax { NameColon: null, Parent: ArgumentListSyntax } argument when isArgumentOfMany => argument,
            _ => null,
        };

    /// <summary>The expression is one of the arguments of which a call takes any number.</summary>
    public static bool IsArgumentOfMany(ExpressionSyntax expression, SemanticModel model, CancellationToken cancellationToken) =>
        expression.Parent is ArgumentSyntax { Parent: ArgumentListSyntax { Parent: { } call } list } argument
        && model.GetSymbolInfo(call, cancellationToken).Symbol is IMethodSymbol { Parameters: [.., { IsParams: true } last] }
        && list.Arguments.IndexOf(argument) >= last.Ordinal
        && model.GetTypeInfo(expression, cancellationToken).ConvertedType is { } type
        && !SymbolEqualityComparer.Default.Equals(type, last.Type);

    /// <summary>The tree with several elements in the place of one, each laid out like it.</summary>
    public static SyntaxNode Replace(SyntaxNode root, SyntaxNode element, IReadOnlyList<ExpressionSyntax> values, Layout layout)
    {
        var list = element.Parent!;
        var all = list switch
        {
            CollectionExpressionSyntax collection => collection.Elements.GetWithSeparators(),
            ArgumentListSyntax arguments => arguments.Arguments.GetWithSeparators(),
            _ => ((InitializerExpressionSyntax)list).Expressions.GetWithSeparators(),
        };
        var startsLine = LineBreaks.StartsLine(element.GetFirstToken());
        var written = new List<SyntaxNodeOrToken>(all.Count + 2 * values.Count);
        for (var i = 0; i < all.Count; i++)
        {
            if (all[i].AsNode() == element)
            {
                AddEach(written, element, i + 1 < all.Count ? all[++i].AsToken() : null, values, startsLine ? layout : null);
            }
            else
            {
                written.Add(all[i]);
            }
        }

        SyntaxNode changed = list switch
        {
            CollectionExpressionSyntax collection => collection.WithElements(
                SyntaxFactory.SeparatedList<CollectionElementSyntax>(SyntaxFactory.NodeOrTokenList(written))
            ),
            ArgumentListSyntax arguments => arguments.WithArguments(
                SyntaxFactory.SeparatedList<ArgumentSyntax>(SyntaxFactory.NodeOrTokenList(written))
            ),
            _ => ((InitializerExpressionSyntax)list).WithExpressions(
                SyntaxFactory.SeparatedList<ExpressionSyntax>(SyntaxFactory.NodeOrTokenList(written))
            ),
        };
        return root.ReplaceNode(list, changed);
    }

    /// <summary>What stood above the element stands above the first, and what stood behind it on its line behind the first as well.</summary>
    /// <param name="comma">The comma behind the element, or null.</param>
    /// <param name="onLines">The layout, where each begins a line.</param>
    private static void AddEach(
        List<SyntaxNodeOrToken> written,
        SyntaxNode element,
        SyntaxToken? comma,
        IReadOnlyList<ExpressionSyntax> values,
        Layout? onLines
    )
    {
        var end = SyntaxFactory.TriviaList(onLines is null ? SyntaxFactory.Space : SyntaxFactory.EndOfLine(onLines.NewLine));
        var indent = onLines is null ? default : SyntaxFactory.TriviaList(SyntaxFactory.Whitespace(onLines.IndentAt(element)));
        var plain = PlainSyntax.Token(SyntaxKind.CommaToken);
        var behind = element.GetTrailingTrivia();
        for (var i = 0; i < values.Count; i++)
        {
            var isLast = i == values.Count - 1;
            var value = values[i].WithLeadingTrivia(i == 0 ? element.GetLeadingTrivia() : indent);
            if (comma is { } known)
            {
                written.Add(Like(element, value.WithTrailingTrivia(i == 0 ? behind : default)));
                written.Add(i == 0 ? known : plain.WithTrailingTrivia(end));
            }
            else if (isLast)
            {
                written.Add(Like(element, value.WithTrailingTrivia(onLines is null ? behind : end)));
            }
            else
            {
                written.Add(Like(element, value.WithoutTrailingTrivia()));
                written.Add(plain.WithTrailingTrivia(i == 0 && onLines is not null ? behind : end));
            }
        }
    }

    private static SyntaxNode Like(SyntaxNode element, ExpressionSyntax value) =>
        element switch
        {
            ExpressionElementSyntax => SyntaxFactory.ExpressionElement(value),
            ArgumentSyntax => SyntaxFactory.Argument(value),
            _ => value,
        };
}
