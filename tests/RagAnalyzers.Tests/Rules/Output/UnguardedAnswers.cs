using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>Sources for RAG2011: a class with the services of all SDKs, in a library, and the types that answers are read as.</summary>
internal static class UnguardedAnswers
{
    private const string Usings = """
        using System.ClientModel;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.Logging;
        using OpenAI.Responses;
        using Polly;
        using Chat = OpenAI.Chat;
        """;

    private const string Types =
        """
            public record Answer([property: System.Text.Json.Serialization.JsonPropertyName("text")] string Text, [property: System.Text.Json.Serialization.JsonPropertyName("score")] double Score);
            """
        + """


            namespace Polly
            {
                // A stand-in for the retry library: it runs what it is given, somewhere out of sight.
                public abstract class Pipeline
                {
                    public abstract Task<T> ExecuteAsync<T>(Func<Task<T>> work);
                }
            }
            """;

    private static readonly TestFrame s_frame = new(
        "public class Desk(IChatClient chat, AIAgent agent, Chat.ChatClient completions, ResponsesClient responses, ILogger log, Pipeline retry)",
        "public async Task AskAsync(string question)"
    )
    {
        Usings = Usings,
        MembersBefore = "    private readonly ChatOptions options = new() { ResponseFormat = ChatResponseFormat.ForJsonSchema<Answer>() };",
        MembersBehind = "    private static void Use(object? value) => Console.WriteLine(value);",
        TypesBehind = Types,
        Indented = IndentedLines.None,
    };

    /// <summary>
    /// Statements in a public method of the class <c>Desk</c>, with further members behind it. A use of Answer is <c>Use(x)</c>.
    /// </summary>
    public static Task VerifyAsync(string statements, string members = "") =>
        Verify.AnalyzerAsync<AnswerParsedWithoutGuard>(Source(statements, members));

    public static string Source(string statements, string members = "") => s_frame.Around(statements, members);

    /// <summary>A whole class, and whatever follows it.</summary>
    public static Task VerifyProgramAsync(string code, TestSetup? setup = null) =>
        Verify.AnalyzerAsync<AnswerParsedWithoutGuard>($"{Usings}\n\n{code}\n\n{Types}", setup: setup);
}
