namespace RagAnalyzers.Sdk;

/// <summary>The library that a table describes.</summary>
internal enum SdkKind
{
    OpenAI,
    Betalgo,
    OpenAIDotNet,
    SemanticKernel,
    ExtensionsAI,
    AgentFramework,
    VectorData,
    AzureSearch,
    QdrantClient,
    KernelMemory,
    OllamaSharp,
    Anthropic,

    /// <summary>Databases that search by vector too, and arithmetic for vectors.</summary>
    VectorDatabase,

    SystemTextJson,
    NewtonsoftJson,
    Xml,
    Yaml,

    /// <summary>Shared result wrappers (System.ClientModel, Azure.Core).</summary>
    ClientModel,

    /// <summary>What runs code again and again: timers, delays, job schedulers.</summary>
    Scheduling,

    /// <summary>The container that hands objects to constructors (Microsoft.Extensions.DependencyInjection).</summary>
    Services,

    /// <summary>What the project's own table lists: members of its libraries, whose code is elsewhere.</summary>
    Listed,
}
