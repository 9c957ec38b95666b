using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Object creations in, the same with one more member set out.</summary>
internal static class ObjectInitializers
{
    /// <summary>The value that the initializer gives the member, or null.</summary>
    public static ExpressionSyntax? ValueOf(BaseObjectCreationExpressionSyntax creation, string member) =>
        Assignment(creation, member)?.Right;

    /// <summary>The text of a new object with one member set.</summary>
    /// <param name="creation">The text before the initializer: "new Options".</param>
    /// <param name="value">Makes the value's text; its input is the indentation of the line on which the member will stand.</param>
    /// <param name="indent">The indentation of the line on which the creation begins.</param>
    public static string New(string creation, string member, Func<string, string> value, string indent, Layout layout)
    {
        var memberIndent = indent + layout.Unit;
        var text = value(memberIndent);
        return text.IndexOf('\n') < 0
            ? $"{creation} {{ {member} = {text} }}"
            : $"{creation}{layout.NewLine}{indent}{{{layout.NewLine}{memberIndent}{member} = {text},{layout.NewLine}{indent}}}";
    }

    /// <summary>Sets the member, replacing the value that the initializer gives it.</summary>
    /// <param name="value">Makes the value's text; its input is the indentation of the line on which the member will stand.</param>
    /// <param name="layout">The layout of the document in which the creation stands.</param>
    public static BaseObjectCreationExpressionSyntax Set(
        BaseObjectCreationExpressionSyntax creation,
        string member,
        Func<string, string> value,
        Layout layout
    )
    {
        ExpressionSyntax Parse(string text) => SyntaxFactory.ParseExpression(text, options: creation.SyntaxTree.Options);

        var indent = layout.IndentAt(creation);
        var oneLine = value(indent);
        var isLong = oneLine.IndexOf('\n') >= 0;
        var memberIndent = indent + layout.Unit;
        if (Assignment(creation, member) is { } existing)
        {
            if (isLong && !creation.Initializer!.Expressions.Any(StartsLine))
            {
                creation = EndLineBefore(creation, layout).WithInitializer(OnLines(creation.Initializer, indent, memberIndent, layout));
                existing = Assignment(creation, member)!;
                return creation.ReplaceNode(existing.Right, Parse(value(memberIndent)).WithTriviaFrom(existing.Right));
            }

            var at = StartsLine(existing) ? layout.IndentAt(existing) : indent;
            return creation.ReplaceNode(existing.Right, Parse(value(at)).WithTriviaFrom(existing.Right));
        }

        if (creation.Initializer is not { } initializer)
        {
            return WithInitializer(creation, (ObjectCreationExpressionSyntax)Parse(New("new T", member, value, indent, layout)));
        }

        if (!initializer.Expressions.Any(StartsLine))
        {
            if (!isLong)
            {
                return creation.WithInitializer(Append(initializer, Parse($"{member} = {oneLine}"), layout, lineIndent: null));
            }

            initializer = OnLines(initializer, indent, memberIndent, layout);
            creation = EndLineBefore(creation, layout).WithInitializer(initializer);
        }
        else
        {
            memberIndent = layout.IndentAt(initializer.Expressions.First(StartsLine));
        }

        return creation.WithInitializer(Append(initializer, Parse($"{member} = {value(memberIndent)}"), layout, memberIndent));
    }

    private static AssignmentExpressionSyntax? Assignment(BaseObjectCreationExpressionSyntax creation, string member) =>
        creation
            .Initializer?.Expressions.OfType<AssignmentExpressionSyntax>()
            .FirstOrDefault(assignment => assignment.Left is IdentifierNameSyntax left && left.Identifier.ValueText == member);

    private static BaseObjectCreationExpressionSyntax WithInitializer(
        BaseObjectCreationExpressionSyntax creation,
        ObjectCreationExpressionSyntax model
    )
    {
        var trailing = creation.GetTrailingTrivia();
        var bare = creation.WithoutTrailingTrivia();
        if (
            bare is ObjectCreationExpressionSyntax { ArgumentList.Arguments.Count: 0 } named
            && !named.ArgumentList!.DescendantTrivia().Any(CodeComments.Is)
        )
        {
            bare = named.WithArgumentList(null).WithType(named.Type.WithoutTrailingTrivia());
        }

        var lastToken = bare.GetLastToken();
        return bare.ReplaceToken(lastToken, lastToken.WithTrailingTrivia(model.Type.GetTrailingTrivia()))
            .WithInitializer(model.Initializer!.WithTrailingTrivia(trailing));
    }

