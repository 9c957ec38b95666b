using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Old and new versions of a library are read alike: one program has the same findings with each, and the same fixes compile.</summary>
public sealed class SdkVersionsTests
{
    private static readonly string s_program = Repository.PathOf("tests", "RagAnalyzers.Tests", "Mistaken", "InvoiceDesk.cs");

    public static TheoryData<string> Versions => ["2.1.0", "2.10.0", "2.15.0"];

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task Findings_are_the_same(string version)
    {
        var found = await FindingsAsync(References(version));
        Assert.Equal(await FindingsAsync(ReferenceSets.Latest), found);
        string[] rules =
        [
            "RAG2002",
            "RAG2003",
            "RAG2004",
            "RAG2005",
            "RAG2009",
            "RAG2010",
            "RAG2011",
            "RAG2011",
            "RAG2012",
            "RAG2014",
            "RAG4005",
        ];
        Assert.Equal(rules, found.Select(finding => finding.Split(' ')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Fixes_make_the_same_of_it()
    {
        var text = await File.ReadAllTextAsync(s_program, TestContext.Current.CancellationToken);
        var made = new List<string>();
        foreach (var version in Versions)
        {
            using var workspace = new AdhocWorkspace();
            var project = FormatRun.Project(workspace, [(TestSources.PathOf(0), text)], references: References(version));
            var done = await FormatRun.ApplyAsync(project);
            Complaints.AssertNone(AnalyzerRun.Errors((await done.GetCompilationAsync(TestContext.Current.CancellationToken))!));
            made.Add((await FormatRun.TextsAsync(done))[0]);
        }

        Assert.Equal(made[^1], Assert.Single(made.Distinct()));
        Assert.Contains("jsonSchemaIsStrict: true", made[0], StringComparison.Ordinal);
        Assert.DoesNotContain("invoices.csv", made[0], StringComparison.Ordinal);
    }

    private static ImmutableArray<MetadataReference> References(string version) =>
        version switch
        {
            "2.1.0" => ReferenceSets.OpenAI21,
            "2.10.0" => ReferenceSets.OpenAI210,
            _ => ReferenceSets.Latest,
        };

    private static async Task<ImmutableArray<string>> FindingsAsync(ImmutableArray<MetadataReference> references)
    {
        var text = await File.ReadAllTextAsync(s_program, TestContext.Current.CancellationToken);
        var compilation = AnalyzerRun.Compile([text], references);
        Complaints.AssertNone(AnalyzerRun.Errors(compilation));
        return FindingText.Of(await AnalyzerRun.DiagnosticsAsync(RagRules.Loaded(), compilation));
    }
}
