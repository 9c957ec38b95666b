using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Grounding;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Grounding;

/// <summary>
/// Passages that a function of the kernel returns into the template which calls it (<c>{{Docs.Find $question}}</c>): the prompt has them, as if
/// they were an argument.
/// </summary>
public sealed class TemplateFunctionPassagesTests
{
    private const string Own = """kernel.Plugins.AddFromObject(new Finder(search), "Docs"); """;
    private const string Library = """kernel.Plugins.Add(search.CreateWithSearch("Docs")); """;
    private const string Arguments = """new() { ["question"] = question }""";

    [Theory]
    [InlineData(Own, "{{Docs.Find $question}} {{$question}}")]
    [InlineData(Own, "Context:\n{{Docs.Find $question}}\nQuestion: {{$question}}")]
    [InlineData(Library, "{{Docs.Search $question}}. {{$question}}")]
    public Task No_instruction_to_stay_with_them(string plugin, string template) =>
        VerifyAsync<NoGroundingInstruction>(plugin, Invoked("RAG6001", template));

    [Theory]
    [InlineData("search.CreateWithSearch(\"Docs\")", "'Docs'")]
    [InlineData("search.CreateWithSearch(pluginName: Name)", "'Docs'")]
    [InlineData("search.CreateWithSearch(name)", "'CreateWithSearch'")]
    public async Task The_message_calls_a_plug_in_by_its_name(string plugin, string name)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(
            [new NoGroundingInstruction()],
            [
                $$$"""
                using Microsoft.SemanticKernel;
                using Microsoft.SemanticKernel.Data;

                public sealed class Desk(Kernel kernel, ITextSearch search)
                {
                    private const string Name = "Docs";

                    public async Task<object?> AskAsync(string question, string name = "Docs")
                    {
                        kernel.Plugins.Add({{{plugin}}});
                        return await kernel.InvokePromptAsync("{{Docs.Search $question}} {{$question}}", new() { ["question"] = question });
                    }
                }
                """,
            ],
            DocumentedSdks.References
        );
        Assert.All(
            found,
            finding =>
                Assert.Contains(name, finding.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal)
        );
        Assert.Equal(name == "'Docs'" ? 1 : 0, found.Length);
    }

    [Theory]
    [InlineData(Own, "Answer only from these passages: {{Docs.Find $question}} {{$question}}")]
    [InlineData(Library, "Answer only from these passages: {{Docs.Search $question}} {{$question}}")]
    // What the function says around them.
    [InlineData(Own, "{{Docs.Told $question}} {{$question}}")]
    // Another function may say anything.
    [InlineData(Own, "{{Docs.Find $question}} {{Rules.All}} {{$question}}")]
    [InlineData(Own, "{{Docs.Rules}} {{$question}}")]
    [InlineData("", "{{Docs.Find $question}} {{$question}}")]
    public Task Instructed_or_unseen(string plugin, string template) =>
        VerifyAsync<NoGroundingInstruction>(plugin, Invoked(rule: null, template));

    [Fact]
    public Task In_handlebars() =>
        VerifyAsync<NoGroundingInstruction>(
            Own,
            """
            return await {|RAG6001:kernel.InvokePromptAsync|}(
                "{{#each (Docs-FindAll question)}}{{this}}{{/each}} {{question}}",
                new() { ["question"] = question },
                templateFormat: "handlebars",
                promptTemplateFactory: new HandlebarsPromptTemplateFactory());
            """
        );

    [Fact]
    public Task Parsed() =>
        VerifyAsync<GroundedAnswerParsedWithoutSchema>(
            Own,
            """
            var result = await {|RAG2001:kernel.InvokePromptAsync|}("{{Docs.Find $question}} {{$question}}", new() { ["question"] = question });
            return System.Text.Json.JsonSerializer.Deserialize<Verdict>(result.GetValue<string>()!);
            """
        );

    [Theory]
    [InlineData(true, Library, "Answer only from {{Docs.Search $question}}: {{$question}}")]
    [InlineData(false, Library, "Answer only from {{Other.Search $question}}: {{$question}}")]
    [InlineData(
        false,
        """kernel.Plugins.Add(search.CreateWithGetTextSearchResults("Docs")); """,
        "Answer only from {{Docs.GetTextSearchResults $question}}: {{$question}}"
    )]
    public Task Texts_alone(bool isDropped, string plugin, string template) =>
        VerifyAsync<SourceDropped>(plugin, Invoked(isDropped ? "RAG6002" : null, template));

    private static string Invoked(string? rule, string template) =>
        $$"""
            return await {{(rule is null ? "kernel.InvokePromptAsync" : "{|" + rule + ":kernel.InvokePromptAsync|}")}}("{{template.Replace(
            "\n",
            "\\n",
            StringComparison.Ordinal
        )}}", {{Arguments}});
            """;

    private static Task VerifyAsync<TRule>(string plugin, string statements)
        where TRule : DiagnosticAnalyzer, new() =>
        Verify.AnalyzerAsync<TRule>(
            $$$"""
            using System.Text;
            using Microsoft.SemanticKernel;
            using Microsoft.SemanticKernel.Data;
            using Microsoft.SemanticKernel.PromptTemplates.Handlebars;

            public sealed record Verdict(bool Ok);

            public sealed class Finder(ITextSearch search)
            {
                [KernelFunction]
                public async Task<string> FindAsync(string query)
                {
                    var text = new StringBuilder();
                    await foreach (var hit in (await search.SearchAsync(query)).Results)
                        text.AppendLine(hit);
                    return text.ToString();
                }

                [KernelFunction]
                public async Task<string> ToldAsync(string query) => $"Answer only from these passages: {await FindAsync(query)}";

                [KernelFunction]
                public async Task<List<string>> FindAllAsync(string query) => [await FindAsync(query)];

                [KernelFunction]
                public string Rules() => Environment.MachineName;
            }

            public sealed class Desk(Kernel kernel, ITextSearch search)
            {
                public async Task<object?> AskAsync(string question)
                {
                    {{{plugin}}}
                    {{{statements}}}
                }
            }
            """,
            DocumentedSdks.References
        );
}
