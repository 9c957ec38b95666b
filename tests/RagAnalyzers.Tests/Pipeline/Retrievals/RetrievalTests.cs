using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Sdk.Facts;
using RagAnalyzers.Tests.Verifiers;
using SearchOption = RagAnalyzers.Sdk.Facts.SearchOption;

namespace RagAnalyzers.Tests.Pipeline.Retrievals;

public sealed class RetrievalTests
{
    [Theory]
    [InlineData("pages.SearchAsync(question, 7)", "7")]
    [InlineData("pages.SearchAsync(top: count, searchValue: question)", "count")]
    [InlineData("memory.SearchAsync(\"pages\", question, limit: 3)", "3")]
    [InlineData("search.SearchAsync(question, new TextSearchOptions { Top = 9 })", "9")]
    [InlineData("search.SearchAsync(question, new TextSearchOptions())", "nothing set")]
    [InlineData("search.SearchAsync(question)", "nothing set")]
    [InlineData("index.Search<Page>(question, new SearchOptions { Size = 5 })", "5")]
    [InlineData("index.Search<Page>(question, options)", "options")]
    public void The_number_of_passages_is_read_where_the_sdk_has_it(string call, string expected) =>
        Assert.Equal(expected, Setting(call, SearchOption.Top));

    [Theory]
    [InlineData("pages.SearchAsync(question, 7, new VectorSearchOptions<Page> { ScoreThreshold = 0.4 })", "0.4")]
    [InlineData("pages.SearchAsync(question, 7)", "nothing set")]
    [InlineData("memory.SearchAsync(\"pages\", question, minRelevanceScore: 0.2)", "0.2")]
    [InlineData("index.Search<Page>(question)", "no such setting")]
    public void The_threshold_is_read_where_the_sdk_has_it(string call, string expected) =>
        Assert.Equal(expected, Setting(call, SearchOption.Threshold));

    [Theory]
    [InlineData("pages.SearchAsync(question, 7)", "question")]
    [InlineData("hybrid.HybridSearchAsync(question, new[] { \"a\" }, 3)", "question, new[] { \"a\" }")]
    [InlineData("memory.SearchAsync(\"pages\", query: question)", "question")]
    public void The_query_is_what_the_passages_are_to_be_relevant_to(string call, string expected) =>
        Assert.Equal(expected, string.Join(", ", Single(call).Retrieval.Query.Select(static q => q.Syntax.ToString())));

    [Theory]
    [InlineData("Microsoft.Extensions.VectorData.VectorSearchResult`1", "Score", nameof(HitPart.Score))]
    [InlineData("Microsoft.Extensions.VectorData.VectorSearchResult`1", "Record", nameof(HitPart.Record))]
    [InlineData("Microsoft.SemanticKernel.Data.TextSearchResult", "Link", nameof(HitPart.Source))]
    [InlineData("Microsoft.SemanticKernel.Data.TextSearchResult", "Value", nameof(HitPart.Text))]
    [InlineData("Microsoft.SemanticKernel.Memory.MemoryRecordMetadata", "Id", nameof(HitPart.Key))]
    [InlineData("Azure.Search.Documents.Models.SearchResult`1", "Document", nameof(HitPart.Record))]
    public void The_members_of_a_hit_are_its_parts(string type, string member, string part)
    {
        var picture = Single("pages.SearchAsync(question, 7)").Body.Picture;
        Assert.Equal(part, HitParts.Of(picture, picture.Compilation.GetTypeByMetadataName(type)!.GetMembers(member).Single()).ToString());
    }

    [Fact]
    public void A_member_of_a_users_type_is_no_part_of_a_hit()
    {
        var picture = Single("pages.SearchAsync(question, 7)").Body.Picture;
        Assert.Null(HitParts.Of(picture, picture.Compilation.GetTypeByMetadataName("Page")!.GetMembers("Score").Single()));
    }

