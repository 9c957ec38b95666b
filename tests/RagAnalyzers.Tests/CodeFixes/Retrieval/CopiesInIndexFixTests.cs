using RagAnalyzers.CodeFixes.Retrieval;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Retrieval;

/// <summary>The fix of RAG5013: a key from the source and the position in it.</summary>
public sealed class CopiesInIndexFixTests
{
    [Theory]
    [InlineData(
        """
            foreach (var chunk in texts)
            {
                await {|RAG5013:pages.UpsertAsync|}(new Page { Id = text, Text = chunk });
            }
            """,
        """
            var position = 0;
            foreach (var chunk in texts)
            {
                await pages.UpsertAsync(new Page { Id = $"{text}-{position++}", Text = chunk });
            }
            """
    )]
    [InlineData(
        """
            foreach (var chunk in texts)
                await {|RAG5013:pages.UpsertAsync|}(new Page { Id = "handbook", Text = chunk });
            """,
        """
            var position = 0;
            foreach (var chunk in texts)
                await pages.UpsertAsync(new Page { Id = $"handbook-{position++}", Text = chunk });
            """
    )]
    [InlineData(
        """
            for (var i = 0; i < texts.Count; i++)
                await {|RAG5013:pages.UpsertAsync|}(new Page { Id = $"page {text}", Text = texts[i] });
            """,
        """
            for (var i = 0; i < texts.Count; i++)
                await pages.UpsertAsync(new Page { Id = $"page {text}-{i}", Text = texts[i] });
            """
    )]
    [InlineData(
        """await {|RAG5013:pages.UpsertAsync|}(texts.Select(t => new Page { Id = text, Text = t }));""",
        """await pages.UpsertAsync(texts.Select((t, position) => new Page { Id = $"{text}-{position}", Text = t }));"""
    )]
    // The layout of the lambda stays, whatever it is.
    [InlineData(
        "await {|RAG5013:pages.UpsertAsync|}(texts.Select(\r\n\t\tt => new Page { Id = text, Text = t }));",
        "await pages.UpsertAsync(texts.Select(\r\n\t\t(t, position) => new Page { Id = $\"{text}-{position}\", Text = t }));"
    )]
    [InlineData(
        """
            foreach (var file in Directory.GetFiles("docs"))
            {
                foreach (var chunk in File.ReadAllLines(file))
                {
                    await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = chunk });
                }
            }
            """,
        """
            foreach (var file in Directory.GetFiles("docs"))
            {
                var position = 0;
                foreach (var chunk in File.ReadAllLines(file))
                {
                    await pages.UpsertAsync(new Page { Id = $"{file}-{position++}", Text = chunk });
                }
            }
            """
    )]
    [InlineData(
        """
            foreach (var file in Directory.GetFiles("docs"))
                await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) });
            """,
        """
            foreach (var file in Directory.GetFiles("docs"))
                await pages.UpsertAsync(new Page { Id = file, Text = File.ReadAllText(file) });
            """
    )]
    [InlineData(
        """
            foreach (var chunk in texts)
            {
                await {|RAG5013:pages.UpsertAsync|}(new Page { Id = text, Text = chunk });
            }

            foreach (var chunk in texts)
            {
                await {|RAG5013:pages.UpsertAsync|}(new Page { Id = "handbook", Text = chunk });
            }
            """,
        """
            var position = 0;
            foreach (var chunk in texts)
            {
                await pages.UpsertAsync(new Page { Id = $"{text}-{position++}", Text = chunk });
            }

            var chunkPosition = 0;
            foreach (var chunk in texts)
            {
                await pages.UpsertAsync(new Page { Id = $"handbook-{chunkPosition++}", Text = chunk });
            }
            """
    )]
    public Task Key(string before, string after) => Verify.FixAsync<CopiesInIndex, CopiesInIndexFix>(Program(before), Program(after));

