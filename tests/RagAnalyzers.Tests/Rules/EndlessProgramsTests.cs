using System.Collections.Immutable;
using RagAnalyzers.Rules;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules;

/// <summary>Programs in which something leads back to itself, or grows with every step: a stack that overflows ends the compiler.</summary>
public sealed class EndlessProgramsTests
{
    private const string Ask =
        "var settings = new OpenAIPromptExecutionSettings { ResponseFormat = typeof(SCHEMA) }; var text = (await chat.GetChatMessageContentAsync(question, settings)).Content!; return System.Text.Json.JsonSerializer.Deserialize<TARGET>(text);";

    private const string Types = """
        public class Level<T> { public T? Value { get; set; } public Level<List<T>>? Next { get; set; } }
        public class Step<T> { public T? Value { get; set; } public Step<List<T>>? Next { get; set; } }
        public class Branch : List<Branch> { public string Name { get; set; } = ""; }
        public class Twig : List<Twig> { public string Name { get; set; } = ""; }
        public class Tree { public Branch Root { get; set; } = []; }
        public class Bush { public Twig Root { get; set; } = []; }
        """;

    [Theory]
    [InlineData("Level<int>", "Step<int>")]
    [InlineData("Level<int>", "Level<string>")]
    [InlineData("Tree", "Bush")]
    [InlineData("Branch", "Twig")]
    public Task Types_that_hold_themselves(string schema, string target) =>
        RunAsync(Ask.Replace("SCHEMA", schema, StringComparison.Ordinal).Replace("TARGET", target, StringComparison.Ordinal));

    [Theory]
    [InlineData("var score = score; if (score > 0.7) return score; return null;")]
    [InlineData("var score = relevance; var relevance = score; if (score > 0.7) return score; return null;")]
    [InlineData("double? score = relevance ?? 0, relevance = score; if (relevance >= 0.7) return score; return null;")]
    public Task Locals_that_are_each_other(string statements) => RunAsync(statements);

    private static async Task RunAsync(string statements)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            [.. AllRules.Create()],
            [
                $$"""
                using Microsoft.SemanticKernel;
                using Microsoft.SemanticKernel.ChatCompletion;
                using Microsoft.SemanticKernel.Connectors.OpenAI;

                {{Types}}

                public class Desk(IChatCompletionService chat)
                {
                    public async Task<object?> AskAsync(string question)
                    {
                        await Task.Yield();
                        {{statements}}
                    }
                }
                """,
            ],
            ReferenceSets.Latest
        );
        Complaints.AssertNone(found.Where(static d => d.Id == "AD0001").Select(static d => d.ToString()));
    }
}
