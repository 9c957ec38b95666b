using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>Every overload of the members that matter is known, so a new version cannot add one unseen.</summary>
public sealed class SdkCoverageTests
{
    [Theory]
    [InlineData("OpenAI.Chat.ChatClient", "CompleteChat")]
    [InlineData("OpenAI.Responses.ResponsesClient", "CreateResponse")]
    [InlineData("Microsoft.Extensions.AI.IChatClient", "GetResponse")]
    [InlineData("Microsoft.Extensions.AI.IChatClient", "GetStreamingResponse")]
    [InlineData("Microsoft.Extensions.AI.ChatClientExtensions", "GetResponse")]
    [InlineData("Microsoft.Extensions.AI.ChatClientExtensions", "GetStreamingResponse")]
    [InlineData("Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions", "Get")]
    [InlineData("Microsoft.Agents.AI.AIAgent", "Run")]
    [InlineData("Microsoft.Agents.AI.ChatClientAgent", "Run")]
    [InlineData("Microsoft.SemanticKernel.ChatCompletion.IChatCompletionService", "Get")]
    [InlineData("Microsoft.SemanticKernel.ChatCompletion.ChatCompletionServiceExtensions", "Get")]
    [InlineData("Microsoft.SemanticKernel.TextGeneration.ITextGenerationService", "Get")]
    [InlineData("Microsoft.SemanticKernel.TextGeneration.TextGenerationExtensions", "Get")]
    [InlineData("Microsoft.SemanticKernel.KernelExtensions", "InvokePrompt")]
    [InlineData("Microsoft.SemanticKernel.KernelFunction", "Invoke")]
    public void Model_calls(string type, string prefix) => AssertKnown<ModelCallFact>(type, prefix);

    [Theory]
    [InlineData("Microsoft.SemanticKernel.KernelExtensions", "CreateFunctionFromPrompt")]
    [InlineData("Microsoft.SemanticKernel.KernelFunctionFactory", "CreateFromPrompt")]
    public void Prompt_functions(string type, string prefix) => AssertKnown<PromptFunctionFact>(type, prefix);

    [Theory]
    [InlineData("Microsoft.Extensions.VectorData.VectorStoreCollection`2", "Search")]
    [InlineData("Microsoft.Extensions.VectorData.IVectorSearchable`1", "Search")]
    [InlineData("Microsoft.Extensions.VectorData.IKeywordHybridSearchable`1", "HybridSearch")]
    [InlineData("Microsoft.SemanticKernel.Data.ITextSearch", "")]
    [InlineData("Microsoft.SemanticKernel.Data.ITextSearch`1", "")]
    [InlineData("Microsoft.SemanticKernel.Data.VectorStoreTextSearch`1", "")]
    [InlineData("Microsoft.SemanticKernel.Memory.ISemanticTextMemory", "Search")]
    [InlineData("Microsoft.SemanticKernel.Memory.IMemoryStore", "GetNearest")]
    [InlineData("Azure.Search.Documents.SearchClient", "Search")]
    [InlineData("OpenAI.VectorStores.VectorStoreClient", "SearchVectorStore")]
    public void Retrievals(string type, string prefix) => AssertKnown<RetrievalFact>(type, prefix);

    [Theory]
    [InlineData("OpenAI.FineTuning.FineTuningClient", "FineTune")]
    [InlineData("OpenAI.FineTuning.FineTuningClient", "CreateFineTuningJob")]
    [InlineData("Betalgo.Ranul.OpenAI.Interfaces.IFineTuningJobService", "Create")]
    [InlineData("Betalgo.Ranul.OpenAI.Interfaces.IFineTuneService", "Create")]
    public void Fine_tuning_jobs(string type, string prefix) => AssertKnown<FineTuningJobFact>(type, prefix);

    [Theory]
    [InlineData("Betalgo.Ranul.OpenAI.Interfaces.IFileService", "Upload")]
    [InlineData("Betalgo.Ranul.OpenAI.Interfaces.IFileServiceExtension", "FileUpload")]
    public void File_uploads(string type, string prefix) => AssertKnown<FileUploadFact>(type, prefix);

