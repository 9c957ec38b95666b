using System.IO.Compression;
using System.Xml.Linq;

namespace RagAnalyzers.PackageTests;

/// <summary>
/// The package, packed once for all tests into a folder that serves as a package source. Everything is written to a temporary
/// folder, intermediate files too, so that a build of the repository that runs at the same time is not disturbed.
/// </summary>
public sealed class PackedPackage : IAsyncLifetime
{
    private readonly DirectoryInfo root = Directory.CreateTempSubdirectory("RagAnalyzers.PackageTests.");

    /// <summary>A suffix that no published version has, so the package can only come from here.</summary>
    public static string Version { get; } = Repository.VersionPrefix + "-packagetests";

    /// <summary>The package's file.</summary>
    public string File => Path.Combine(Feed, $"RagAnalyzers.{Version}.nupkg");

    private string Feed => Path.Combine(root.FullName, "feed");

    private string Packages => Path.Combine(root.FullName, "packages");

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(Feed);

        // The sources of the machine stay in force; this one is added to them.
        await System.IO.File.WriteAllTextAsync(
            Path.Combine(root.FullName, "nuget.config"),
            """
            <configuration>
              <packageSources>
                <add key="packed" value="feed" />
              </packageSources>
            </configuration>
            """
        );

        await PackAsync(Feed);
    }

    /// <summary>Packs the repository's sources as they are now, and returns the package's path.</summary>
    public async Task<string> PackAsync(string folder)
    {
        var (exitCode, output) = await TryPackAsync(folder);
        Assert.True(exitCode == 0, output);
        return Path.Combine(folder, Path.GetFileName(File));
    }

    /// <summary>Runs the pack command with further arguments.</summary>
    public Task<(int ExitCode, string Output)> TryPackAsync(string folder, params string[] arguments) =>
        DotNet.RunAsync(
            Repository.Root,
            Packages,
            [
                "pack",
                Path.Combine("src", "RagAnalyzers.Package"),
                "--configuration",
                "Release",
                "--version-suffix",
                "packagetests",
                "--artifacts-path",
                Path.Combine(root.FullName, "artifacts"),
                "--output",
                folder,
                .. arguments,
            ]
        );

    /// <summary>A new, empty folder whose projects can restore the package.</summary>
    internal Consumer CreateConsumer(string name) => new(root.CreateSubdirectory(name).FullName, Packages);

    /// <summary>The files of the package, without the parts that belong to the container format.</summary>
    public IReadOnlyList<string> ReadContent()
    {
        using var archive = ZipFile.OpenRead(File);
        return
        [
            .. archive
                .Entries.Select(entry => entry.FullName)
                .Where(name => name != "[Content_Types].xml" && !name.StartsWith("_rels/") && !name.StartsWith("package/services/"))
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>Writes the files of a folder of the package, and returns their paths.</summary>
    public IReadOnlyList<string> Extract(string folder)
    {
        using var archive = ZipFile.OpenRead(File);
        var extracted = root.CreateSubdirectory("extracted");
        var paths = new List<string>();
        foreach (var entry in archive.Entries.Where(entry => entry.FullName.StartsWith(folder + "/", StringComparison.Ordinal)))
        {
            paths.Add(Path.Combine(extracted.FullName, entry.Name));
            entry.ExtractToFile(paths[^1], overwrite: true);
        }

        return paths;
    }

    /// <summary>The text of one of its files.</summary>
    public string ReadText(string name)
    {
        using var archive = ZipFile.OpenRead(File);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    /// <summary>The <c>metadata</c> element of the package's nuspec.</summary>
    public XElement ReadMetadata()
    {
        using var archive = ZipFile.OpenRead(File);
        using var nuspec = archive.GetEntry("RagAnalyzers.nuspec")!.Open();
        return XDocument.Load(nuspec).Root!.Elements().Single(element => element.Name.LocalName == "metadata");
    }

    public ValueTask DisposeAsync()
    {
        root.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
