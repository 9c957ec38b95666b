using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>
/// The calls by which code takes Markdown's fences off an answer before it parses it (<c>text.Replace("```json", "")</c>). Under a schema there
/// are none.
/// </summary>
internal static class FenceStripping
{
    private const string Fence = "`";

    /// <summary>Those in the parse's input, and in what the locals in it are declared as; outer ones first.</summary>
    public static ImmutableArray<InvocationExpressionSyntax> Before(ParsedAnswer answer, CancellationToken cancellationToken)
    {
        if (answer.IsParsedElsewhere)
        {
            return ImmutableArray<InvocationExpressionSyntax>.Empty;
        }

        var input = answer.Parse.Input;
        var locals = input
            .DescendantNodesAndSelf()
            .OfType<IdentifierNameSyntax>()
            .Select(name => answer.Model.GetSymbolInfo(name, cancellationToken).Symbol)
            .OfType<ILocalSymbol>()
            .Where(static local => local.Type.SpecialType == SpecialType.System_String)
            .Distinct<ILocalSymbol>(SymbolEqualityComparer.Default);
        var values = locals
            .Select(local =>
                LocalValues
                    .Of(local, answer.Model, cancellationToken)
                    .ToLookup(value => IsOfItself(value, local, answer.Model, cancellationToken))
            )
            .Where(static values => values[false].Count() == 1)
            .SelectMany(static values => values[false].Concat(values[true]))
            .Prepend(input);
        return values
            .SelectMany(static value => value.DescendantNodesAndSelf(static n => n is not AnonymousFunctionExpressionSyntax))
            .OfType<InvocationExpressionSyntax>()
            .Where(call => IsStripping(call, answer.Model, cancellationToken))
            .ToImmutableArray();
    }

    /// <summary><c>text = text.Replace("```", "").Trim()</c>: the local is cleaned, and nothing else comes into it.</summary>
    private static bool IsOfItself(ExpressionSyntax value, ILocalSymbol local, SemanticModel model, CancellationToken cancellationToken)
    {
        while (value is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } })
        {
            value = receiver;
        }

        return value is IdentifierNameSyntax
            && SymbolEqualityComparer.Default.Equals(model.GetSymbolInfo(value, cancellationToken).Symbol, local);
    }

    /// <summary>The document with the receiver in the place of each of the calls, which it tracks.</summary>
    public static SyntaxNode Remove(SyntaxNode root, ImmutableArray<InvocationExpressionSyntax> calls, Layout layout)
    {
        foreach (var call in calls)
        {
            if (root.GetCurrentNode(call) is not { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } current)
            {
                continue;
            }

            // What is left would be "text = text;": the statement goes.
            root =
                current.Parent
                    is AssignmentExpressionSyntax { Left: var left, Parent: ExpressionStatementSyntax { Parent: BlockSyntax } statement }
                && left.ToString() == receiver.ToString()
                    ? Statements.Remove(root, statement, layout)
                    : root.ReplaceNode(
                        current,
                        receiver.WithLeadingTrivia(current.GetLeadingTrivia()).WithTrailingTrivia(current.GetTrailingTrivia())
                    );
        }

        return root;
    }

    private static bool IsStripping(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken)
    {
        if (
            call.Expression is not MemberAccessExpressionSyntax { RawKind: (int)SyntaxKind.SimpleMemberAccessExpression }
            || model.GetSymbolInfo(call, cancellationToken).Symbol
                is not IMethodSymbol { ContainingType.SpecialType: SpecialType.System_String, IsStatic: false } method
        )
        {
            return false;
        }

        var given = call.ArgumentList.Arguments.Select(a => model.GetConstantValue(a.Expression, cancellationToken)).ToList();
        if (!given.TrueForAll(static value => value.HasValue))
        {
            return false;
        }

        return method.Name switch
        {
            "Replace" => given.Count > 1
                && given[0].Value is string fence
                && fence.IndexOf(Fence, StringComparison.Ordinal) >= 0
                && given[1].Value is "",
            // Blanks around a fence, which no parser minds.
            "Trim" when given.Count == 0 => HasStrippingBelow(call, model, cancellationToken),
            "Trim" or "TrimStart" or "TrimEnd" => given.TrueForAll(static value => value.Value is '`' or '\n' or '\r' or ' ')
                && given.Exists(static value => value.Value is '`'),
            _ => false,
        };
    }

    private static bool HasStrippingBelow(InvocationExpressionSyntax call, SemanticModel model, CancellationToken cancellationToken) =>
        call.Expression is MemberAccessExpressionSyntax { Expression: InvocationExpressionSyntax below }
        && IsStripping(below, model, cancellationToken);
}
