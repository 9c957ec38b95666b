using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Runs RAG2012 together with RAG2001, RAG2002 and RAG2003, because they speak first. Findings are markup on what is called; a
/// source without markup has none. Sources must compile.
/// </summary>
internal static class ComparedAnswers
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        new LabelComparedAsText(),
        new GroundedAnswerParsedWithoutSchema(),
        new AnswerParsedWithoutSchema(),
        new RequestedFormatNotEnforced(),
    ];

    /// <summary>Statements of <see cref="Desk.ExtensionsAI"/> that use <c>chat</c> and <c>agent</c>.</summary>
    public static Task ExtensionsAIAsync(string statements, string members = "") => VerifyAsync(Desk.ExtensionsAI(statements, members));

    /// <summary>The labels, and with them the answer: <c>text</c> is the text of an answer that the prompt asks to be a mood.</summary>
    public static Task TextAsync(string statements, string members = "", bool isFound = true) =>
        ExtensionsAIAsync(
            $$"""
            var response = await {{(
                isFound ? "{|RAG2012:chat.GetResponseAsync|}" : "chat.GetResponseAsync"
            )}}($"What is the mood of this mail? {question}");
            var text = response.Text;
            {{statements}}
            """,
            members
        );

    /// <summary>Searches of <c>text</c>, the text of the answer to this prompt.</summary>
    public static Task SearchAsync(string prompt, string statements, string members = "", bool isFound = true) =>
        ExtensionsAIAsync(
            $$"""
            var response = await {{(isFound ? "{|RAG2012:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}({{prompt}});
            var text = response.Text;
            {{statements}}
            """,
            members
        );

    /// <summary>The findings in <paramref name="source"/> are exactly the marked ones.</summary>
    public static Task VerifyAsync(string source, ImmutableArray<MetadataReference> references = default) =>
        MarkedFindings.VerifyAsync(s_rules, source, references);

    /// <returns>The one finding in <paramref name="source"/>.</returns>
    public static async Task<Diagnostic> SingleAsync(string source) => Assert.Single(await MarkedFindings.FindAsync(s_rules, source));

    /// <summary>A source that need not compile, because a package is not resolved: there is one finding, or none.</summary>
    public static async Task UncompiledAsync(string source, bool isFound)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(s_rules, [source], ReferenceSets.Latest);
        MarkedFindings.AssertNoException(found);
        Assert.Equal(isFound ? ["RAG2012"] : [], found.Select(finding => finding.Id));
    }

    /// <summary>A source that need not compile: whatever the rules find, they do not throw.</summary>
    public static async Task RunAsync(string source) =>
        MarkedFindings.AssertNoException(await AnalyzerRun.DiagnosticsAsync(s_rules, [source], ReferenceSets.Latest));
}
