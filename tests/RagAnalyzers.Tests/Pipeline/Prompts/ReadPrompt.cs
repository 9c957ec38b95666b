using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Pipeline.Prompts;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Pipeline.Prompts;

/// <summary>
/// The prompt of the one model call in the statements of a method <c>Ask</c>, whose parameters are the services of every SDK and
/// a text <c>question</c>. Members of the class may follow; <c>Unseen</c> is a library's method, as good as unknown.
/// </summary>
internal static class ReadPrompt
{
    public static Prompt Of(string statements, string members = "") => Read(statements, members).Prompt;

    /// <summary>The type that the prompt takes its shape from, with what makes its schema behind it; or null.</summary>
    public static string? TargetIn(string statements, string members = "")
    {
        var (picture, prompt) = Read(statements, members);
        return EvidentTarget.Of(picture, prompt) is { } target
            ? target.Type.ToDisplayString() + (target.Export is { } export ? " of " + export.TargetMethod.Name : "")
            : null;
    }

    private static (Picture Picture, Prompt Prompt) Read(string statements, string members)
    {
        // The two have types of the same names.
        var chat = (statements + members).Contains("client", StringComparison.Ordinal) ? "Microsoft.Extensions.AI" : "OpenAI.Chat";
        var compilation = AnalyzerRun.Compile(
            [
                $$"""
                using System.Collections.Immutable;
                using System.Text;
                using System.Text.Json;
                using System.Text.Json.Schema;
                using Microsoft.Agents.AI;
                using Microsoft.SemanticKernel;
                using Microsoft.SemanticKernel.ChatCompletion;
                using Microsoft.SemanticKernel.Connectors.OpenAI;
                using {{chat}};
                using OpenAI.Responses;

                public class Desk(OpenAI.Chat.ChatClient chat, ResponsesClient responses, Azure.AI.OpenAI.AzureOpenAIClient azure, IChatCompletionService completion, Kernel kernel, Microsoft.Extensions.AI.IChatClient client)
                {
                    public async Task Ask(string question)
                    {
                        {{statements}}
                    }

                    {{members}}
                }
                """,
            ],
            ReferenceSets.Latest
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var tree = compilation.SyntaxTrees.First();
        var method = tree.GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Single(static m => m.Identifier.ValueText == "Ask");
        var operation = compilation.GetSemanticModel(tree).GetOperation(method, TestContext.Current.CancellationToken);
        return (picture, Assert.Single(ModelCall.In(picture.BodyOf(operation!))).Prompt);
    }

    /// <returns>"complete" or "open", and the parts as "Role: text"; a part that is no constant is shown as its code in braces.</returns>
    public static string Shown(string statements, string members = "")
    {
        var prompt = Of(statements, members);
        var parts = prompt
            .Parts.OrderBy(static p => p.Origin.Operation.Syntax.SpanStart)
            .Select(static p => $"{p.Role?.ToString() ?? "?"}: {p.Text ?? "{" + p.Origin.Operation.Syntax + "}"}");
        return string.Join(" | ", parts.Prepend(prompt.IsComplete ? "complete" : "open"));
    }
}
