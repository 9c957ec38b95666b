using System.Collections.Immutable;
using System.Linq;
using RagAnalyzers.Sdk.Tables;

namespace RagAnalyzers.Sdk;

/// <summary>All tables. A new SDK is a new table, listed here.</summary>
internal static class SdkTables
{
    /// <summary>The tables of AI SDKs.</summary>
    public static ImmutableArray<SdkEntry> Ai { get; } =
        ImmutableArray<SdkEntry>
            .Empty.AddRange(OpenAIChatTable.Entries)
            .AddRange(OpenAIResponsesTable.Entries)
            .AddRange(OpenAIFilesTable.Entries)
            .AddRange(BetalgoTable.Entries)
            .AddRange(OpenAIDotNetTable.Entries)
            .AddRange(ExtensionsAITable.Entries)
            .AddRange(AgentFrameworkTable.Entries)
            .AddRange(SemanticKernelTable.Entries)
            .AddRange(SemanticKernelAgentsTable.Entries)
            .AddRange(SemanticKernelPromptFileTable.Entries)
            .AddRange(SemanticKernelSearchTable.Entries)
            .AddRange(SemanticKernelToolsTable.Entries)
            .AddRange(VectorDataTable.Entries)
            .AddRange(AzureSearchTable.Entries)
            .AddRange(QdrantTable.Entries)
            .AddRange(KernelMemoryTable.Entries)
            .AddRange(OllamaSharpTable.Entries)
            .AddRange(AnthropicTable.Entries)
            .AddRange(EmbeddingsTable.Entries)
            .AddRange(EmbeddersTable.Entries)
            .AddRange(VectorRecordsTable.Entries)
            .AddRange(ChunkingTable.Entries)
            .AddRange(ModelNamesTable.Entries)
            .AddRange(ClientsTable.Entries);

    /// <summary>The tables of libraries that mean something only beside an AI SDK.</summary>
    public static ImmutableArray<SdkEntry> General { get; } =
        ImmutableArray<SdkEntry>
            .Empty.AddRange(ClientModelTable.Entries)
            .AddRange(ServicesTable.Entries)
            .AddRange(VectorDatabasesTable.Entries)
            .AddRange(QueryTextsTable.Entries)
            .AddRange(JsonParserTable.Entries)
            .AddRange(MarkupParserTable.Entries)
            .AddRange(SchedulerTable.Entries);

    /// <summary>The rows of all tables by the namespace of their type.</summary>
    public static ILookup<string, SdkEntry> ByNamespace { get; } =
        Ai.AddRange(General).ToLookup(entry => entry.Type.Substring(0, entry.Type.LastIndexOf('.')));

    /// <summary>
    /// One type of every AI SDK that every version of it has, to find out cheaply whether any is referenced.
    /// </summary>
    public static ImmutableArray<string> Markers { get; } =
        ImmutableArray.Create(
            "OpenAI.Chat.ChatClient",
            "Betalgo.Ranul.OpenAI.Interfaces.IFileService",
            "OpenAI.FineTuning.FineTuningEndpoint",
            "Microsoft.Extensions.AI.IChatClient",
            "Microsoft.Agents.AI.AIAgent",
            "Microsoft.SemanticKernel.Kernel",
            "Microsoft.Extensions.VectorData.VectorStoreCollection`2",
            "Azure.Search.Documents.SearchClient",
            "Qdrant.Client.QdrantClient",
            "Microsoft.KernelMemory.IKernelMemory",
            "OllamaSharp.IOllamaApiClient",
            "Anthropic.Services.IMessageService"
        );
}