    /// <summary>A Guid is made of the text, so that it is the same in the next run.</summary>
    [Fact]
    public Task Guids() =>
        Verify.FixAsync<CopiesInIndex, CopiesInIndexFix>(
            OfGuids(
                """
                foreach (var file in Directory.GetFiles("docs"))
                {
                    foreach (var chunk in File.ReadAllLines(file))
                    {
                        await {|RAG5013:notes.UpsertAsync|}(new Note { Id = Guid.NewGuid(), Text = chunk });
                    }
                }

                foreach (var file in Directory.GetFiles("more"))
                    await {|RAG5013:notes.UpsertAsync|}(new Note { Id = Guid.NewGuid(), Text = File.ReadAllText(file) });
                """
            ),
            "using System.Security.Cryptography;\nusing System.Text;\n"
                + OfGuids(
                    """
                    foreach (var file in Directory.GetFiles("docs"))
                    {
                        var position = 0;
                        foreach (var chunk in File.ReadAllLines(file))
                        {
                            await notes.UpsertAsync(new Note { Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"{file}-{position++}")).AsSpan(0, 16)), Text = chunk });
                        }
                    }

                    foreach (var file in Directory.GetFiles("more"))
                        await notes.UpsertAsync(new Note { Id = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(file)).AsSpan(0, 16)), Text = File.ReadAllText(file) });
                    """
                )
        );

    /// <summary>A number is not made of a text.</summary>
    [Fact]
    public Task Numbers() =>
        Verify.NoFixAsync<CopiesInIndex, CopiesInIndexFix>(
            OfGuids(
                    """
                    foreach (var file in Directory.GetFiles("docs"))
                        await {|RAG5013:notes.UpsertAsync|}(new Note { Id = (ulong)Random.Shared.NextInt64(), Text = File.ReadAllText(file) });
                    """
                )
                .Replace("Guid Id", "ulong Id", StringComparison.Ordinal)
                .Replace("<Guid", "<ulong", StringComparison.Ordinal)
        );

    /// <summary>A key of Azure AI Search is made of letters, digits, dashes and underscores: a path is none.</summary>
    [Fact]
    public Task Path_is_no_key_of_azure_search() =>
        Verify.NoFixAsync<CopiesInIndex, CopiesInIndexFix>(
            """
            using Azure.Search.Documents;
            using Azure.Search.Documents.Indexes;

            public class Note
            {
                [SimpleField(IsKey = true)] public string Id { get; set; } = "";
                [SearchableField] public string Text { get; set; } = "";
            }

            public class Ingestion(SearchClient search)
            {
                public async Task RunAsync()
                {
                    foreach (var file in Directory.GetFiles("docs"))
                        await {|RAG5013:search.UploadDocumentsAsync|}(new[] { new Note { Id = Guid.NewGuid().ToString(), Text = File.ReadAllText(file) } });
                }
            }
            """
        );

    private static string OfGuids(string statements) =>
        $$"""
            using Microsoft.Extensions.VectorData;

            public class Note
            {
                [VectorStoreKey] public Guid Id { get; set; }
                [VectorStoreData] public string Text { get; set; } = "";
            }

            public class Ingestion(VectorStoreCollection<Guid, Note> notes)
            {
                public async Task RunAsync()
                {
                    {{statements.Replace("\n", "\n        ", StringComparison.Ordinal)}}
                }
            }
            """;

    /// <summary>Where no expression in scope names the document, nobody knows what to write.</summary>
    [Theory]
    [InlineData(
        """foreach (var line in File.ReadAllLines("faq.md")) await {|RAG5013:pages.UpsertAsync|}(new Page { Id = Guid.NewGuid().ToString(), Text = line });"""
    )]
    public Task No_source(string statements) => Verify.NoFixAsync<CopiesInIndex, CopiesInIndexFix>(Program(statements));

    private static string Program(string statements) => Indexing.Program("_ = store;\n" + statements);
}
