using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace RagAnalyzers.Tests.Verifiers;

public sealed class ReferenceSetsTests
{
    [Fact]
    public void Latest_has_every_sdk()
    {
        var compilation = Compile(ReferenceSets.Latest);
        Assert.All(
            [
                "Azure.AI.OpenAI.AzureOpenAIClient",
                "Azure.Search.Documents.SearchClient",
                "Microsoft.Agents.AI.AIAgent",
                "Microsoft.Agents.AI.ChatClientAgent",
                "Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions",
                "Microsoft.Extensions.AI.OpenAIClientExtensions",
                "Microsoft.Extensions.VectorData.VectorStoreCollection`2",
                "Microsoft.SemanticKernel.Connectors.OpenAI.OpenAIPromptExecutionSettings",
                "Microsoft.SemanticKernel.Kernel",
                "Newtonsoft.Json.JsonConvert",
                "OpenAI.Chat.ChatClient",
                "System.Numerics.Tensors.TensorPrimitives",
                "YamlDotNet.Serialization.IDeserializer",
            ],
            name => Assert.NotNull(compilation.GetTypeByMetadataName(name))
        );
    }

    [Fact]
    public void The_openai_sets_have_their_version()
    {
        Assert.Equal(new Version(2, 1, 0, 0), OpenAIVersion(ReferenceSets.OpenAI21));
        Assert.Equal(new Version(2, 10, 0, 0), OpenAIVersion(ReferenceSets.OpenAI210));
        Assert.Equal(new Version(2, 15, 0, 0), OpenAIVersion(ReferenceSets.Latest));
    }

    [Fact]
    public void NoAi_has_json_and_no_sdk()
    {
        var compilation = Compile(ReferenceSets.NoAi);
        Assert.NotNull(compilation.GetTypeByMetadataName("Newtonsoft.Json.JsonConvert"));
        Assert.NotNull(compilation.GetTypeByMetadataName("System.Text.Json.JsonSerializer"));
        Assert.Null(compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IChatClient"));
        Assert.Null(compilation.GetTypeByMetadataName("OpenAI.Chat.ChatClient"));
    }

    [Fact]
    public void AbstractionsOnly_has_no_structured_output()
    {
        var compilation = Compile(ReferenceSets.AbstractionsOnly);
        Assert.NotNull(compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.IChatClient"));
        Assert.Null(compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions"));
    }

    private static CSharpCompilation Compile(ImmutableArray<MetadataReference> references) => AnalyzerRun.Compile([], references);

    private static Version OpenAIVersion(ImmutableArray<MetadataReference> references) =>
        Compile(references).ReferencedAssemblyNames.Single(name => name.Name == "OpenAI").Version;
}
