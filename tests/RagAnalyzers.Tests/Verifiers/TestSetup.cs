using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Testing;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>
/// The project that a test's source is put in, where it is not the ordinary one: a console application exactly when a
/// source has top-level statements, no .editorconfig, the newest language.
/// </summary>
internal sealed record TestSetup
{
    /// <summary>References on top of the reference set.</summary>
    public ImmutableArray<MetadataReference> ExtraReferences { get; init; } = [];

    /// <summary>Further source files, with markup where they have findings. They become Test1.cs and up.</summary>
    public ImmutableArray<string> OtherSources { get; init; } = [];

    /// <summary>The further source files after the fix; the same as before when not given.</summary>
    public ImmutableArray<string>? OtherSourcesAfterFix { get; init; }

    public OutputKind? OutputKind { get; init; }

    /// <summary>The text of an .editorconfig at the root of the project.</summary>
    public string? EditorConfig { get; init; }

    /// <summary>The files that the compiler is given beside the sources, by path.</summary>
    public ImmutableArray<(string Path, string Text)> AdditionalFiles { get; init; } = [];

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Preview;

    /// <summary>Of several fixes for one finding: which, counted from 0.</summary>
    public int? CodeActionIndex { get; init; }

    /// <summary>Of several fixes for one finding: which, by its equivalence key.</summary>
    public string? CodeActionEquivalenceKey { get; init; }

    /// <summary>How many rounds of single fixes it takes, when one round does not do for all findings.</summary>
    public int? FixIterations { get; init; }

    /// <summary>How many rounds of Fix All in a document it takes, when a finding of one file comes up in the next one.</summary>
    public int? DocumentIterations { get; init; }

    /// <summary>What Fix All gives, when it is not what the single fixes one by one give.</summary>
    public string? FixAllResult { get; init; }

    internal void ApplyTo(AnalyzerTest<DefaultVerifier> test, string source, ImmutableArray<MetadataReference> references)
    {
        // Nothing may be downloaded: no reference assembly package, every reference by path.
        test.ReferenceAssemblies = new ReferenceAssemblies("net10.0");
        // "$$" is C# (raw interpolated strings), and findings are named by id.
        test.MarkupOptions = MarkupOptions.TreatPositionIndicatorsAsCode;
        test.TestState.OutputKind =
            OutputKind ?? TestSources.OutputKindOf([.. OtherSources.Prepend(source).Select(TestSources.WithoutMarkup)]);
        test.TestState.AdditionalReferences.AddRange(references.IsDefault ? ReferenceSets.Latest : references);
        test.TestState.AdditionalReferences.AddRange(ExtraReferences);
        if (EditorConfig is not null)
        {
            test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n" + EditorConfig));
        }

        foreach (var (path, text) in AdditionalFiles)
        {
            test.TestState.AdditionalFiles.Add((path, text));
        }

        AddSources(test.TestState, source, OtherSources, LanguageVersion);
    }

    internal static void AddSources(SolutionState state, string source, IEnumerable<string> others, LanguageVersion version)
    {
        foreach (var (text, index) in others.Prepend(source).Select((text, index) => (text, index)))
        {
            state.Sources.Add((TestSources.PathOf(index), text));
        }

        state.Sources.Add((TestSources.ImplicitUsingsPath, TestSources.ImplicitUsingsOf(version)));
    }
}
