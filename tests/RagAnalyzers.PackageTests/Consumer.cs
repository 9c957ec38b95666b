using System.Text.Json;
using System.Text.RegularExpressions;

namespace RagAnalyzers.PackageTests;

/// <summary>A folder with projects of a user of the package.</summary>
internal sealed partial class Consumer(string folder, string packages)
{
    /// <summary>Writes a project (a class library for .NET 10, unless the properties say otherwise) that references the package and the given SDKs, and its only source file.</summary>
    public void AddProject(
        string name,
        string source,
        string[] sdks,
        string properties = "",
        string items = "",
        bool withPackage = true,
        string sdk = "Microsoft.NET.Sdk",
        string language = "cs"
    )
    {
        string[] references =
        [
            .. sdks.Select(sdk => $"""<PackageReference Include="{sdk}" Version="{Repository.VersionOf(sdk)}" />"""),
            .. withPackage
                ? [$"""<PackageReference Include="RagAnalyzers" Version="{PackedPackage.Version}" PrivateAssets="all" />"""]
                : Array.Empty<string>(),
        ];

        var file = Path.GetFileName(name);
        AddFile(
            Path.Combine(name, $"{file}.{language}proj"),
            $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                {(properties.Contains("<TargetFramework") ? "" : "<TargetFramework>net10.0</TargetFramework>")}
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                <NoWarn>$(NoWarn);NU1603</NoWarn>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", references)}
                {items}
              </ItemGroup>
            </Project>
            """
        );
        AddFile(Path.Combine(name, $"{file}.{language}"), source);
    }

    /// <summary>Writes a solution of all projects that were added.</summary>
    public void AddSolution(string name)
    {
        var projects = Directory
            .EnumerateFiles(folder, "*proj", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => $"""  <Project Path="{Path.GetRelativePath(folder, path).Replace('\\', '/')}" />""");
        AddFile(name, $"<Solution>\n{string.Join('\n', projects)}\n</Solution>\n");
    }

    public void AddFile(string path, string content)
    {
        path = Path.Combine(folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string PathOf(string path) => Path.Combine(folder, path);

    /// <summary>Starts the language server that the repository's tools name, on this folder.</summary>
    public Task<LanguageServer> StartLanguageServerAsync() => LanguageServer.StartAsync(folder, packages);

    public string ReadFile(string path) => File.ReadAllText(Path.Combine(folder, path));

    /// <summary>Runs a dotnet command in the folder.</summary>
    public Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) => DotNet.RunAsync(folder, packages, arguments);

    /// <summary>What the compiler would be given as references of the project, as paths.</summary>
    public async Task<IReadOnlyList<string>> ReferencesAsync(string project)
    {
        var (exitCode, output) = await RunAsync(
            "build",
            project,
            "-target:ResolveAssemblyReferences;FindReferenceAssembliesForReferences",
            "-getItem:ReferencePathWithRefAssemblies",
            "-restore"
        );
        Assert.True(exitCode == 0, output);
        using var items = JsonDocument.Parse(output[output.IndexOf('{')..(output.LastIndexOf('}') + 1)]);
        return
        [
            .. items
                .RootElement.GetProperty("Items")
                .GetProperty("ReferencePathWithRefAssemblies")
                .EnumerateArray()
                .Select(item => item.GetProperty("Identity").GetString()!),
        ];
    }

    /// <summary>Builds a project and returns every warning and error, as "Answers.cs(12): warning RAG2001", each once.</summary>
    public async Task<(int ExitCode, IReadOnlyList<string> Findings, string Output)> BuildAsync(string project)
    {
        var (exitCode, output) = await RunAsync("build", project, "--tl:off");
        string[] findings =
        [
            .. Finding()
                .Matches(output)
                .Select(match =>
                    (File: Path.GetFileName(match.Groups["file"].Value), Line: match.Groups["line"].Value, What: match.Groups["what"].Value)
                )
                .Distinct()
                .OrderBy(finding => finding.File, StringComparer.Ordinal)
                .ThenBy(finding => finding.Line.Length)
                .ThenBy(finding => finding.Line, StringComparer.Ordinal)
                .Select(finding =>
                    finding.Line.Length == 0 ? $"{finding.File}: {finding.What}" : $"{finding.File}({finding.Line}): {finding.What}"
                ),
        ];
        return (exitCode, findings, output);
    }

    [GeneratedRegex(
        @"^\s*(?<file>[^\s(:]+)\s*(\((?<line>\d+),\d+\))?\s*: (?<what>(warning|error) [A-Z]+\d+)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture
    )]
    private static partial Regex Finding();
}
