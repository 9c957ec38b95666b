using System.Collections.Immutable;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// Kernel Memory. To ask it is a retrieval and a model call in one, without any format. <c>AskAsync</c> belonged to the interface before it became an extension of it.
/// </summary>
internal static class KernelMemoryTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.KernelMemory)
            .Type("Microsoft.KernelMemory.IKernelMemory")
            .Retrievals(["SearchAsync"], ["query"], top: "limit", filter: "filter", threshold: "minRelevance")
            .Retrievals(["AskAsync", "AskStreamingAsync"], ["question"], filter: "filter", threshold: "minRelevance")
            .ModelCalls(["AskAsync"], prompt: ["question"])
            .ModelCalls(["AskStreamingAsync"], prompt: ["question"], streaming: true)
            .Ingestions(["ImportDocumentAsync"], "document", "filePath", "uploadRequest", "content")
            .Ingestions(["ImportTextAsync"], "text")
            .Ingestions(["ImportWebPageAsync"], "url")
            .Type("Microsoft.KernelMemory.KernelMemoryExtensions")
            .Retrievals(["AskAsync"], ["question"], filter: "filter", threshold: "minRelevance")
            .ModelCalls(["AskAsync"], prompt: ["question"])
            .Type("Microsoft.KernelMemory.SearchResult")
            .Passes("Results", "ToJson")
            .Type("Microsoft.KernelMemory.MemoryAnswer")
            .Passes("Result", "RelevantSources", "ToJson", "ToString")
            .Type("Microsoft.KernelMemory.Citation")
            .Passes("Partitions", "SourceName", "SourceUrl")
            .Hits(HitPart.Source, "SourceName", "SourceUrl")
            .Type("Microsoft.KernelMemory.Citation+Partition")
            .Passes("Text")
            .Hits(HitPart.Text, "Text")
            .Hits(HitPart.Score, "Relevance")
            .ToEntries();
}
