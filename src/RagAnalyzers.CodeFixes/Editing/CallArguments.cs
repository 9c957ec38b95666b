using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>
/// Rewrites the arguments of a call for another overload: adds one, and names those that no longer stand at their parameter's place.
/// </summary>
internal static class CallArguments
{
    /// <summary>For every argument the ordinal of its parameter, or null when one cannot be told (params, half-typed code).</summary>
    public static ImmutableArray<int>? Ordinals(ArgumentListSyntax list, IMethodSymbol method)
    {
        var ordinals = ImmutableArray.CreateBuilder<int>();
        for (var i = 0; i < list.Arguments.Count; i++)
        {
            var name = list.Arguments[i].NameColon?.Name.Identifier.ValueText;
            var parameter = name is null
                ? (i < method.Parameters.Length ? method.Parameters[i] : null)
                : method.Parameters.FirstOrDefault(candidate => candidate.Name == name);
            if (parameter is null || parameter.IsParams)
            {
                return null;
            }

            ordinals.Add(parameter.Ordinal);
        }

        return ordinals.ToImmutable();
    }

    /// <summary>The argument for the parameter of this name, be it named or at its place; null where the call passes none.</summary>
    public static ArgumentSyntax? For(ArgumentListSyntax list, IMethodSymbol method, string parameter) =>
        list
            .Arguments.Where(
                (argument, i) =>
                    (argument.NameColon?.Name.Identifier.ValueText ?? (i < method.Parameters.Length ? method.Parameters[i].Name : null))
                    == parameter
            )
            .FirstOrDefault();

    /// <summary>The list with one more argument.</summary>
    /// <param name="ordinals">The new ordinals of the arguments that are there.</param>
    /// <param name="parameters">The names of the new overload's parameters.</param>
    /// <param name="ordinal">The ordinal of the added argument.</param>
    /// <param name="value">Makes the added value; its input is the indentation of the line on which it will begin.</param>
    public static ArgumentListSyntax Add(
        ArgumentListSyntax list,
        ImmutableArray<int> ordinals,
        ImmutableArray<string> parameters,
        int ordinal,
        Func<string, ExpressionSyntax> value,
        Layout layout
    )
    {
        var inOrder = ordinals.Zip(ordinals.Skip(1), (left, right) => left < right).All(ordered => ordered);
        var index = inOrder ? ordinals.Count(other => other < ordinal) : ordinals.Length;
        var model = list.Arguments.Count == 0 ? null : list.Arguments[Math.Max(0, index - 1)];
        var ownLine = model is not null && StartsLine(model);
        var before = index > 0 ? list.Arguments[index - 1].GetLastToken() : list.OpenParenToken;
        var indent = layout.IndentAt(ownLine ? model!.SpanStart : before.Span.End);
        var added = SyntaxFactory.Argument(value(indent));
        // Who names all arguments names this one, too.
        if (list.Arguments.Count > 0 && list.Arguments.All(static argument => argument.NameColon is not null))
        {
            added = added.WithNameColon(PlainSyntax.NameColon(parameters[ordinal]));
        }

        var inserted = Insert(list, index, added, ownLine ? indent : null, layout);
        return Name(inserted, ordinals.Insert(index, ordinal), parameters);
    }

    /// <summary>The list with one more argument, a named one, at its end.</summary>
    public static ArgumentListSyntax Append(ArgumentListSyntax list, ArgumentSyntax named, Layout layout)
    {
        var last = list.Arguments.LastOrDefault();
        var ownLine = last is not null && StartsLine(last);
        return Insert(list, list.Arguments.Count, named, ownLine ? layout.IndentAt(last!) : null, layout);
    }

    /// <summary>The list with names wherever an argument does not stand at its parameter's place.</summary>
    public static ArgumentListSyntax Name(ArgumentListSyntax list, ImmutableArray<int> ordinals, ImmutableArray<string> parameters)
    {
        var renamed = new List<(ArgumentSyntax Old, ArgumentSyntax New)>();
        var inPlace = true;
        for (var i = 0; i < ordinals.Length; i++)
        {
            var argument = list.Arguments[i];
            var name = parameters[ordinals[i]];
            inPlace &= ordinals[i] == i;
            if (argument.NameColon is { } existing)
            {
                if (existing.Name.Identifier.ValueText != name)
                {
                    renamed.Add(
                        (argument, argument.WithNameColon(existing.WithName(PlainSyntax.Name(name).WithTriviaFrom(existing.Name))))
                    );
                }
            }
            else if (!inPlace)
            {
                var colon = PlainSyntax.NameColon(name).WithLeadingTrivia(argument.GetLeadingTrivia());
                renamed.Add((argument, argument.WithoutLeadingTrivia().WithNameColon(colon)));
            }
        }

        return list.ReplaceNodes(renamed.Select(pair => pair.Old), (old, _) => renamed.Single(pair => pair.Old == old).New);
    }

    private static ArgumentListSyntax Insert(ArgumentListSyntax list, int index, ArgumentSyntax added, string? ownLineIndent, Layout layout)
    {
        var arguments = list.Arguments.ToList();
        var separators = list.Arguments.GetSeparators().ToList();
        var comma = PlainSyntax.Token(SyntaxKind.CommaToken);
        var lineEnd = SyntaxFactory.EndOfLine(layout.NewLine);
        if (ownLineIndent is not null)
        {
            added = added.WithLeadingTrivia(SyntaxFactory.Whitespace(ownLineIndent));
        }

        if (index < arguments.Count)
        {
            separators.Insert(index, comma.WithTrailingTrivia(ownLineIndent is null ? SyntaxFactory.Space : lineEnd));
        }
        else if (arguments.Count > 0)
        {
            // What followed the last argument on its line (a comment) stays on that line, behind the comma where it ends the line.
            var last = arguments[arguments.Count - 1];
            var (own, trailing) = CodeComments.BeforeComma(last.GetTrailingTrivia());
            var endsLine = trailing.Any(SyntaxKind.EndOfLineTrivia);
            arguments[arguments.Count - 1] = last.WithTrailingTrivia(own);
            if (ownLineIndent is null)
            {
                comma = comma.WithTrailingTrivia(SyntaxFactory.Space);
                added = added.WithTrailingTrivia(trailing);
            }
            else
            {
                comma = comma.WithTrailingTrivia(endsLine ? trailing : trailing.Add(lineEnd));
                added = endsLine ? added.WithTrailingTrivia(lineEnd) : added;
            }

            separators.Add(comma);
        }

        arguments.Insert(index, added);
        return list.WithArguments(SyntaxFactory.SeparatedList(arguments, separators));
    }

    private static bool StartsLine(SyntaxNode node) =>
        node.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia);
}