    [Theory]
    [InlineData("collection.Aggregate().VectorSearch(p => p.Vector, vector, 12)", "12")]
    public void A_database_that_searches_by_vector_retrieves(string call, string top)
    {
        var body = ReadBody.Of(
            $$"""
            using MongoDB.Driver;

            public class Page { public string Id { get; set; } = ""; public float[] Vector { get; set; } = []; }

            public class Desk(IMongoCollection<Page> collection, float[] vector)
            {
                public object Run() => {{call}};
            }
            """,
            ReferenceSets.VectorDatabases
        );
        var retrieval = Assert.Single(Retrieval.In(body));
        Assert.Equal(top, Shown(SearchSetting.Of(body.Picture, retrieval, SearchOption.Top)));
    }

    [Theory]
    [InlineData("index.Search<Page>(\"*\")", false)]
    [InlineData("index.Search<Page>(\"*\", new SearchOptions { Filter = filter, Size = 50 })", false)]
    [InlineData("index.Search<Page>(null, new SearchOptions { Filter = filter })", false)]
    [InlineData("index.Search<Page>(new SearchOptions { Filter = filter })", false)]
    [InlineData("index.SearchAsync<Page>(string.Empty, new SearchOptions { OrderBy = { filter } })", false)]
    [InlineData("index.Search<Page>(\"*\", Vectors())", true)]
    [InlineData("index.Search<Page>(\"*\", new SearchOptions { SemanticSearch = new() { SemanticConfigurationName = filter } })", true)]
    [InlineData("index.Search<Page>(null, new SearchOptions { VectorSearch = new() })", true)]
    [InlineData("index.Search<Page>(\"*\", options)", true)]
    [InlineData("index.Search<Page>(filter == null ? \"*\" : filter)", true)]
    [InlineData("index.Search<Page>(filter)", true)]
    public void A_search_for_everything_lists_what_is_there(string call, bool retrieves)
    {
        var body = ReadBody.Of(
            $$"""
            using Azure.Search.Documents;
            using Azure.Search.Documents.Models;

            public class Page { public string Id { get; set; } = ""; }

            public class Desk(SearchClient index, SearchOptions options)
            {
                public object Run(string filter) => {{call}};

                private static SearchOptions Vectors()
                {
                    var options = new SearchOptions { Size = 3 };
                    options.VectorSearch = new() { Queries = { new VectorizedQuery(new float[3]) { Fields = { "Vector" } } } };
                    return options;
                }
            }
            """
        );
        Assert.Equal(retrieves, Retrieval.In(body).Any());
    }

    private static string Setting(string call, SearchOption option)
    {
        var (body, retrieval) = Single(call);
        return Shown(SearchSetting.Of(body.Picture, retrieval, option));
    }

    private static string Shown(TraceResult? setting) =>
        setting is null ? "no such setting"
        : setting.Origins.All(static o => o.Kind is OriginKind.Unset or OriginKind.Null) ? "nothing set"
        : string.Join(", ", setting.Origins.Select(static o => o.Operation.Syntax.ToString()));

    private static (Body Body, Retrieval Retrieval) Single(string call)
    {
        var body = ReadBody.Of(
            $$"""
            using Azure.Search.Documents;
            using Microsoft.Extensions.VectorData;
            using Microsoft.SemanticKernel.Data;
            using Microsoft.SemanticKernel.Memory;

            public class Page
            {
                [VectorStoreKey]
                public string Id { get; set; } = "";

                public double Score { get; set; }
            }

            public class Desk(
                VectorStoreCollection<string, Page> pages,
                IKeywordHybridSearchable<Page> hybrid,
                ISemanticTextMemory memory,
                ITextSearch search,
                SearchClient index,
                SearchOptions options
            )
            {
                public object Run(string question, int count) => {{call}};
            }
            """
        );
        return (body, Assert.Single(Retrieval.In(body)));
    }
}
