using RagAnalyzers.CodeFixes.Retrieval;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Retrieval;

/// <summary>The fix of RAG5003: a number that the model returns, or none.</summary>
public sealed class ImpossibleDimensionsFixTests
{
    [Theory]
    [InlineData(
        """{|RAG5003:openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator|}(/* large */ 3072);""",
        """openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator(/* large */ 1536);"""
    )]
    [InlineData(
        """{|RAG5003:openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator|}(1536);""",
        """openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator();"""
    )]
    [InlineData(
        """await {|RAG5003:Ada.GenerateAsync|}(texts, new EmbeddingGenerationOptions { Dimensions = 1536 });""",
        """await Ada.GenerateAsync(texts);"""
    )]
    [InlineData(
        """await {|RAG5003:Ada.GenerateAsync|}(texts, new EmbeddingGenerationOptions { ModelId = text, Dimensions = 1536 });""",
        """await Ada.GenerateAsync(texts, new EmbeddingGenerationOptions { ModelId = text });"""
    )]
    [InlineData(
        """var options = new EmbeddingGenerationOptions { Dimensions = 1536 }; await {|RAG5003:Ada.GenerateAsync|}(texts, options);""",
        """var options = new EmbeddingGenerationOptions(); await Ada.GenerateAsync(texts, options);"""
    )]
    [InlineData(
        """
            {|RAG5003:new ServiceCollection().AddOpenAIEmbeddingGenerator|}(
                "text-embedding-ada-002",
                "key",
                dimensions: 1024
            );
            """,
        """
            new ServiceCollection().AddOpenAIEmbeddingGenerator(
                "text-embedding-ada-002",
                "key"
            );
            """
    )]
    public Task Fixed(string before, string after) =>
        Verify.FixAsync<ImpossibleDimensions, ImpossibleDimensionsFix>(Program(before), Program(after));

    [Fact]
    public Task Variable_has_no_fix() =>
        Verify.NoFixAsync<ImpossibleDimensions, ImpossibleDimensionsFix>(
            Program(
                "const int size = 3 * 1024; await {|RAG5003:Ada.GenerateAsync|}(texts, new EmbeddingGenerationOptions { Dimensions = size });"
            )
        );

    private static string Program(string statements) =>
        Indexing.Program(
            statements,
            """private IEmbeddingGenerator<string, Embedding<float>> Ada => openAI.GetEmbeddingClient("text-embedding-ada-002").AsIEmbeddingGenerator();"""
        );
}
