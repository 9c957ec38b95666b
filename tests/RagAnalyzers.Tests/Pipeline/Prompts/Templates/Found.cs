using System.Collections.Immutable;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Pipeline.Prompts.Templates;

/// <summary>
/// Runs the two rules that speak of a parsed answer over one method of a class, with Semantic Kernel's prompt packages in reach.
/// <c>«»</c> marks what is found; <c>kernel</c>, <c>search</c> (whose result is passages) and <c>question</c> are parameters.
/// </summary>
internal static class Found
{
    /// <summary>The marked call's answer is parsed without a schema, and passages are certainly in its prompt.</summary>
    public static Task GroundedAsync(string body, string members = "", params (string Path, string Text)[] files) =>
        VerifyAsync("RAG2001", body, members, files);

    /// <summary>The marked call's answer is parsed without a schema, and it is not certain that passages are in its prompt.</summary>
    public static Task UngroundedAsync(string body, string members = "", params (string Path, string Text)[] files) =>
        VerifyAsync("RAG2002", body, members, files);

    /// <summary>Neither rule has anything to say.</summary>
    public static Task NothingAsync(string body, string members = "", params (string Path, string Text)[] files) =>
        VerifyAsync("none", body, members, files);

    private static async Task VerifyAsync(string expected, string body, string members, (string Path, string Text)[] files)
    {
        Assert.Equal(expected != "none", body.Contains('«', StringComparison.Ordinal));
        var setup = new TestSetup { AdditionalFiles = [.. files] };
        await Verify.AnalyzerAsync<GroundedAnswerParsedWithoutSchema>(Source("RAG2001"), DocumentedSdks.References, setup);
        await Verify.AnalyzerAsync<AnswerParsedWithoutSchema>(Source("RAG2002"), DocumentedSdks.References, setup);

        string Source(string rule)
        {
            var (open, close) = rule == expected ? ($"{{|{rule}:", "|}") : ("", "");
            return Program
                .Replace("%body%", body, StringComparison.Ordinal)
                .Replace("%members%", members, StringComparison.Ordinal)
                .Replace("«", open, StringComparison.Ordinal)
                .Replace("»", close, StringComparison.Ordinal);
        }
    }

    private const string Program = """
        using System.Text;
        using System.Text.Json;
        using Microsoft.SemanticKernel;
        using Microsoft.SemanticKernel.Connectors.OpenAI;
        using Microsoft.SemanticKernel.Data;
        using Microsoft.SemanticKernel.Prompty;
        using Microsoft.SemanticKernel.PromptTemplates.Handlebars;
        using Microsoft.SemanticKernel.PromptTemplates.Liquid;

        record Answer(string Text);

        class Program
        {
            %members%

            static async Task<Answer?> Main(Kernel kernel, ITextSearch search, string question)
            {
                %body%
            }

            static async Task<string> Passages(ITextSearch search, string question) => throw new NotImplementedException();
        }
        """;
}