    [Theory]
    [InlineData("Microsoft.Extensions.VectorData.VectorStoreCollection`2", "Upsert")]
    [InlineData("Microsoft.SemanticKernel.Memory.ISemanticTextMemory", "Save")]
    [InlineData("Microsoft.SemanticKernel.Memory.IMemoryStore", "Upsert")]
    [InlineData("OpenAI.VectorStores.VectorStoreClient", "AddFile")]
    [InlineData("Azure.Search.Documents.SearchClient", "Upload")]
    [InlineData("Azure.Search.Documents.SearchClient", "Merge")]
    [InlineData("Azure.Search.Documents.SearchClient", "IndexDocuments")]
    public void Ingestions(string type, string prefix) => AssertKnown<IngestionFact>(type, prefix);

    [Theory]
    [InlineData("OpenAI.Chat.ChatMessage", "CreateSystem")]
    [InlineData("OpenAI.Chat.ChatMessage", "CreateDeveloper")]
    [InlineData("OpenAI.Chat.ChatMessage", "CreateUser")]
    [InlineData("OpenAI.Chat.ChatMessage", "CreateTool")]
    [InlineData("OpenAI.Responses.ResponseItem", "CreateSystem")]
    [InlineData("OpenAI.Responses.ResponseItem", "CreateDeveloper")]
    [InlineData("OpenAI.Responses.ResponseItem", "CreateUser")]
    [InlineData("OpenAI.Responses.ResponseItem", "CreateAssistant")]
    [InlineData("Microsoft.SemanticKernel.ChatCompletion.ChatHistory", "Add")]
    public void Prompt_parts(string type, string prefix) => AssertKnown<PromptPartFact>(type, prefix);

    [Theory]
    [InlineData("OpenAI.Chat.ChatResponseFormat", "Create")]
    [InlineData("OpenAI.Responses.ResponseTextFormat", "Create")]
    [InlineData("Microsoft.Extensions.AI.ChatResponseFormat", "")]
    public void Formats(string type, string prefix) => AssertKnown<FormatFact>(type, prefix);

    [Theory]
    [InlineData("System.Text.Json.JsonSerializer", "Deserialize")]
    [InlineData("Newtonsoft.Json.JsonConvert", "Deserialize")]
    [InlineData("Newtonsoft.Json.JsonSerializer", "Deserialize")]
    [InlineData("Newtonsoft.Json.Linq.JToken", "Parse")]
    [InlineData("Newtonsoft.Json.Linq.JObject", "Parse")]
    [InlineData("Newtonsoft.Json.Linq.JArray", "Parse")]
    [InlineData("System.Xml.Linq.XDocument", "Parse")]
    [InlineData("System.Xml.Linq.XElement", "Parse")]
    [InlineData("YamlDotNet.Serialization.IDeserializer", "Deserialize")]
    public void Parses(string type, string prefix) => AssertKnown<ParseFact>(type, prefix);

    private static void AssertKnown<TFact>(string type, string prefix)
        where TFact : SdkFact
    {
        var unknown = new List<string>();
        var count = 0;
        foreach (var references in new[] { ReferenceSets.OpenAI21, ReferenceSets.OpenAI210, ReferenceSets.Betalgo, ReferenceSets.Latest })
        {
            var compilation = AnalyzerRun.Compile([], references);
            Assert.True(AiSdks.TryCreate(compilation, out var sdks));
            foreach (var member in TableCheck.TypesNamed(type, compilation).SelectMany(found => found.GetMembers()).Where(IsMeant))
            {
                count++;
                if (!sdks.TryGetFact<TFact>(member, out _))
                {
                    unknown.Add(member.ToDisplayString());
                }
            }
        }

        Assert.NotEqual(0, count);
        Assert.True(unknown.Count == 0, string.Join(Environment.NewLine, unknown));

        bool IsMeant(ISymbol member) =>
            member.DeclaredAccessibility == Accessibility.Public
            && member.Name.StartsWith(prefix, StringComparison.Ordinal)
            && member is IPropertySymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary, IsOverride: false };
    }
}
