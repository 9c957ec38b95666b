using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Tests.Suites;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>
/// Runs several rules together over one source that compiles; their findings are markup,
/// <c>{|RAG2002:chat.GetResponseAsync|}(question)</c>.
/// </summary>
internal static class MarkedFindings
{
    /// <summary>The findings of the rules in <paramref name="source"/> are exactly the marked ones.</summary>
    public static async Task VerifyAsync(
        ImmutableArray<DiagnosticAnalyzer> rules,
        string source,
        ImmutableArray<MetadataReference> references = default
    )
    {
        TestFileMarkupParser.GetSpans(
            source,
            treatPositionIndicatorsAsCode: true,
            out var code,
            out ImmutableDictionary<string, ImmutableArray<TextSpan>> marked
        );
        var found = await FindAsync(rules, code, references);
        Assert.Equal(
            marked.SelectMany(entry => entry.Value.Select(span => Show(entry.Key, span, code))).Order(),
            found.Select(finding => Show(finding.Id, finding.Location.SourceSpan, code)).Order()
        );
    }

    /// <returns>The findings of the rules in a source without markup.</returns>
    public static async Task<ImmutableArray<Diagnostic>> FindAsync(
        ImmutableArray<DiagnosticAnalyzer> rules,
        string code,
        ImmutableArray<MetadataReference> references = default
    )
    {
        references = references.IsDefault ? ReferenceSets.Latest : references;
        var compilation = AnalyzerRun.Compile([code], references);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        var found = await AnalyzerRun.DiagnosticsAsync(rules, compilation);
        AssertNoException(found);
        return found;
    }

    public static void AssertNoException(ImmutableArray<Diagnostic> found) =>
        Complaints.AssertNone(found.Where(finding => finding.Id == "AD0001").Select(finding => finding.ToString()));

    private static string Show(string id, TextSpan span, string code) => $"{span.Start:D5} {id} {code.Substring(span.Start, span.Length)}";
}
