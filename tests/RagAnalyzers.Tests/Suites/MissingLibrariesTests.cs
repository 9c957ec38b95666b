using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>
/// A library that is not restored, or not there at all: no rule throws, nothing becomes suspicious that was not before, and what is found
/// in the code of other libraries stays.
/// </summary>
public sealed class MissingLibrariesTests
{
    private static readonly Lazy<Task<Found>> s_whole = new(() => FindAsync(ReferenceSets.Latest));

    /// <summary>
    /// What the names of the missing assemblies begin with, and the rules that say less of files in which everything is there: without its
    /// connector Semantic Kernel has no format to set, and code that does not bind may evaluate what the project trains.
    /// </summary>
    public static TheoryData<string, string> Libraries =>
        new()
        {
            { "OpenAI.", "" },
            { "Microsoft.Extensions.AI", "" },
            { "Microsoft.Extensions.AI.dll", "" },
            { "Microsoft.SemanticKernel", "" },
            { "Microsoft.SemanticKernel.Connectors", "RAG2002 RAG2012" },
            { "Microsoft.Agents.AI", "RAG4003" },
            { "Microsoft.Extensions.VectorData", "" },
            { "Newtonsoft.Json", "" },
            { "System.ClientModel", "" },
            { "System.Text.Json", "" },
            { "System.", "" },
            { "", "" },
        };

    [Theory]
    [MemberData(nameof(Libraries))]
    public async Task Nothing_new_is_suspicious(string missing, string silent)
    {
        var whole = await s_whole.Value;
        var found = await FindAsync([
            .. ReferenceSets.Latest.Where(reference => !NameOf(reference).StartsWith(missing, StringComparison.Ordinal)),
        ]);

        MarkedFindings.AssertNoException(found.Findings);
        var known = whole.Findings.Select(finding => FindingText.PlaceOf(finding.Location)).ToHashSet();
        Complaints.AssertNone(found.Findings.Where(finding => !known.Contains(FindingText.PlaceOf(finding.Location))));
        Assert.Equal(Of(whole, found.Bound, silent), Of(found, found.Bound, silent));
    }

    // Were nothing found with all libraries, or nothing left without one, the theory would hold of nothing.
    [Fact]
    public async Task There_is_something_to_lose()
    {
        var whole = await s_whole.Value;
        Assert.InRange(whole.Findings.Length, 80, int.MaxValue);
        var found = await FindAsync([.. ReferenceSets.Latest.Where(reference => NameOf(reference) != "OpenAI.dll")]);
        Assert.InRange(Of(found, found.Bound, silent: "").Length, 10, whole.Findings.Length - 10);
    }

    private static string NameOf(MetadataReference reference) => Path.GetFileName(reference.Display!);

    // What to do about it may differ: a message names no method that is not there.
    private static ImmutableArray<string> Of(Found found, ImmutableHashSet<string> files, string silent) =>
        [
            .. found
                .Findings.Where(finding => files.Contains(finding.Location.SourceTree!.FilePath))
                .Where(finding => !silent.Contains(finding.Id, StringComparison.Ordinal))
                .Select(finding => $"{finding.Id} {FindingText.PlaceOf(finding.Location)}")
                .Order(StringComparer.Ordinal),
        ];

    // Together in one compilation: what costs most is to read the libraries.
    private static async Task<Found> FindAsync(ImmutableArray<MetadataReference> references)
    {
        var compilation = AnalyzerRun.Compile(SuiteSources.Programs.Select(File.ReadAllText), references);
        var broken = AnalyzerRun.Errors(compilation).Select(error => error.Location.SourceTree?.FilePath).ToHashSet();
        return new Found(
            await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), compilation),
            [.. compilation.SyntaxTrees.Select(tree => tree.FilePath).Where(path => !broken.Contains(path))]
        );
    }

    /// <param name="Bound">The files in which there is no error.</param>
    private sealed record Found(ImmutableArray<Diagnostic> Findings, ImmutableHashSet<string> Bound);
}
