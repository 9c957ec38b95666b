using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>Kernel Memory. <c>AskAsync</c> belonged to the interface before it became an extension of it.</summary>
internal static class KernelMemoryTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.KernelMemory)
            .Type("Microsoft.KernelMemory.IKernelMemory")
            .Retrievals(["SearchAsync"], "query")
            .Retrievals(["AskAsync", "AskStreamingAsync"], "question")
            .Ingestions(["ImportDocumentAsync"], "document", "filePath", "uploadRequest", "content")
            .Ingestions(["ImportTextAsync"], "text")
            .Ingestions(["ImportWebPageAsync"], "url")
            .Type("Microsoft.KernelMemory.KernelMemoryExtensions")
            .Retrievals(["AskAsync"], "question")
            .Type("Microsoft.KernelMemory.SearchResult")
            .Passes("Results", "ToJson")
            .Type("Microsoft.KernelMemory.MemoryAnswer")
            .Passes("Result", "RelevantSources", "ToJson", "ToString")
            .Type("Microsoft.KernelMemory.Citation")
            .Passes("Partitions", "SourceName", "SourceUrl")
            .Type("Microsoft.KernelMemory.Citation+Partition")
            .Passes("Text")
            .ToEntries();
}
