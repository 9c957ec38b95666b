using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>What cuts documents into chunks.</summary>
internal static class ChunkingTable
{
    /// <summary>platform.openai.com/docs/api-reference/vector-stores: static chunking, read 2026-11.</summary>
    private static readonly ChunkingLimits OfVectorStores = new(100, 4096);

    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.SemanticKernel)
            .Type("Microsoft.SemanticKernel.Text.TextChunker")
            .Chunks(["SplitPlainTextLines", "SplitMarkDownLines"], size: "maxTokensPerLine", text: "text")
            .Chunks(
                ["SplitPlainTextParagraphs", "SplitMarkdownParagraphs"],
                size: "maxTokensPerParagraph",
                overlap: "overlapTokens",
                text: "lines"
            )
            .ToEntries()
            .AddRange(OpenAI);

    private static ImmutableArray<SdkEntry> OpenAI =>
        new SdkTable(SdkKind.OpenAI)
            .Type("OpenAI.VectorStores.FileChunkingStrategy")
            .Chunks(["CreateStaticStrategy"], size: "maxTokensPerChunk", overlap: "overlappingTokenCount", limits: OfVectorStores)
            .Type("OpenAI.VectorStores.StaticFileChunkingStrategy")
            .Chunks([SdkTable.Constructor], size: "maxTokensPerChunk", overlap: "overlappingTokenCount", limits: OfVectorStores)
            .ToEntries();
}
