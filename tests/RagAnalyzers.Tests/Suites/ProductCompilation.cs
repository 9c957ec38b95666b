using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>The sources of the shipped assemblies, as a compilation whose names can be asked.</summary>
internal static class ProductCompilation
{
    // What the build generates: see WriteRepositoryAddress in the project.
    private const string RepositoryAddress =
        """namespace RagAnalyzers; internal static class RepositoryAddress { public const string Url = "https://example.invalid"; }""";

    private static readonly Lazy<CSharpCompilation> s_whole = new(() =>
        Of([
            .. new[] { "RagAnalyzers", "RagAnalyzers.CodeFixes" }
                .SelectMany(project => Repository.CSharpFiles(Repository.PathOf("src", project)))
                .Select(path => (Path.GetRelativePath(Repository.Root, path), File.ReadAllText(path))),
            ("RepositoryAddress.g.cs", RepositoryAddress),
        ])
    );

    /// <summary>Both assemblies in one: the fixes see the internals of the analyzers anyway.</summary>
    public static CSharpCompilation Whole
    {
        get
        {
            Assert.SkipWhen(
                typeof(CSharpCompilation).Assembly.GetName().Version!.Major < 5,
                "The sources are in a newer C# than this compiler's."
            );
            return s_whole.Value;
        }
    }

    /// <summary>Sources with the references of the product. The newest framework has all that PolySharp adds to the real build.</summary>
    public static CSharpCompilation Of(IEnumerable<(string Path, string Text)> sources) =>
        CSharpCompilation.Create(
            "RagAnalyzers",
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, TestSources.ParseOptions, source.Path)),
            [.. ReferenceSets.NoAi, .. ReferenceSets.RoslynFloor.Where(IsRoslyn)],
            TestSources.CompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

    private static bool IsRoslyn(MetadataReference reference) =>
        Path.GetFileName(reference.Display)! is var name
        && (
            name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal)
            || name.StartsWith("System.Composition", StringComparison.Ordinal)
        );
}
