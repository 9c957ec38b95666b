namespace RagAnalyzers.PackageTests;

public sealed class PackageContentTests(PackedPackage package)
{
    [Fact]
    public void Holds_the_two_assemblies_the_modes_the_pages_and_nothing_else()
    {
        string[] expected =
        [
            "LICENSE",
            "README.md",
            "RagAnalyzers.nuspec",
            "analyzers/dotnet/cs/RagAnalyzers.CodeFixes.dll",
            "analyzers/dotnet/cs/RagAnalyzers.dll",
            "icon.png",
            "tryout/RagAnalyzers.TryOut.targets",
            .. FilesOf("docs", "docs"),
            .. FilesOf("src/RagAnalyzers.Package/buildTransitive", "buildTransitive"),
        ];
        Assert.Equal(expected.Except(["docs/architecture.md"]).Order(StringComparer.Ordinal), package.ReadContent());
    }

    private static IEnumerable<string> FilesOf(string folder, string prefix)
    {
        folder = Path.Combine(Repository.Root, folder);
        return Directory
            .EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(path => prefix + "/" + Path.GetRelativePath(folder, path).Replace('\\', '/'));
    }

    [Fact]
    public void Its_readme_has_no_relative_link() => Assert.DoesNotMatch(@"\]\((?!https?:|#)", package.ReadText("README.md"));

    [Fact]
    public async Task A_release_is_not_packed_with_the_placeholder_address()
    {
        var (exitCode, output) = await package.TryPackAsync(
            Path.GetTempPath(),
            "--no-build",
            "-p:IsRelease=true",
            "-p:RepositoryUrl=https://example.invalid/RagAnalyzers"
        );
        Assert.NotEqual(0, exitCode);
        Assert.Contains("A release would carry the placeholder address", output);
    }

    [Fact]
    public void Is_a_development_dependency_without_dependencies()
    {
        var metadata = package.ReadMetadata();
        Assert.Equal("true", Value("developmentDependency"));
        Assert.DoesNotContain(
            metadata.Elements(),
            element => element.Name.LocalName is "dependencies" or "frameworkAssemblies" or "references"
        );

        string? Value(string name) => metadata.Elements().SingleOrDefault(element => element.Name.LocalName == name)?.Value;
    }

    [Theory]
    [InlineData("id", "RagAnalyzers")]
    [InlineData("readme", "README.md")]
    [InlineData("license", "MIT")]
    public void States(string name, string value) =>
        Assert.Equal(value, package.ReadMetadata().Elements().Single(element => element.Name.LocalName == name).Value);

    [Fact]
    public void Derives_its_version_and_addresses_from_the_build_properties()
    {
        var elements = package.ReadMetadata().Elements().ToDictionary(element => element.Name.LocalName);
        Assert.Equal(PackedPackage.Version, elements["version"].Value);
        Assert.Equal(Repository.Url, elements["projectUrl"].Value);
        Assert.Equal(Repository.Url, elements["repository"].Attribute("url")!.Value);
        Assert.Equal(Repository.Url + "/blob/main/CHANGELOG.md", elements["releaseNotes"].Value);
        Assert.True(File.Exists(Path.Combine(Repository.Root, "CHANGELOG.md")));
    }

    [Fact]
    public async Task Packing_again_gives_the_same_bytes()
    {
        var folder = Directory.CreateTempSubdirectory("RagAnalyzers.PackageTests.");
        try
        {
            var again = await package.PackAsync(folder.FullName);
            Assert.Equal(await ReadAsync(package.File), await ReadAsync(again));
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        static Task<byte[]> ReadAsync(string path) => File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
    }
}
