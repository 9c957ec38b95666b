using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Runs RAG2012 together with RAG2001, RAG2002 and RAG2003, because they speak first. Findings are markup on what is called; a
/// source without markup has none. Sources must compile.
/// </summary>
internal static class ComparedAnswers
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
        [new LabelComparedAsText(), new GroundedAnswerParsedWithoutSchema(), new AnswerParsedWithoutSchema(), new RequestedFormatNotEnforced()];

    /// <summary>Statements of <see cref="Desk.ExtensionsAI"/> that use <c>chat</c> and <c>agent</c>.</summary>
    public static Task ExtensionsAIAsync(string statements, string members = "") => VerifyAsync(Desk.ExtensionsAI(statements, members));

    /// <summary>The labels, and with them the answer: <c>text</c> is the text of an answer that the prompt asks to be a mood.</summary>
    public static Task TextAsync(string statements, string members = "", bool isFound = true) => ExtensionsAIAsync(
        $$"""
        var response = await {{(isFound ? "{|RAG2012:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}($"What is the mood of this mail? {question}");
        var text = response.Text;
        {{statements}}
        """,
        members);

    /// <summary>Searches of <c>text</c>, the text of the answer to this prompt.</summary>
    public static Task SearchAsync(string prompt, string statements, string members = "", bool isFound = true) => ExtensionsAIAsync(
        $$"""
        var response = await {{(isFound ? "{|RAG2012:chat.GetResponseAsync|}" : "chat.GetResponseAsync")}}({{prompt}});
        var text = response.Text;
        {{statements}}
        """,
        members);

    /// <summary>The findings in <paramref name="source"/> are exactly the marked ones.</summary>
    public static async Task VerifyAsync(string source, ImmutableArray<MetadataReference> references = default)
    {
        TestFileMarkupParser.GetSpans(source, treatPositionIndicatorsAsCode: true, out var code, out ImmutableDictionary<string, ImmutableArray<TextSpan>> marked);
        var found = await FindAsync(code, references);
        Assert.Equal(
            marked.SelectMany(entry => entry.Value.Select(span => Show(entry.Key, span, code))).Order(),
            found.Select(finding => Show(finding.Id, finding.Location.SourceSpan, code)).Order());
    }

    /// <returns>The one finding in <paramref name="source"/>.</returns>
    public static async Task<Diagnostic> SingleAsync(string source) => Assert.Single(await FindAsync(source, default));

    /// <summary>A source that need not compile, because a package is not resolved: there is one finding, or none.</summary>
    public static async Task UncompiledAsync(string source, bool isFound)
    {
        var found = await AnalyzerRun.DiagnosticsAsync(s_rules, [source], ReferenceSets.Latest);
        AssertNoException(found);
        Assert.Equal(isFound ? ["RAG2012"] : [], found.Select(finding => finding.Id));
    }

    /// <summary>A source that need not compile: whatever the rules find, they do not throw.</summary>
    public static async Task RunAsync(string source) =>
        AssertNoException(await AnalyzerRun.DiagnosticsAsync(s_rules, [source], ReferenceSets.Latest));

    private static async Task<ImmutableArray<Diagnostic>> FindAsync(string code, ImmutableArray<MetadataReference> references)
    {
        references = references.IsDefault ? ReferenceSets.Latest : references;
        Assert.Empty(AnalyzerRun.Errors(AnalyzerRun.Compile([code], references)));
        var found = await AnalyzerRun.DiagnosticsAsync(s_rules, [code], references);
        AssertNoException(found);
        return found;
    }

    private static void AssertNoException(ImmutableArray<Diagnostic> found) =>
        Complaints.AssertNone(found.Where(finding => finding.Id == "AD0001").Select(finding => finding.ToString()));

    private static string Show(string id, TextSpan span, string code) => $"{span.Start:D5} {id} {code.Substring(span.Start, span.Length)}";
}
