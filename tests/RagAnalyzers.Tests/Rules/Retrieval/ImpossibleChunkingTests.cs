using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Retrieval;

/// <summary>RAG5007: sizes and overlaps.</summary>
public sealed class ImpossibleChunkingTests
{
    [Theory]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(1000, {|RAG5007:800|});")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(overlappingTokenCount: {|RAG5007:501|}, maxTokensPerChunk: 1000);")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy({|RAG5007:8192|}, 0);")]
    [InlineData("_ = new StaticFileChunkingStrategy({|RAG5007:50|}, 10);")]
    [InlineData("const int size = 400; FileChunkingStrategy.CreateStaticStrategy(size, {|RAG5007:size - 100|});")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(1000, 500);")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(4096, 0);")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(100, 50);")]
    [InlineData("FileChunkingStrategy.CreateStaticStrategy(texts.Count, 800);")]
    public Task Stores_of_OpenAI(string statement) => Check(statement);

    [Theory]
    [InlineData("TextChunker.SplitPlainTextParagraphs(texts, 800, {|RAG5007:800|});")]
    [InlineData("TextChunker.SplitMarkdownParagraphs(texts, 100, {|RAG5007:200|});")]
    [InlineData("TextChunker.SplitPlainTextLines(text, {|RAG5007:0|});")]
    [InlineData("TextChunker.SplitPlainTextParagraphs(texts, 1000, 800);")]
    [InlineData("TextChunker.SplitPlainTextParagraphs(texts, 128);")]
    [InlineData("TextChunker.SplitPlainTextParagraphs(texts, texts.Count, 128);")]
    public Task Splitter_of_Semantic_Kernel(string statement) => Check(statement);

    [Theory]
    [InlineData("text-embedding-3-small", "{|RAG5007:10000|}")]
    [InlineData("text-embedding-3-small", "8000")]
    [InlineData("our-embeddings", "10000")]
    [InlineData("text-embedding-3-small", "12000, tokenCounter: s => s.Length")]
    [InlineData("text-embedding-3-small", "{|RAG5007:12000|}, tokenCounter: null")]
    public Task Longer_than_the_model_takes(string model, string size) =>
        Check($"""var client = openAI.GetEmbeddingClient("{model}"); TextChunker.SplitPlainTextParagraphs(texts, {size});""");

    // A head names the type that `new(...)` makes.
    [Theory]
    [InlineData("private static readonly StaticFileChunkingStrategy Cut = new({|RAG5007:50|}, 10);")]
    [InlineData("private readonly StaticFileChunkingStrategy first = new(400, 100), second = new({|RAG5007:50|}, 10);")]
    [InlineData("private static StaticFileChunkingStrategy Cut { get; } = new({|RAG5007:50|}, 10);")]
    [InlineData("private static StaticFileChunkingStrategy Cut => new({|RAG5007:50|}, 10);")]
    [InlineData("private static StaticFileChunkingStrategy Cut { get => new({|RAG5007:50|}, 10); }")]
    [InlineData("private static readonly StaticFileChunkingStrategy Cut = new(400, 10);")]
    public Task Type_in_the_head(string member) => Check("", member);

    [Fact]
    public Task Type_under_another_name() =>
        Verify.AnalyzerAsync<ImpossibleChunking>(
            """
            using Cut = OpenAI.VectorStores.StaticFileChunkingStrategy;

            public class Store
            {
                public Cut Coarse() => new Cut(400, 100);

                public object Fine() => new Cut({|RAG5007:50|}, 10);
            }
            """
        );

    [Theory]
    [InlineData(
        "private readonly OpenAI.Embeddings.EmbeddingClient embedder = new(\"text-embedding-3-small\", \"key\");",
        "{|RAG5007:10000|}"
    )]
    [InlineData(
        "private OpenAI.Embeddings.EmbeddingClient Embedder { get; } = new(\"text-embedding-3-small\", \"key\");",
        "{|RAG5007:10000|}"
    )]
    [InlineData("private readonly OpenAI.Embeddings.EmbeddingClient embedder = new(\"our-embeddings\", \"key\");", "10000")]
    public Task Longer_than_the_model_of_a_field_takes(string member, string size) =>
        Check($"TextChunker.SplitPlainTextParagraphs(texts, {size});", member);

    [Theory]
    [InlineData("for (var i = 0; i < text.Length; i += {|RAG5007:Size - 500|}) texts.Add(text.Substring(i, 1));")]
    [InlineData(
        "const int overlap = 600; for (var i = 0; i < text.Length; i += {|RAG5007:Size - overlap|}) texts.Add(text.AsSpan(i).ToString());"
    )]
    [InlineData("var i = 0; while (i < text.Length) { texts.Add(text.Substring(i, 1)); i += {|RAG5007:Size - Size|}; }")]
    // The last window begins in front of the end, too.
    [InlineData(
        "var i = 0; while (i < text.Length) { var end = Math.Min(i + 500, text.Length); texts.Add(text[i..end]); i = end - {|RAG5007:100|}; }"
    )]
    [InlineData(
        "var i = 0; int end; var by = 100; while (i < text.Length) { end = Math.Min(text.Length, i + 500); texts.Add(text[i..end]); i = end - {|RAG5007:by|}; }"
    )]
    [InlineData(
        "var i = 0; while (i < text.Length) { var n = Math.Min(500, text.Length - i); texts.Add(text.Substring(i, n)); i += n - {|RAG5007:Size|}; }"
    )]
    [InlineData("var i = 0; while (i < text.Length) { var n = Math.Min(500, text.Length - i); texts.Add(text.Substring(i, n)); i += n; }")]
    [InlineData(
        "var i = 0; while (i < text.Length) { var end = Math.Min(i + 500, text.Length); texts.Add(text[i..end]); if (end == text.Length) { break; } i = end - 100; }"
    )]
    [InlineData("var i = 0; while (i < text.Length) { var end = Math.Min(i + 500, text.Length); texts.Add(text[i..end]); i = end - 0; }")]
    [InlineData(
        "var i = 0; while (i < text.Length - 100) { var end = Math.Min(i + 500, text.Length); texts.Add(text[i..end]); i = end - 100; }"
    )]
    [InlineData(
        "var i = 0; while (i < text.Length) { var end = Math.Min(i + 500, text.Length); texts.Add(text[i..end]); i = end == text.Length ? end : end - 100; }"
    )]
    [InlineData(
        "var i = 0; while (i < text.Length) { var end = i + 500; texts.Add(text.Substring(i, Math.Min(500, text.Length - i))); i = end - 100; }"
    )]
    [InlineData("for (var i = 0; i < text.Length; i += {|RAG5007:Size - 500|}) texts.Add(text[i..Math.Min(i + Size, text.Length)]);")]
    [InlineData(
        "foreach (var part in Cut(text)) texts.Add(part); static IEnumerable<string> Cut(string all, int size = 500, int overlap = 500) { for (var i = 0; i < all.Length; i += {|RAG5007:size - overlap|}) yield return all.Substring(i, 1); }"
    )]
    [InlineData("for (var i = 0; i < text.Length; i += Size) texts.Add(text[i..Math.Min(i + Size, text.Length)]);")]
    [InlineData("for (var i = 0; i < text.Length; i += Size - 100) texts.Add(text.Substring(i, 1));")]
    [InlineData("for (var i = 0; i < text.Length; i += Size - texts.Count) texts.Add(text.Substring(i, 1));")]
    [InlineData("for (var i = 0; i < text.Length; i += Size - 500) { if (i > 9) break; texts.Add(text.Substring(i, 1)); }")]
    [InlineData("for (var i = 0; i < text.Length; i += Size - 500) texts.Clear();")]
    public Task Own_windows(string statements) => Check(statements, "private const int Size = 500;");

    private static Task Check(string statements, string members = "") =>
        Verify.AnalyzerAsync<ImpossibleChunking>(
            Indexing
                .Program(statements, members)
                .Replace(
                    "using OpenAI;",
                    "using OpenAI;\nusing OpenAI.VectorStores;\nusing Microsoft.SemanticKernel.Text;",
                    StringComparison.Ordinal
                )
                .Replace("(VectorStore store", "(Microsoft.Extensions.VectorData.VectorStore store", StringComparison.Ordinal)
        );
}
