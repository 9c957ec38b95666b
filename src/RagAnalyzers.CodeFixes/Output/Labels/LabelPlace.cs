using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Labels;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output.Labels;

/// <summary>Where an answer is parsed whose text is compared: where the text is read, or once in front of all the places that read it.</summary>
/// <param name="Reads">Where the text is read.</param>
/// <param name="Statement">The statement in front of which a local is to hold the label, or null.</param>
/// <param name="Response">Brings the response into a local, where the text is read off the call itself; or null.</param>
internal sealed record LabelPlace(ImmutableArray<LabelRead> Reads, StatementSyntax? Statement, ResponseHolder? Response)
{
    /// <summary>What a root must track before it is changed.</summary>
    public ImmutableArray<SyntaxNode> Nodes =>
        (Response?.Nodes ?? ImmutableArray<SyntaxNode>.Empty).AddRange(new[] { Statement }.OfType<SyntaxNode>());

    /// <summary>The place; null where several reads have no statement in front of them that can get one before it.</summary>
    public static LabelPlace? Of(LabelReading reading)
    {
        if (reading.Reads is [{ } only])
        {
            var holder = only.Response is IdentifierNameSyntax ? null : ResponseHolder.InFrontOf(only.Response);
            return new LabelPlace(reading.Reads, null, holder);
        }

        var (first, last) = (reading.Reads.Min(static r => r.Cleaned.SpanStart), reading.Reads.Max(static r => r.Cleaned.Span.End));
        var statement = reading
            .Reads.OrderBy(static r => r.Cleaned.SpanStart)
            .First()
            .Cleaned.Ancestors()
            .TakeWhile(static node => node is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .OfType<StatementSyntax>()
            .FirstOrDefault(s => Statements.IsInList(s) && (s.Span.End >= last || ListOf(s).Span.Contains(last - 1)));
        var response = reading.Reads[0].Response as IdentifierNameSyntax;
        return
            statement is not null
            && response is not null
            && reading.Reads.All(r => r.Response is IdentifierNameSyntax name && name.Identifier.Text == response.Identifier.Text)
            && !statement.DescendantTokens().TakeWhile(t => t.SpanStart < first).Any(t => t.Text == response.Identifier.Text)
            ? new LabelPlace(reading.Reads, statement, null)
            : null;
    }

    /// <summary>The tree with the parse, and its result wherever the text was read.</summary>
    /// <param name="name">The name of the enum.</param>
    /// <param name="parse">Makes the parse; its input is the text as it came.</param>
    /// <param name="mark">Marks what stands where the text was read.</param>
    public SyntaxNode Fill(SyntaxNode root, string name, Func<ExpressionSyntax, string> parse, SyntaxAnnotation mark, Layout layout)
    {
        if (Statement is null)
        {
            return FillOne(root, Reads[0], parse, mark, layout);
        }

        var local = JsonNames.Convert(name, JsonNaming.CamelCase);
        local = FreshNames.In(Statement, local, local + "Label");
        foreach (var read in Reads)
        {
            var label = PlainSyntax.Name(local).WithTriviaFrom(read.Cleaned).WithAdditionalAnnotations(mark);
            root = root.ReplaceNode(root.GetCurrentNode(read.Cleaned)!, label);
        }

        var declaration = SyntaxFactory.ParseStatement($"var {local} = {parse(Reads[0].Text)};");
        return Statements.InsertBefore(root, root.GetCurrentNode(Statement)!, declaration, layout, Statements.IndentOf(Statement, layout));
    }

    private SyntaxNode FillOne(SyntaxNode root, LabelRead read, Func<ExpressionSyntax, string> parse, SyntaxAnnotation mark, Layout layout)
    {
        var text = root.GetCurrentNode(read.Text)!;
        StatementSyntax? declaration = null;
        if (Response?.Statement is { } before)
        {
            var response = root.GetCurrentNode(read.Response)!;
            var name = FreshNames.In(before, "response", "answer");
            declaration = SyntaxFactory.ParseStatement(
                $"var {name} = {PlainSyntax.WithoutParentheses(response).WithoutTrivia()};",
                options: before.SyntaxTree.Options
            );
            text = response == text ? PlainSyntax.Name(name) : text.ReplaceNode(response, PlainSyntax.Name(name));
        }

        var value = SyntaxFactory.ParseExpression(parse(text), options: read.Text.SyntaxTree.Options);
        root = root.ReplaceNode(root.GetCurrentNode(read.Cleaned)!, value.WithTriviaFrom(read.Cleaned).WithAdditionalAnnotations(mark));
        return declaration is null
            ? root
            : Statements.InsertBefore(
                root,
                root.GetCurrentNode(Response!.Statement!)!,
                declaration,
                layout,
                Statements.IndentOf(Response.Statement!, layout)
            );
    }

    private static SyntaxNode ListOf(StatementSyntax statement) =>
        statement.Parent is GlobalStatementSyntax { Parent: { } unit } ? unit : statement.Parent!;
}
