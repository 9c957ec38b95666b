using RagAnalyzers.CodeFixes.Retrieval;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Retrieval;

/// <summary>The fix of RAG5007: the nearest number that works.</summary>
public sealed class ImpossibleChunkingFixTests
{
    [Theory]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(1000, {|RAG5007:800|})", "FileChunkingStrategy.CreateStaticStrategy(1000, 500)")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy({|RAG5007:8192|}, 0)", "FileChunkingStrategy.CreateStaticStrategy(4096, 0)")]
    [InlineData(
        "TextChunker.SplitPlainTextParagraphs(lines, 800, {|RAG5007:800|})",
        "TextChunker.SplitPlainTextParagraphs(lines, 800, 160)"
    )]
    public Task Number(string before, string after) =>
        Verify.FixAsync<ImpossibleChunking, ImpossibleChunkingFix>(Program(before), Program(after));

    [Theory]
    [InlineData("TextChunker.SplitPlainTextLines(text, {|RAG5007:0|})")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(1000, {|RAG5007:1000 - 1|})")]
    public Task Not_offered(string call) => Verify.NoFixAsync<ImpossibleChunking, ImpossibleChunkingFix>(Program(call));

    private static string Program(string call) =>
        $$"""
            using Microsoft.SemanticKernel.Text;
            using OpenAI.VectorStores;

            public class Cutter
            {
                public object Cut(string text, List<string> lines) => {{call}};
            }
            """;
}
