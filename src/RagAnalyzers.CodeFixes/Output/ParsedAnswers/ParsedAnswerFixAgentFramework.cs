using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>Agent Framework: <c>RunAsync</c> becomes <c>RunAsync&lt;T&gt;</c>, and the parse becomes its result.</summary>
internal sealed class ParsedAnswerFixAgentFramework : TypedCallFix
{
    private protected override SdkKind Sdk => SdkKind.AgentFramework;

    private protected override string ResponseType => "Microsoft.Agents.AI.AgentResponse";

    private protected override IEnumerable<IMethodSymbol> TypedMethods(TargetedCall answer) =>
        answer
            .Method.ContainingType.AndBaseTypes()
            .SelectMany(type => type.GetMembers(answer.Method.Name))
            .OfType<IMethodSymbol>()
            .Where(method => method.Arity == 1);

    private protected override string? Result(string response, bool isLocal, ParsedAnswer answer, ParseFailure failure, TypeNames names)
    {
        if (failure.Fallback is { } fallback)
        {
            return $"{response}.Result{fallback.Left.GetTrailingTrivia().ToFullString()}{fallback.OperatorToken.ToFullString()}{fallback.Right.ToFullString()}".TrimEnd();
        }

        if (failure is { Caught: { } caught, CatchesEverything: false })
        {
            // The result of an empty answer throws what this catch does not take. Asking first reads the response twice.
            return isLocal
                ? $"{response}.Text is {{ Length: > 0 }} ? {response}.Result : throw new {failure.CaughtAs ?? names.Of(caught)}(\"The answer is empty.\")"
                : null;
        }

        return $"{response}.Result";
    }
}
