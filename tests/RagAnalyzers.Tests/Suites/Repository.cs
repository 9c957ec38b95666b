using System.Collections.Immutable;
using System.Reflection;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Where the repository's files are while the tests run.</summary>
internal static class Repository
{
    public static string Root { get; } =
        typeof(Repository)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(metadata => metadata.Key == "RepositoryRoot")
            .Value!;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <returns>The C# files under a folder, without build output, in a stable order; none when there is no such folder.</returns>
    public static ImmutableArray<string> CSharpFiles(string folder)
    {
        return Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Where(IsSource).Order(StringComparer.Ordinal)]
            : [];

        bool IsSource(string path) =>
            !Path.GetRelativePath(folder, path).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");
    }
}
