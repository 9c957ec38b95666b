using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Tests.Pipeline.Retrievals;

public sealed class EmbeddingCallTests
{
    [Theory]
    [InlineData("generator.GenerateAsync(new[] { text })", "new[] { text }", "nothing")]
    [InlineData("generator.GenerateVectorAsync(text, new EmbeddingGenerationOptions { Dimensions = 512 })", "text", "512")]
    [InlineData("generator.GenerateAsync(text, options)", "text", "options")]
    [InlineData("client.GenerateEmbedding(text)", "text", "nothing")]
    [InlineData("client.GenerateEmbeddings(texts, new OpenAI.Embeddings.EmbeddingGenerationOptions { Dimensions = 256 })", "texts", "256")]
    [InlineData("older.GenerateEmbeddingAsync(text)", "text", "nothing")]
    [InlineData("older.GenerateEmbeddingsAsync(texts)", "texts", "nothing")]
    public void Text_and_dimensions_are_read_off_every_sdks_call(string call, string input, string dimensions)
    {
        var body = ReadBody.Of(
            $$"""
            #pragma warning disable CS0618, SKEXP0001
            using Microsoft.Extensions.AI;
            using Microsoft.SemanticKernel.Embeddings;
            using OpenAI.Embeddings;
            using EmbeddingGenerationOptions = Microsoft.Extensions.AI.EmbeddingGenerationOptions;

            public class Desk(
                IEmbeddingGenerator<string, Embedding<float>> generator,
                EmbeddingClient client,
                ITextEmbeddingGenerationService older,
                EmbeddingGenerationOptions options
            )
            {
                public object Run(string text, List<string> texts) => {{call}};
            }
            """
        );
        var embedding = Assert.Single(EmbeddingCall.In(body));
        Assert.Equal(input, Assert.Single(embedding.Input).Syntax.ToString());
        var asked = embedding.DimensionsAskedFor.Origins.Where(static o => o.Kind is not (OriginKind.Unset or OriginKind.Null)).ToList();
        Assert.Equal(dimensions, asked.Count == 0 ? "nothing" : Assert.Single(asked).Operation.Syntax.ToString());
    }
}
