using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Statements in a method <c>AskAsync(string question)</c> of a library's class whose parameters are the services of every SDK: chat,
/// responses, azure, completion, kernel, client, agent, policies. <c>ChatMessage</c> is OpenAI's, or that of Microsoft.Extensions.AI where
/// a source mentions <c>client</c> or <c>agent</c>. Further members may follow the statements.
/// </summary>
internal static class Prompted
{
    private const string Usings = """
        using System.Text;
        using System.Text.Json;
        using Microsoft.Agents.AI;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;
        using Microsoft.Extensions.VectorData;
        using OpenAI.Responses;
        using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

        """;

    private static readonly TestFrame s_frame = new(
        """
        public class Desk(
            OpenAI.Chat.ChatClient chat,
            ResponsesClient responses,
            Azure.AI.OpenAI.AzureOpenAIClient azure,
            IChatCompletionService completion,
            Kernel kernel,
            Microsoft.Extensions.AI.IChatClient client,
            AIAgent agent,
            VectorStoreCollection<string, Policy> policies)
        """,
        "public async Task<object?> AskAsync(string question)"
    )
    {
        Last = "return null;",
        TypesBehind = TestFrame.Answer + "\n\n" + TestFrame.Policy,
        Indented = IndentedLines.Every,
    };

    public static string Source(string statements, string members = "")
    {
        var chat =
            (statements + members).Contains("client", StringComparison.Ordinal) || statements.Contains("agent", StringComparison.Ordinal)
                ? "Microsoft.Extensions.AI"
                : "OpenAI.Chat";
        return (s_frame with { Usings = Usings + $"using {chat};" }).Around(statements, members);
    }
}
