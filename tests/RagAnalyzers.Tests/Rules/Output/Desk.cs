using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Puts statements into a method <c>AskAsync(string question)</c> of a class that has the services of an SDK. The class is a
/// library's, so nothing is known of its parameters and of who calls it. A method <c>Use(object?)</c> takes what is parsed.
/// Further members may follow the statements.
/// </summary>
internal static class Desk
{
    private const string CommonUsings = """
        using System.Diagnostics.CodeAnalysis;
        using System.Text;
        using System.Text.Json;
        using System.Text.Json.Nodes;
        using System.Text.RegularExpressions;

        """;

    /// <summary>
    /// Microsoft.Extensions.AI, Agent Framework, and every retrieval: chat, agent, policies, searchable, hybrid, search, typedSearch,
    /// memory, index.
    /// </summary>
    public static Task ExtensionsAIAsync(string statements, string members = "") =>
        ParsedAnswers.VerifyAsync(ExtensionsAI(statements, members));

    /// <inheritdoc cref="ExtensionsAIAsync"/>
    public static string ExtensionsAI(string statements, string members = "") =>
        Source(
            """
            using Microsoft.Agents.AI;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;
            """,
            """
                IChatClient chat,
                AIAgent agent,
                HttpClient http,
                VectorStoreCollection<string, Policy> policies,
                IVectorSearchable<Policy> searchable,
                IKeywordHybridSearchable<Policy> hybrid,
                Microsoft.SemanticKernel.Data.ITextSearch search,
                Microsoft.SemanticKernel.Data.ITextSearch<Policy> typedSearch,
                Microsoft.SemanticKernel.Memory.ISemanticTextMemory memory,
                Azure.Search.Documents.SearchClient index
            """,
            statements,
            members
        );

    /// <summary>Semantic Kernel: kernel, chat, text, policies, search.</summary>
    public static Task SemanticKernelAsync(string statements, string members = "") =>
        ParsedAnswers.VerifyAsync(SemanticKernel(statements, members));

    /// <inheritdoc cref="SemanticKernelAsync"/>
    public static string SemanticKernel(string statements, string members = "") =>
        Source(
            """
            using Microsoft.Extensions.VectorData;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;
            using Microsoft.SemanticKernel.TextGeneration;
            """,
            """
                Kernel kernel,
                IChatCompletionService chat,
                ITextGenerationService text,
                VectorStoreCollection<string, Policy> policies,
                Microsoft.SemanticKernel.Data.ITextSearch search
            """,
            statements,
            members
        );

    /// <summary>OpenAI's own client: chat, responses, azure, policies.</summary>
    public static Task OpenAIAsync(string statements, string members = "") => ParsedAnswers.VerifyAsync(OpenAI(statements, members));

    /// <inheritdoc cref="OpenAIAsync"/>
    public static string OpenAI(string statements, string members = "") =>
        Source(
            """
            using System.ClientModel;
            using Azure.AI.OpenAI;
            using Microsoft.Extensions.VectorData;
            using OpenAI.Chat;
            using OpenAI.Responses;
            """,
            """
                ChatClient chat,
                ResponsesClient responses,
                AzureOpenAIClient azure,
                VectorStoreCollection<string, Policy> policies
            """,
            statements,
            members
        );

    /// <summary>An OpenAI client of another version, with no other SDK beside it: chat.</summary>
    public static Task OpenAIAsync(string statements, ImmutableArray<MetadataReference> references) =>
        ParsedAnswers.VerifyAsync(
            (Frame("using OpenAI.Chat;", "ChatClient chat") with { TypesBehind = TestFrame.Answer }).Around(statements),
            references
        );

    private static string Source(string usings, string services, string statements, string members) =>
        Frame(usings, services).Around(statements, members);

    private static TestFrame Frame(string usings, string services) =>
        new($"public class Desk({services})", "public async Task AskAsync(string question)")
        {
            Usings = CommonUsings + usings,
            MembersBehind = "    private static void Use(object? value) => Console.WriteLine(value);",
            TypesBehind = TestFrame.Answer + "\n\n" + TestFrame.Policy,
            Indented = IndentedLines.None,
        };
}
