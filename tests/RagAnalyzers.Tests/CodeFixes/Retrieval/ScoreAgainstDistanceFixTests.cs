using RagAnalyzers.CodeFixes.Retrieval;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Retrieval;

/// <summary>The fix of RAG5006: the other order.</summary>
public sealed class ScoreAgainstDistanceFixTests
{
    [Theory]
    [InlineData("{|RAG5006:hits.OrderByDescending|}(h => h.Score).First();", "hits.OrderBy(h => h.Score).First();")]
    [InlineData("_ = {|RAG5006:hits.MaxBy|}(h => h.Score);", "_ = hits.MinBy(h => h.Score);")]
    public Task Order(string before, string after) =>
        Verify.FixAsync<ScoreAgainstDistance, ScoreAgainstDistanceFix>(Program(before), Program(after));

    [Fact]
    public Task Threshold_has_no_fix() =>
        Verify.NoFixAsync<ScoreAgainstDistance, ScoreAgainstDistanceFix>(Program("hits.RemoveAll(h => {|RAG5006:h.Score < 0.7|});"));

    private static string Program(string statement) =>
        Indexing.Program(
            "var hits = new List<VectorSearchResult<Page>>(); " + statement,
            types: Indexing.Page384.Replace("(384)", "(384, DistanceFunction = DistanceFunction.CosineDistance)", StringComparison.Ordinal)
        );
}
