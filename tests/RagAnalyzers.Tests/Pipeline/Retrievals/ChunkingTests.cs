using RagAnalyzers.Pipeline.Retrievals;

namespace RagAnalyzers.Tests.Pipeline.Retrievals;

public sealed class ChunkingTests
{
    [Theory]
    [InlineData("TextChunker.SplitPlainTextLines(text, 128)", "128", null, "text")]
    [InlineData("TextChunker.SplitPlainTextParagraphs(lines, 512, overlapTokens: 64)", "512", "64", "lines")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(overlappingTokenCount: 100, maxTokensPerChunk: 800)", "800", "100", null)]
    [InlineData("new StaticFileChunkingStrategy(800, 400)", "800", "400", null)]
    public void Size_and_overlap_are_read_off_every_splitter(string code, string size, string? overlap, string? text)
    {
        var chunking = Assert.Single(In(code));
        Assert.Equal(size, chunking.Size!.Syntax.ToString());
        Assert.Equal(overlap, chunking.Overlap?.Syntax.ToString());
        Assert.Equal(text, chunking.Text?.Syntax.ToString());
    }

    [Fact]
    public void A_splitter_of_the_users_own_is_not_taken_for_the_sdks() =>
        Assert.Empty(In("Own.TextChunker.SplitPlainTextLines(text, 128)"));

    private static IEnumerable<Chunking> In(string code) =>
        Chunking.In(
            ReadBody.Of(
                $$"""
                #pragma warning disable SKEXP0050, OPENAI001
                using Microsoft.SemanticKernel.Text;
                using OpenAI.VectorStores;

                public class Desk
                {
                    public object Run(string text, List<string> lines) => {{code}};
                }

                namespace Own
                {
                    public static class TextChunker { public static List<string> SplitPlainTextLines(string text, int maxTokensPerLine) => [text, $"{maxTokensPerLine}"]; }
                }
                """
            )
        );
}
