namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Statements in a method <c>AskAsync(string question)</c> of a library's class whose parameters are the services of every SDK: chat,
/// responses, azure, completion, kernel, client, agent, policies. <c>ChatMessage</c> is OpenAI's, or that of Microsoft.Extensions.AI where
/// a source mentions <c>client</c> or <c>agent</c>. Further members may follow the statements.
/// </summary>
internal static class Prompted
{
    public static string Source(string statements, string members = "")
    {
        var chat =
            (statements + members).Contains("client", StringComparison.Ordinal) || statements.Contains("agent", StringComparison.Ordinal)
                ? "Microsoft.Extensions.AI"
                : "OpenAI.Chat";
        return $$"""
            using System.Text;
            using System.Text.Json;
            using Microsoft.Agents.AI;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            using Microsoft.Extensions.VectorData;
            using {{chat}};
            using OpenAI.Responses;
            using ChatMessageContent = Microsoft.SemanticKernel.ChatMessageContent;

            public class Desk(
                OpenAI.Chat.ChatClient chat,
                ResponsesClient responses,
                Azure.AI.OpenAI.AzureOpenAIClient azure,
                IChatCompletionService completion,
                Kernel kernel,
                Microsoft.Extensions.AI.IChatClient client,
                AIAgent agent,
                VectorStoreCollection<string, Policy> policies)
            {
                public async Task<object?> AskAsync(string question)
                {
                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                    return null;
                }

                {{members.Replace("\n", "\n    ", StringComparison.Ordinal)}}
            }

            public record Answer(string Text, double Score);

            public class Policy
            {
                [VectorStoreKey]
                public string Id { get; set; } = "";

                [VectorStoreData]
                public string Text { get; set; } = "";
            }
            """;
    }
}
