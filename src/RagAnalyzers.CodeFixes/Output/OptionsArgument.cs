using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>Passes options to a call that passes none.</summary>
internal static class OptionsArgument
{
    /// <summary>The call with the options, or null when something other than a literal null stands in their place.</summary>
    /// <param name="parameter">The parameter that takes the options.</param>
    /// <param name="options">Makes the options' text; its input is the indentation of the line on which it begins.</param>
    public static InvocationExpressionSyntax? Pass(TargetedCall answer, IParameterSymbol parameter, Func<string, string> options)
    {
        var list = answer.Call.ArgumentList;
        if (CallArguments.Ordinals(list, answer.Method) is not { } ordinals)
        {
            return null;
        }

        ExpressionSyntax Parse(string indent) => SyntaxFactory.ParseExpression(options(indent), options: answer.Root.SyntaxTree.Options);

        if (ordinals.IndexOf(parameter.Ordinal) is >= 0 and var index)
        {
            var present = list.Arguments[index].Expression;
            return present.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.DefaultLiteralExpression
                ? answer.Call.ReplaceNode(present, Parse(answer.Layout.IndentAt(present)).WithTriviaFrom(present))
                : null;
        }

        var names = answer.Method.Parameters.Select(candidate => candidate.Name).ToImmutableArray();
        return answer.Call.WithArgumentList(CallArguments.Add(list, ordinals, names, parameter.Ordinal, Parse, answer.Layout));
    }
}
