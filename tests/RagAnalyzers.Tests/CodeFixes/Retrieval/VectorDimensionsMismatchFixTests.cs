using RagAnalyzers.CodeFixes.Retrieval;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Retrieval;

/// <summary>The fix of RAG5002: the number that decides.</summary>
public sealed class VectorDimensionsMismatchFixTests
{
    private const string Statements = """
        var small = openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator();
        await {|RAG5002:pages.UpsertAsync|}(new Page { Vector = await small.GenerateVectorAsync(text) });
        await foreach (var hit in pages.SearchAsync(await small.GenerateVectorAsync(text), 3)) { }
        """;

    [Fact]
    public Task Attribute() =>
        Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements),
            Indexing.Program(Unmarked, types: Indexing.Page384.Replace("384", "1536", StringComparison.Ordinal)),
            setup: new TestSetup { FixIterations = 1 }
        );

    [Fact]
    public Task Definition() =>
        Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Defined("384", "{|RAG5002:opened.UpsertAsync|}")),
            Indexing.Program(Defined("1536", "opened.UpsertAsync"))
        );

    [Theory]
    [InlineData("(Size)")]
    [InlineData("(Page.Size)")]
    public Task A_constant(string size)
    {
        return Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements, types: Sized(384)),
            Indexing.Program(Unmarked, types: Sized(1536))
        );

        string Sized(int number) =>
            Indexing.Page384.Replace("(384)", size, StringComparison.Ordinal)[..^1] + $"public const int Size = {number}; }}";
    }

    [Fact]
    public Task A_local_constant() =>
        Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program("const int Size = 384;\n" + Defined("(Size)", "{|RAG5002:opened.UpsertAsync|}")),
            Indexing.Program("const int Size = 1536;\n" + Defined("(Size)", "opened.UpsertAsync"))
        );

    [Fact]
    public Task What_is_computed_has_no_fix() =>
        Verify.NoFixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(
                Statements,
                types: Indexing.Page384.Replace("(384)", "(Size)", StringComparison.Ordinal)[..^1] + "public const int Size = 2 * 192; }"
            )
        );

    [Fact]
    public Task Record_in_another_file() =>
        Verify.FixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements, types: " "),
            Indexing.Program(Unmarked, types: " "),
            setup: new TestSetup
            {
                OtherSources = [InFile(Indexing.Page384)],
                OtherSourcesAfterFix = [InFile(Indexing.Page384.Replace("384", "1536", StringComparison.Ordinal))],
            }
        );

    /// <summary>Two models cannot share a number: what is mended for the one is wrong for the other.</summary>
    [Fact]
    public Task Another_model_goes_by_the_number() =>
        Verify.NoFixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements + OfLarge, types: Indexing.Page384.Replace("384", "3072", StringComparison.Ordinal))
        );

    [Fact]
    public Task Another_model_goes_by_the_number_in_another_file() =>
        Verify.NoFixAsync<VectorDimensionsMismatch, VectorDimensionsMismatchFix>(
            Indexing.Program(Statements, types: " "),
            setup: new TestSetup
            {
                OtherSources =
                [
                    InFile(Indexing.Page384.Replace("384", "3072", StringComparison.Ordinal)),
                    Indexing.Program(OfLarge, types: " ").Replace("class Index(", "class LargeIndex(", StringComparison.Ordinal),
                ],
            }
        );

    private const string OfLarge = """

        var large = openAI.GetEmbeddingClient("text-embedding-3-large").AsIEmbeddingGenerator();
        await pages.UpsertAsync(new Page { Vector = await large.GenerateVectorAsync(text) });
        """;

    private static string InFile(string type) => "using Microsoft.Extensions.VectorData;\n\n" + type;

    private static string Unmarked =>
        Statements.Replace("{|RAG5002:", "", StringComparison.Ordinal).Replace("|}", "", StringComparison.Ordinal);

    private static string Defined(string number, string call) =>
        $$"""
            var definition = new VectorStoreCollectionDefinition { Properties = [new VectorStoreVectorProperty("Vector", typeof(ReadOnlyMemory<float>), {{number}})] };
            var opened = store.GetCollection<string, Page>("pages", definition);
            await {{call}}(new Page { Vector = await openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator().GenerateVectorAsync(text) });
            """;
}
