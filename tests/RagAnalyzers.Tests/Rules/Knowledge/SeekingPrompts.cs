using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>
/// The frame of the tests of RAG1004 and RAG1005: a class with the clients of every SDK, and a method with the user's question.
/// </summary>
internal static class SeekingPrompts
{
    public const string Usings = """
        using System.ClientModel;
        using Azure.AI.OpenAI;
        using Azure.AI.OpenAI.Chat;
        using Azure.Search.Documents;
        using Microsoft.Agents.AI;
        using Microsoft.Extensions.AI;
        using Microsoft.Extensions.VectorData;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.ChatCompletion;
        using Microsoft.SemanticKernel.Connectors.OpenAI;
        using OpenAI;
        using OpenAI.Chat;
        using OpenAI.Responses;
        using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

        """;

    public const string Page =
        """public sealed class Page { [VectorStoreKey] public string Id { get; set; } = ""; [VectorStoreData] public string Text { get; set; } = ""; }""";

    private static readonly TestFrame s_frame = new(
        "public sealed class Desk(ChatClient client, IChatClient chat, IChatCompletionService completion, Kernel kernel, ResponsesClient responses, VectorStoreCollection<string, Page> pages)",
        "public async Task<object?> AskAsync(string question, AskRequest request, string context, string message)"
    )
    {
        Usings = Usings,
        TypesBefore =
            """public sealed class AskRequest { public string Question { get; set; } = ""; public string Document { get; set; } = ""; }"""
            + "\n\n"
            + Page,
    };

    public static string InMethod(string statements, string members = "") => s_frame.Around(statements, members);

    /// <summary>Both rules; the findings are marked.</summary>
    public static async Task VerifyAsync(string source, string? options = null)
    {
        if (options is null)
        {
            await MarkedFindings.VerifyAsync([new FineTunedModelAskedForKnowledge(), new KnowledgeAskedForWithoutRetrieval()], source);
            return;
        }

        var setup = new TestSetup { EditorConfig = "[*.cs]\n" + options };
        await Verify.AnalyzerAsync<FineTunedModelAskedForKnowledge>(Only(source, "RAG1004"), setup: setup);
        await Verify.AnalyzerAsync<KnowledgeAskedForWithoutRetrieval>(Only(source, "RAG1005"), setup: setup);
    }

    // Markup of the other rule is taken out.
    private static string Only(string source, string id) =>
        System.Text.RegularExpressions.Regex.Replace(
            source,
            @"\{\|(RAG\d{4}):(.*?)\|\}",
            m => m.Groups[1].Value == id ? m.Value : m.Groups[2].Value,
            System.Text.RegularExpressions.RegexOptions.Singleline
        );
}
