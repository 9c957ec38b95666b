using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>The frame for tests about where passages come from: <c>pages</c> holds records with a title and a link, <c>search</c> finds texts.</summary>
internal static class SourcedPages
{
    private static readonly TestFrame s_frame = new(
        "public sealed class Desk(IChatClient chat, Kernel kernel, IChatCompletionService completion, ITextSearch search, VectorStoreCollection<string, Page> pages)",
        "public async Task<object?> AskAsync(string question)"
    )
    {
        Usings = """
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Data;

            """,
        TypesBefore = """
            public sealed class Page
            {
                [VectorStoreKey] public string Id { get; set; } = "";
                [VectorStoreData] public string Text { get; set; } = "";
                [VectorStoreData] public string Title { get; set; } = "";
                [VectorStoreData] public string SourceLink { get; set; } = "";
            }
            """,
    };

    public static string Source(string statements, string members = "", string types = "") => s_frame.Around(statements, members, types);
}
