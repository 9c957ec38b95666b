using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Tests.Suites;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Output;

public sealed class SuiteSourcesTests
{
    // Were there nothing to find in the whole program, little of the rules would run on its halves.
    [Fact]
    public async Task The_mistaken_program_reaches_the_rules()
    {
        var text = await File.ReadAllTextAsync(
            Repository.PathOf("tests", "RagAnalyzers.Tests", "Mistaken", "SongFormats.cs"),
            TestContext.Current.CancellationToken
        );
        DiagnosticAnalyzer[] rules = [new SchemaRootIsNoObject(), new StrictSchemaOutsideSubset(), new SchemaIsNotStrict()];
        var found = await AnalyzerRun.DiagnosticsAsync(rules, [text], ReferenceSets.Latest);
        Assert.Equal(
            ["RAG2007", "RAG2007", "RAG2007", "RAG2007", "RAG2007", "RAG2009", "RAG2009", "RAG2010"],
            found.Select(finding => finding.Id).Order()
        );
    }
}
