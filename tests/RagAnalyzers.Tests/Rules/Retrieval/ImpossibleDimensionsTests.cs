using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5003: dimensions that a model does not return.</summary>
public sealed class ImpossibleDimensionsTests
{
    [Theory]
    [InlineData("text-embedding-ada-002", "1536", true)]
    [InlineData("text-embedding-3-small", "3072", true)]
    [InlineData("text-embedding-3-small", "1536", false)]
    [InlineData("text-embedding-3-small", "256", false)]
    [InlineData("openai/text-embedding-3-large", "4096", true)]
    [InlineData("embed-v4.0", "768", true)]
    [InlineData("embed-v4.0", "512", false)]
    [InlineData("our-embeddings", "9999", false)]
    [InlineData("nomic-embed-text", "9999", false)]
    [InlineData("text-embedding-3-small", "texts.Count", false)]
    public Task Of_a_call(string model, string number, bool isWrong) =>
        Check(
            $$"""
            var embedder = openAI.GetEmbeddingClient("{{model}}").AsIEmbeddingGenerator();
            await {{(
                isWrong ? "{|RAG5003:embedder.GenerateAsync|}" : "embedder.GenerateAsync"
            )}}(texts, new EmbeddingGenerationOptions { Dimensions = {{number}} });
            """
        );

    [Theory]
    [InlineData("""{|RAG5003:openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator|}(1536);""")]
    [InlineData("""{|RAG5003:openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator|}(2000);""")]
    [InlineData("""{|RAG5003:Kernel.CreateBuilder().AddOpenAIEmbeddingGenerator|}("text-embedding-3-small", "key", dimensions: 3072);""")]
    [InlineData("""_ = new {|RAG5003:OpenAITextEmbeddingGenerationService|}("text-embedding-ada-002", "key", dimensions: 512);""")]
    [InlineData("""openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator();""")]
    [InlineData("""openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator(null);""")]
    [InlineData("""Kernel.CreateBuilder().AddOpenAIEmbeddingGenerator("text-embedding-3-small", "key", dimensions: 1024);""")]
    public Task Of_a_maker(string statement) =>
        Verify.AnalyzerAsync<ImpossibleDimensions>(Indexing.Program("#pragma warning disable CS0618\n" + statement));

    [Fact]
    public Task Of_the_client_of_OpenAI() =>
        Check(
            """
            var client = new EmbeddingClient("text-embedding-ada-002", "key");
            await {|RAG5003:client.GenerateEmbeddingAsync|}(text, new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = 256 });
            var options = new OpenAI.Embeddings.EmbeddingGenerationOptions { EndUserId = text };
            await client.GenerateEmbeddingAsync(text, options);
            """
        );

    /// <summary>A server of one's own gives OpenAI's names to other models; a gateway's name says whose the model is.</summary>
    [Theory]
    [InlineData("http://localhost:8080/v1", "text-embedding-ada-002", false)]
    [InlineData("https://openrouter.ai/api/v1", "openai/text-embedding-ada-002", true)]
    [InlineData("https://api.openai.com/v1", "text-embedding-ada-002", true)]
    public Task Asked_elsewhere(string endpoint, string model, bool isWrong) =>
        Check(
            $$"""
            var client = new EmbeddingClient("{{model}}", new System.ClientModel.ApiKeyCredential("key"), new OpenAIClientOptions { Endpoint = new Uri("{{endpoint}}") });
            await {{(
                isWrong ? "{|RAG5003:client.GenerateEmbeddingAsync|}" : "client.GenerateEmbeddingAsync"
            )}}(text, new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = 384 });
            """
        );

    /// <summary>A number that several calls ask for is one mistake.</summary>
    [Theory]
    [InlineData("var options = new EmbeddingGenerationOptions { Dimensions = 4096 };", "options")]
    [InlineData("const int Size = 4096;", "new EmbeddingGenerationOptions { Dimensions = Size }")]
    [InlineData("", "new EmbeddingGenerationOptions { Dimensions = Pages.Size }")]
    public Task Said_once(string before, string options) =>
        Verify.AnalyzerAsync<ImpossibleDimensions>(
            Indexing.Program(
                $$"""
                var embedder = openAI.GetEmbeddingClient("text-embedding-3-large").AsIEmbeddingGenerator();
                {{before}}
                await {|RAG5003:embedder.GenerateAsync|}(texts, {{options}});
                await embedder.GenerateVectorAsync(text, {{options}});
                """,
                types: Indexing.Page384 + "public static class Pages { public const int Size = 4096; }"
            )
        );

    private static Task Check(string statements) => Verify.AnalyzerAsync<ImpossibleDimensions>(Indexing.Program(statements));
}
