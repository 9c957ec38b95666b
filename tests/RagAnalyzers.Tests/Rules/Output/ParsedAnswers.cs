using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>
/// Runs RAG2001 and RAG2002 together, because one of them speaks where the other is silent. Findings are markup on what is
/// called, <c>{|RAG2002:chat.GetResponseAsync|}(question)</c>; a source without markup has none. Sources must compile.
/// </summary>
internal static class ParsedAnswers
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_rules =
    [
        new GroundedAnswerParsedWithoutSchema(),
        new AnswerParsedWithoutSchema(),
    ];

    /// <summary>The findings of both rules in <paramref name="source"/> are exactly the marked ones.</summary>
    public static Task VerifyAsync(string source, ImmutableArray<MetadataReference> references = default) =>
        MarkedFindings.VerifyAsync(s_rules, source, references);

    /// <returns>The one finding of both rules in <paramref name="source"/>.</returns>
    public static async Task<Diagnostic> SingleAsync(string source) => Assert.Single(await MarkedFindings.FindAsync(s_rules, source));

    /// <summary>A source that need not compile: whatever the rules find, they do not throw.</summary>
    public static async Task RunAsync(string source) =>
        MarkedFindings.AssertNoException(await AnalyzerRun.DiagnosticsAsync(s_rules, [source], ReferenceSets.Latest));
}
