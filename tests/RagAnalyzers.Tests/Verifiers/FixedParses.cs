using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.Rules.Output;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>
/// A fix that puts a schema in force, or changes one, leaves no parse behind that does not read it: of fixed code RAG2013 says nothing that
/// it did not say before.
/// </summary>
internal static class FixedParses
{
    public static async Task AssertReadAsync(string before, string after, ImmutableArray<MetadataReference> references, TestSetup setup)
    {
        if (before == after || !after.Contains("Deserialize", StringComparison.Ordinal))
        {
            return;
        }

        var libraries = (references.IsDefault ? ReferenceSets.Latest : references).AddRange(setup.ExtraReferences);
        var left = await MisreadAsync([after, .. setup.OtherSourcesAfterFix ?? setup.OtherSources], libraries);
        if (left.Length > 0)
        {
            Assert.True(left.Length <= (await MisreadAsync([before, .. setup.OtherSources], libraries)).Length, string.Join('\n', left));
        }
    }

    private static Task<ImmutableArray<Diagnostic>> MisreadAsync(
        IEnumerable<string> sources,
        ImmutableArray<MetadataReference> references
    ) => AnalyzerRun.DiagnosticsAsync([new AnswerMisread()], sources.Select(TestSources.WithoutMarkup), references);
}
