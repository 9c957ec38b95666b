using System.Reflection;
using System.Xml.Linq;

namespace RagAnalyzers.PackageTests;

/// <summary>What the build of the tests recorded about the repository.</summary>
internal static class Repository
{
    public static string Root { get; } = Metadata("RepositoryRoot");

    public static string Url { get; } = Metadata("RepositoryUrl");

    public static string VersionPrefix { get; } = Metadata("VersionPrefix");

    /// <summary>The folder of the packages that the machine has restored already.</summary>
    public static string PackageRoot { get; } = Metadata("PackageRoot");

    /// <summary>The version of a package that Directory.Packages.props names.</summary>
    public static string VersionOf(string package) =>
        XDocument
            .Load(Path.Combine(Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .Single(version => (string?)version.Attribute("Include") == package)
            .Attribute("Version")!
            .Value;

    private static string Metadata(string key) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == key).Value!;
}
