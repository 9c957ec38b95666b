using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Tests.Pipeline.Retrievals;

/// <summary>Which calls choose rows by the key of a hit.</summary>
public sealed class LookUpsTests
{
    [Theory]
    [InlineData("rows.Where(r => keys.Contains(r.Key))", true)]
    [InlineData("rows.FindAll(r => keys.Any(k => k == r.Key))", true)]
    [InlineData("rows.FirstOrDefault(r => r.Key.Equals(hits[0].Record.Key))", true)]
    [InlineData("rows.AsQueryable().Where(r => r.Key == hits[0].Record.Key)", true)]
    [InlineData("rows.Where(r => r.Text.Length == hits.Count)", false)]
    [InlineData("rows.Where(r => r.Key == key)", false)]
    [InlineData("rows.Where(r => r.Key == r.Text)", false)]
    // Among the hits of another search, and among the hits themselves.
    [InlineData("others.Where(o => keys.Contains(o.Record.Key))", false)]
    [InlineData("hits.First(h => h.Record.Key == hits[0].Record.Text)", false)]
    // Nothing but what the program says itself.
    [InlineData("new[] { \"a\", \"b\" }.First(n => n == hits[0].Record.Key)", false)]
    public void Chooses_by_the_key_of_a_hit(string choice, bool isOne)
    {
        var body = ReadBody.Of(
            $$"""
            using Microsoft.Extensions.VectorData;

            public sealed record Row(string Key, string Text);

            public sealed class Desk(VectorStoreCollection<string, Row> index)
            {
                public async Task<object?> Run(string question, string key, List<Row> rows)
                {
                    var others = await index.SearchAsync(key, 20).ToListAsync();
                    var hits = await index.SearchAsync(question, 3).ToListAsync();
                    var keys = hits.Select(h => h.Record.Key).ToHashSet();
                    return {{choice}};
                }
            }
            """
        );

        var returned = body.Root.DescendantsAndSelf().OfType<IReturnOperation>().Last(r => r.EnclosingFunction().Parent is null);
        Assert.Equal(isOne, body.Picture.IsLookUp((IInvocationOperation)returned.ReturnedValue!.Unwrapped()));
    }
}
