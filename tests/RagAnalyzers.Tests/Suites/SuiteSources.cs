using System.Collections.Immutable;

namespace RagAnalyzers.Tests.Suites;

/// <summary>The sources that the suites analyze, by file name for the tests' names.</summary>
internal static class SuiteSources
{
    /// <summary>Realistic programs with nothing to find, one a file.</summary>
    public static ImmutableArray<string> Valid { get; } = Repository.CSharpFiles(Folder("Valid"));

    /// <summary>Realistic programs with mistakes, one a file; the samples' files are each half of a program.</summary>
    public static ImmutableArray<string> Mistaken { get; } =
    [.. Repository.CSharpFiles(Folder("Mistaken")), .. Repository.CSharpFiles(Repository.PathOf("samples"))];

    private static string Folder(string name) => Repository.PathOf("tests", "RagAnalyzers.Tests", name);
}
