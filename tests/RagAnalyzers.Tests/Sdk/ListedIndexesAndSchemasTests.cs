using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Knowledge;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Configuration.Apis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Sdk;

/// <summary>What the table's lines about ingestion and about schemas change: a rule speaks with the line that is silent without it.</summary>
public sealed class ListedIndexesAndSchemasTests
{
    private const string Job = "Contoso.ITuner.StartAsync = fine-tuning-job training=examples";

    [Theory]
    [InlineData("{|RAG1001:tuner.StartAsync|}", Job, "Contoso.IHandbook.FillAsync = ingestion records=passages")]
    [InlineData("{|RAG1001:tuner.StartAsync|}", Job, "Contoso.IHandbook.FillAsync(IEnumerable<Passage>) = ingestion")]
    [InlineData("tuner.StartAsync", Job)]
    public Task What_is_indexed_is_no_training_data(string start, params string[] lines) =>
        VerifyAsync<FineTuningOnChangingDocuments>(
            $$"""
            using System.Text;
            using Contoso;

            public sealed class Job(ITuner tuner, IHandbook handbook)
            {
                private readonly List<Passage> _all = [];

                public void Add(Passage one) => _all.Add(one);

                public async Task RunAsync()
                {
                    await handbook.FillAsync(_all);
                    var lines = string.Join("\n", _all.Select(p => p.Text));
                    await {{start}}(new MemoryStream(Encoding.UTF8.GetBytes(lines)));
                }
            }
            """,
            lines
        );

    [Theory]
    [InlineData("Contoso.IIndex.AddAsync = ingestion records=text key=key", "Guid.NewGuid().ToString()", true)]
    [InlineData("Contoso.IIndex.AddAsync = ingestion records=text key=key", "Path.GetFileName(file)", false)]
    [InlineData("Contoso.IIndex.AddAsync = ingestion records=text", "Guid.NewGuid().ToString()", false)]
    [InlineData("# Contoso.IIndex.AddAsync = ingestion records=text key=key", "Guid.NewGuid().ToString()", false)]
    public Task Keys_that_do_not_stay(string line, string key, bool isWrong) =>
        VerifyAsync<CopiesInIndex>(
            $$"""
            using Contoso;

            public sealed class Filling(IIndex index)
            {
                public async Task RunAsync()
                {
                    foreach (var file in Directory.GetFiles("docs"))
                    {
                        await {{(isWrong ? "{|RAG5013:index.AddAsync|}" : "index.AddAsync")}}({{key}}, File.ReadAllText(file));
                    }
                }
            }
            """,
            line
        );

    /// <summary>Semantic Kernel sends a schema that it gets as an element without 'strict'.</summary>
    [Theory]
    [InlineData("Contoso.Schemas.Of = schema-export type=type", "{|RAG2010:Schemas.Of|}(typeof(Answer))")]
    [InlineData("Contoso.Schemas.For<T>() = schema-export", "{|RAG2010:Schemas.For<Answer>|}()")]
    [InlineData("Contoso.Schemas.For<T>() = schema-export", "Schemas.For<List<Answer>>()")]
    [InlineData("Contoso.Schemas.Of = schema-export type=type", "Schemas.Of(typeof(List<Answer>))")]
    [InlineData("# none", "Schemas.Of(typeof(Answer))")]
    public Task A_schema_that_is_not_strict(string line, string schema) =>
        VerifyAsync<SchemaIsNotStrict>(Settings(schema, "content"), line);

    /// <summary>With a schema in force, what a schema does not prevent has to be handled.</summary>
    [Theory]
    [InlineData("Contoso.Schemas.Of = schema-export type=type", "{|RAG2011:JsonSerializer.Deserialize<Answer>|}(content)")]
    [InlineData("# none", "JsonSerializer.Deserialize<Answer>(content)")]
    public Task A_contract(string line, string parse) =>
        VerifyAsync<AnswerParsedWithoutGuard>(Settings("Schemas.Of(typeof(Answer))", parse), line);

    /// <summary>By which names a schema of the team's own lists the members is not known, so no parse is said to misread it.</summary>
    [Fact]
    public Task Names_that_nobody_knows() =>
        VerifyAsync<AnswerMisread>(
            Settings("Schemas.Of(typeof(Answer))", "JsonSerializer.Deserialize<Answer>(content)"),
            "Contoso.Schemas.Of = schema-export type=type"
        );

    private static string Settings(string schema, string result) =>
        $$"""
            using System.Text.Json;
            using Contoso;
            using Microsoft.SemanticKernel.ChatCompletion;
            using Microsoft.SemanticKernel.Connectors.OpenAI;

            public sealed record Answer(string Title, int Year);

            public sealed class Desk(IChatCompletionService chat)
            {
                public async Task<object?> AskAsync(string question)
                {
                    var settings = new OpenAIPromptExecutionSettings { ResponseFormat = {{schema}} };
                    var message = await chat.GetChatMessageContentAsync(question, settings);
                    var content = message.Content!;
                    return {{result}};
                }
            }
            """;

    private static Task VerifyAsync<TAnalyzer>(string source, params string[] lines)
        where TAnalyzer : DiagnosticAnalyzer, new() => Verify.AnalyzerAsync<TAnalyzer>(source, ReferenceSets.Latest, Contoso.With(lines));
}
