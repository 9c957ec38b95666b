using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2003 where several callers send their prompts through one method, and one of them demands a format.</summary>
public sealed class RequestedFormatOfOneCallerTests
{
    private const string OfTheCall = "call GetResponseAsync<T> or set ResponseFormat";
    private const string OfTheCaller = "let 'ListAsync' pass a response format";

    [Theory]
    [InlineData("AskAsync(\"Write a poem. \" + topic)", "JSON", OfTheCaller)]
    [InlineData("AskAsync(topic)", "JSON", OfTheCaller)]
    [InlineData("AskAsync(\"Respond with JSON. \" + topic)", "JSON", OfTheCall)]
    [InlineData("Task.FromResult(topic)", "JSON", OfTheCall)]
    [InlineData("AskAsync(\"Write a poem. \" + topic)", "XML", "no format enforces XML, so ask for JSON under a schema")]
    public Task The_caller_that_demands_it_is_named(string other, string format, string remedy) =>
        VerifyAsync(other, $"\"Respond with {format}. \" + topic", DiagnosticSeverity.Info, format, remedy);

    /// <summary>The passages of one prompt say nothing of another.</summary>
    [Theory]
    [InlineData("AskAsync(\"Answer from this. \" + await FindAsync(topic))", "\"Respond with JSON. \" + topic", DiagnosticSeverity.Info)]
    [InlineData("AskAsync(\"Write a poem. \" + topic)", "\"Respond with JSON. \" + await FindAsync(topic)", DiagnosticSeverity.Warning)]
    public Task Passages_of_the_same_caller_make_it_a_warning(string other, string prompt, DiagnosticSeverity severity) =>
        VerifyAsync(other, prompt, severity, "JSON", OfTheCaller);

    /// <summary>Code that has no name that anybody calls it by.</summary>
    [Fact]
    public Task A_constructor_that_demands_it_is_the_caller() =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            """
            using Microsoft.Extensions.AI;

            public class Desk
            {
                private readonly IChatClient _client;

                public Desk(IChatClient client, string topic)
                {
                    _client = client;
                    Console.WriteLine(AskAsync("Respond with JSON. " + topic));
                }

                public async Task OtherAsync(string topic) => Console.WriteLine(await AskAsync("Write a poem. " + topic));

                private async Task<string> AskAsync(string prompt) => (await {|#0:_client.GetResponseAsync|}(prompt)).Text;
            }
            """,
            expected: Finding(DiagnosticSeverity.Info, "JSON", "let the caller pass a response format")
        );

    private static Task VerifyAsync(string other, string prompt, DiagnosticSeverity severity, string format, string remedy) =>
        Verify.AnalyzerAsync<RequestedFormatNotEnforced>(
            $$"""
            using System.Text;
            using Microsoft.Extensions.AI;
            using Microsoft.Extensions.VectorData;

            public class Note
            {
                [VectorStoreKey]
                public string Id { get; set; } = "";

                [VectorStoreData]
                public string Text { get; set; } = "";
            }

            public class Desk(IChatClient client, VectorStoreCollection<string, Note> notes)
            {
                public async Task ListAsync(string topic) => Console.WriteLine(await AskAsync({{prompt}}));

                public async Task OtherAsync(string topic) => Console.WriteLine(await {{other}});

                public async Task<string> FindAsync(string topic)
                {
                    var text = new StringBuilder();
                    await foreach (var hit in notes.SearchAsync(topic, 4))
                        text.AppendLine(hit.Record.Text);
                    return text.ToString();
                }

                private async Task<string> AskAsync(string prompt) => (await {|#0:client.GetResponseAsync|}(prompt)).Text;
            }
            """,
            expected: Finding(severity, format, remedy)
        );

    private static DiagnosticResult Finding(DiagnosticSeverity severity, string format, string remedy) =>
        Verify
            .Finding<RequestedFormatNotEnforced>("RAG2003")
            .WithSeverity(severity)
            .WithLocation(0)
            .WithOptions(DiagnosticOptions.IgnoreAdditionalLocations)
            .WithArguments(format, $"Respond with {format}.", remedy);
}
