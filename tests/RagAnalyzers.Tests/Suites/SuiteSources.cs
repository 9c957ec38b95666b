using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Sdk;

namespace RagAnalyzers.Tests.Suites;

/// <summary>The sources that the suites analyze, by file name for the tests' names.</summary>
internal static class SuiteSources
{
    /// <summary>Realistic programs with nothing to find, one a file.</summary>
    public static ImmutableArray<string> Valid { get; } = Repository.CSharpFiles(Folder("Valid"));

    /// <summary>Realistic programs with mistakes, one a file, each in a namespace of its own.</summary>
    public static ImmutableArray<string> Programs { get; } = Repository.CSharpFiles(Folder("Mistaken"));

    /// <summary>The same and the samples' files, which are each half of a program.</summary>
    public static ImmutableArray<string> Mistaken { get; } = [.. Programs, .. Repository.CSharpFiles(Repository.PathOf("samples"))];

    /// <summary>What they are compiled against: the newest SDKs, and those that are pinned by documentation.</summary>
    public static ImmutableArray<MetadataReference> References => DocumentedSdks.References;

    private static string Folder(string name) => Repository.PathOf("tests", "RagAnalyzers.Tests", name);
}
