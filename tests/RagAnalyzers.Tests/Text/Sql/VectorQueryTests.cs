using RagAnalyzers.Text.Sql;

namespace RagAnalyzers.Tests.Text.Sql;

public sealed class VectorQueryTests
{
    [Theory]
    [InlineData("SELECT content FROM docs ORDER BY embedding <=> @q LIMIT 5")]
    [InlineData("select id, 1 - (embedding <=> $1) as similarity from chunks where 1 - (embedding <=> $1) > 0.5 order by similarity desc")]
    [InlineData("WITH near AS (SELECT content, embedding <-> ? AS distance FROM docs) SELECT content FROM near ORDER BY distance LIMIT 3")]
    [InlineData("SELECT content FROM docs ORDER BY v <#> '?'::vector LIMIT 5")]
    [InlineData("SELECT content FROM docs ORDER BY cosine_distance(e, @q) LIMIT 5")]
    [InlineData("SELECT TOP 10 c.text FROM c ORDER BY VectorDistance(c.embedding, @embedding)")]
    [InlineData("SELECT TOP (@k) Content FROM Chunks ORDER BY VECTOR_DISTANCE('cosine', @v, Embedding)")]
    [InlineData("DECLARE @v VECTOR(1536) = @q; SELECT TOP 5 Content FROM Chunks ORDER BY VECTOR_DISTANCE('cosine', @v, Embedding)")]
    [InlineData("SELECT text FROM docs ORDER BY vec_distance_cosine(embedding, @q) LIMIT 4")]
    [InlineData("SELECT text FROM docs ORDER BY vector_distance_cos(e, vector32(?)) LIMIT 4")]
    public void A_query_that_asks_for_what_is_nearest(string query)
    {
        Assert.True(VectorQuery.IsIn(query));
        Assert.True(VectorQuery.MayBeIn($"var sql = \"{query}\";"));
    }

    [Theory]
    [InlineData("SELECT content FROM docs WHERE title ILIKE @q ORDER BY created LIMIT 5")]
    // MySQL's equality that knows of nulls, PostGIS' nearest neighbours, ranges.
    [InlineData("SELECT name FROM people WHERE boss <=> @boss")]
    [InlineData("SELECT name FROM shops ORDER BY place <-> ST_MakePoint(@x, @y) LIMIT 5")]
    // Nothing is chosen by it.
    [InlineData("SELECT embedding <=> @q FROM docs")]
    [InlineData("UPDATE docs SET near = (SELECT id FROM docs ORDER BY embedding <=> @q LIMIT 1)")]
    [InlineData("INSERT INTO docs (content, embedding) SELECT content, embedding FROM other WHERE embedding <=> @q < 0.1")]
    [InlineData("CREATE INDEX ON docs USING hnsw (embedding vector_cosine_ops)")]
    [InlineData("SELECT embedding FROM docs WHERE id = @id")]
    [InlineData("")]
    [InlineData("?")]
    public void Any_other_text(string query) => Assert.False(VectorQuery.IsIn(query));

    [Theory]
    [InlineData("SELECT content FROM docs ORDER BY embedding <=> @q LIMIT 50", 50)]
    [InlineData("SELECT TOP 30 c.text FROM c ORDER BY VectorDistance(c.e, @e)", 30)]
    [InlineData("SELECT TOP (40) Content FROM Chunks ORDER BY VECTOR_DISTANCE('cosine', @v, Embedding)", 40)]
    [InlineData("SELECT Content FROM Chunks ORDER BY VECTOR_DISTANCE('cosine', @v, e) OFFSET 0 ROWS FETCH NEXT 25 ROWS ONLY", 25)]
    [InlineData("SELECT c.text FROM c ORDER BY VectorDistance(c.e, @e) OFFSET 0 LIMIT 60", 60)]
    [InlineData("SELECT content FROM (SELECT content FROM docs ORDER BY embedding <=> @q LIMIT 100) x ORDER BY rank(x) LIMIT 5", 5)]
    [InlineData("SELECT content FROM docs ORDER BY embedding <=> @q LIMIT @k", null)]
    [InlineData("SELECT content FROM (SELECT content FROM docs ORDER BY embedding <=> @q LIMIT 100) x LIMIT ?", null)]
    [InlineData("SELECT content FROM docs ORDER BY embedding <=> @q LIMIT 99999999999", null)]
    [InlineData("SELECT content FROM docs ORDER BY embedding <=> @q", null)]
    public void The_limit_of_a_query(string query, int? limit) => Assert.Equal(limit, VectorQuery.LimitOf(query));

    [Theory]
    [InlineData("SELECT content FROM docs WHERE 1 - (embedding <=> @q) > 0.7 ORDER BY embedding <=> @q LIMIT 5", true)]
    [InlineData("SELECT content FROM docs WHERE tenant = @t AND embedding <=> @q < @max LIMIT 5", true)]
    [InlineData("SELECT c.text FROM c WHERE VectorDistance(c.e, @e) > 0.5 ORDER BY VectorDistance(c.e, @e)", true)]
    [InlineData("SELECT content FROM docs WHERE tenant = @t ORDER BY embedding <=> @q LIMIT 5", false)]
    [InlineData("SELECT content FROM docs ORDER BY embedding <=> @q LIMIT 5", false)]
    public void A_condition_may_say_how_near_a_row_has_to_be(string query, bool expected) =>
        Assert.Equal(expected, VectorQuery.MayHaveThreshold(query));
}
