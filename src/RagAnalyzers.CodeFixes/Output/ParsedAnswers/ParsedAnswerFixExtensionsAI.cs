using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// Microsoft.Extensions.AI: <c>GetResponseAsync</c> becomes <c>GetResponseAsync&lt;T&gt;</c>, and the parse becomes its result.
/// </summary>
internal sealed class ParsedAnswerFixExtensionsAI : TypedCallFix
{
    private protected override SdkKind Sdk => SdkKind.ExtensionsAI;

    private protected override string ResponseType => "Microsoft.Extensions.AI.ChatResponse";

    private protected override IEnumerable<IMethodSymbol> TypedMethods(TargetedCall answer) =>
        answer
            .Model.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions")
            ?.GetMembers(answer.Method.Name)
            .OfType<IMethodSymbol>()
            .Where(method => method is { Arity: 1, IsExtensionMethod: true })
        ?? [];

    private protected override string Asked(string response, string variable) => $"{response}.TryGetResult(out var {variable})";

    private protected override string? Result(string response, bool isLocal, ParsedAnswer answer, ParseFailure failure, TypeNames names)
    {
        var target = answer.Parse.Target;
        var otherwise = "parsed" + (target is ITypeParameterSymbol ? "Value" : target.Name);
        var name = FreshNames.In(answer.Parse.Invocation, FreshNames.ForType(target), otherwise);
        var tried = Asked(response, name)!;
        if (failure.Fallback is { } fallback)
        {
            return Conditional(tried, name, fallback, answer.Layout);
        }

        // What the catch would return need not be thrown at it.
        if (failure is { Returned: { } returned, Replaced.Parent: ReturnStatementSyntax })
        {
            return $"{tried} ? {name} : {returned.WithoutTrivia()}";
        }

        if (failure.Caught is { } caught)
        {
            return $"{tried} ? {name} : throw new {failure.CaughtAs ?? names.Of(caught)}(\"The answer is no {answer.TargetName}.\")";
        }

        var none = target is ITypeParameterSymbol ? "default" : "null";
        return failure.IsNullChecked ? $"{tried} ? {name} : {none}" : $"{response}.Result";
    }

    /// <summary>The conditional that takes the place of a "??", laid out like it.</summary>
    private static string Conditional(string condition, string value, BinaryExpressionSyntax fallback, Layout layout)
    {
        var startsLine = fallback.Left.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);
        if (!startsLine)
        {
            return $"{condition} ? {value} :{fallback.OperatorToken.TrailingTrivia.ToFullString()}{fallback.Right.WithoutTrailingTrivia().ToFullString()}";
        }

        var line = fallback.Left.GetTrailingTrivia().ToFullString() + layout.IndentAt(fallback.OperatorToken);
        return $"{condition}{line}? {value}{layout.NewLine}{layout.IndentAt(fallback.OperatorToken)}: {fallback.Right.WithoutTrivia().ToFullString()}";
    }
}
