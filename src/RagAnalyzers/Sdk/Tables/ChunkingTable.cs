using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>What cuts documents into chunks.</summary>
internal static class ChunkingTable
{
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
            .Chunks(["CreateStaticStrategy"], size: "maxTokensPerChunk", overlap: "overlappingTokenCount")
            .Type("OpenAI.VectorStores.StaticFileChunkingStrategy")
            .Chunks([SdkTable.Constructor], size: "maxTokensPerChunk", overlap: "overlappingTokenCount")
            .ToEntries();
}