    /// <summary>Adds the member behind the last one; a trailing comma stays, and so does what is written behind the last member.</summary>
    private static InitializerExpressionSyntax Append(
        InitializerExpressionSyntax initializer,
        ExpressionSyntax added,
        Layout layout,
        string? lineIndent
    )
    {
        var lineEnd = SyntaxFactory.EndOfLine(layout.NewLine);
        var expressions = initializer.Expressions.ToList();
        var separators = initializer.Expressions.GetSeparators().ToList();
        var comma = PlainSyntax.Token(SyntaxKind.CommaToken);
        var trailingComma = separators.Count == expressions.Count && expressions.Count > 0;
        if (lineIndent is not null)
        {
            added = added.WithLeadingTrivia(SyntaxFactory.Whitespace(lineIndent));
        }

        if (trailingComma)
        {
            if (lineIndent is not null)
            {
                separators.Add(comma.WithTrailingTrivia(lineEnd));
            }
            else
            {
                added = added.WithTrailingTrivia(SyntaxFactory.Space);
            }
        }
        else if (expressions.Count > 0)
        {
            var last = expressions[expressions.Count - 1];
            var (own, behind) = CodeComments.BeforeComma(last.GetTrailingTrivia());
            expressions[expressions.Count - 1] = last.WithTrailingTrivia(own);
            separators.Add(comma.WithTrailingTrivia(lineIndent is null ? SyntaxFactory.TriviaList(SyntaxFactory.Space) : behind));
            added = added.WithTrailingTrivia(lineIndent is null ? behind : SyntaxFactory.TriviaList(lineEnd));
        }
        else
        {
            added = added.WithTrailingTrivia(lineIndent is null ? SyntaxFactory.Space : lineEnd);
        }

        expressions.Add(added);
        return initializer.WithExpressions(SyntaxFactory.SeparatedList(expressions, separators));
    }

    /// <summary>The initializer with its members on lines of their own.</summary>
    private static InitializerExpressionSyntax OnLines(
        InitializerExpressionSyntax initializer,
        string indent,
        string memberIndent,
        Layout layout
    )
    {
        var lineEnd = SyntaxFactory.EndOfLine(layout.NewLine);
        var expressions = initializer.Expressions.Select(
            (expression, i) =>
                expression
                    .WithLeadingTrivia(expression.GetLeadingTrivia().Where(CodeComments.Is).Prepend(SyntaxFactory.Whitespace(memberIndent)))
                    .WithTrailingTrivia(
                        i < initializer.Expressions.SeparatorCount
                            ? expression.GetTrailingTrivia()
                            : expression.GetTrailingTrivia().Where(CodeComments.Is).Append(lineEnd)
                    )
        );
        var separators = initializer
            .Expressions.GetSeparators()
            .Select(separator => separator.WithTrailingTrivia(separator.TrailingTrivia.Where(CodeComments.Is).Append(lineEnd)));
        return initializer
            .WithOpenBraceToken(initializer.OpenBraceToken.WithLeadingTrivia(SyntaxFactory.Whitespace(indent)).WithTrailingTrivia(lineEnd))
            .WithExpressions(SyntaxFactory.SeparatedList(expressions, separators))
            .WithCloseBraceToken(initializer.CloseBraceToken.WithLeadingTrivia(SyntaxFactory.Whitespace(indent)));
    }

    private static BaseObjectCreationExpressionSyntax EndLineBefore(BaseObjectCreationExpressionSyntax creation, Layout layout)
    {
        var before = creation.Initializer!.OpenBraceToken.GetPreviousToken();
        return creation.ReplaceToken(before, before.WithTrailingTrivia(SyntaxFactory.EndOfLine(layout.NewLine)));
    }

    private static bool StartsLine(SyntaxNode node) =>
        node.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);

    /// <summary>The creation, whose constructor gets nothing yet, with one argument for it.</summary>
    public static BaseObjectCreationExpressionSyntax Constructed(BaseObjectCreationExpressionSyntax creation, string argument)
    {
        var list = SyntaxFactory.ParseArgumentList($"({argument})", options: creation.SyntaxTree.Options);
        return creation is ObjectCreationExpressionSyntax { ArgumentList: null } bare
            ? bare.WithType(bare.Type.WithoutTrailingTrivia()).WithArgumentList(list.WithTrailingTrivia(bare.Type.GetTrailingTrivia()))
            : creation.WithArgumentList(list.WithTriviaFrom(creation.ArgumentList!));
    }
}
