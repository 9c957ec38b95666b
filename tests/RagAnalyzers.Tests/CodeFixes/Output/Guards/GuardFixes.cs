using RagAnalyzers.CodeFixes.Output.Guards;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Output.Guards;

/// <summary>The frame of the tests of the fixes for RAG2011: a class that judges a ticket.</summary>
internal static class GuardFixes
{
    /// <summary>The statements in a method that has a text <c>ticket</c> and the services of all SDKs, before and after the fix.</summary>
    public static Task FixAsync(string before, string after, TestSetup? setup = null) =>
        Verify.FixAsync<AnswerParsedWithoutGuard, UnguardedAnswerFix>(Source(before), Source(after), setup: setup);

    /// <summary>There is a finding in the statements, and this way to fix it is not offered.</summary>
    public static Task NoFixAsync<TGuard>(string statements)
        where TGuard : AnswerGuard, new() => Verify.NoFixAsync<AnswerParsedWithoutGuard, Only<TGuard>>(Source(statements));

    /// <summary>The same for members of the class.</summary>
    public static Task FixMembersAsync(string before, string after) =>
        Verify.FixAsync<AnswerParsedWithoutGuard, UnguardedAnswerFix>(Source("return null;", before), Source("return null;", after));

    private static string Source(string statements, string members = "") =>
        $$"""
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            using OpenAI.Responses;
            using Chat = OpenAI.Chat;
            using ChatCompletion = OpenAI.Chat.ChatCompletion;

            public record Verdict([property: System.Text.Json.Serialization.JsonPropertyName("isUrgent")] bool IsUrgent, [property: System.Text.Json.Serialization.JsonPropertyName("reason")] string Reason);

            public class Triage(IChatClient chat, AIAgent agent, Chat.ChatClient completions, ResponsesClient responses)
            {
                public async Task<Verdict?> JudgeAsync(string ticket, CancellationToken cancellationToken)
                {
                    {{statements.ReplaceLineEndings("\n").Replace("\n", "\n        ").Replace("\n        \n", "\n\n")}}
                }
                {{members.ReplaceLineEndings("\n").Replace("\n", "\n    ").Replace("\n    \n", "\n\n")}}
            }
            """;
}
