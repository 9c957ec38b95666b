using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>The shipped assemblies load into every compiler since Roslyn 4.8.</summary>
public sealed class ShippedAssembliesTests
{
    private static readonly ReferenceCeiling s_ceiling = ReferenceCeiling.Of(
        ReferenceSets
            .RoslynFloor.OfType<PortableExecutableReference>()
            .Select(reference => reference.FilePath!)
            .Where(path => Path.GetFileName(path).StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal))
    );

    [Fact]
    public void Analyzers_reference_only_the_compiler() =>
        Complaints.AssertNone(s_ceiling.Violations(References("RagAnalyzers.dll"), workspaces: false));

    [Fact]
    public void Code_fixes_reference_only_the_workspace_and_the_analyzers() =>
        Complaints.AssertNone(s_ceiling.Violations(References("RagAnalyzers.CodeFixes.dll"), workspaces: true, own: "RagAnalyzers"));

    [Fact]
    public void Analyzers_were_built_against_the_floor() =>
        Assert.Contains(
            References("RagAnalyzers.dll"),
            reference => reference is { Name: "Microsoft.CodeAnalysis", Version: { Major: 4, Minor: 8 } }
        );

    [Theory]
    [InlineData("netstandard", "2.0.0.0", false)]
    [InlineData("Microsoft.CodeAnalysis", "4.8.0.0", false)]
    [InlineData("Microsoft.CodeAnalysis.CSharp", "4.7.0.0", false)]
    [InlineData("System.Collections.Immutable", "7.0.0.0", false)]
    [InlineData("Microsoft.CodeAnalysis.CSharp.Workspaces", "4.8.0.0", true)]
    [InlineData("System.Composition.AttributedModel", "7.0.0.0", true)]
    public void Allowed(string name, string version, bool workspaces) =>
        Assert.Empty(s_ceiling.Violations([Name(name, version)], workspaces));

    [Theory]
    [InlineData("netstandard", "2.1.0.0", true)]
    [InlineData("Microsoft.CodeAnalysis", "4.9.0.0", true)]
    [InlineData("System.Collections.Immutable", "8.0.0.0", true)]
    [InlineData("System.Text.Json", "7.0.0.0", true)]
    [InlineData("RagAnalyzers", "0.1.0.0", true)]
    [InlineData("Microsoft.CodeAnalysis.Workspaces", "4.8.0.0", false)]
    [InlineData("Microsoft.CodeAnalysis.CSharp.Workspaces", "4.8.0.0", false)]
    [InlineData("System.Composition.AttributedModel", "7.0.0.0", false)]
    public void Forbidden(string name, string version, bool workspaces) =>
        Assert.Single(s_ceiling.Violations([Name(name, version)], workspaces));

    private static ImmutableArray<AssemblyName> References(string file) =>
        ReferenceCeiling.ReferencesOf(Path.Combine(AppContext.BaseDirectory, file));

    private static AssemblyName Name(string name, string version) => new(name) { Version = Version.Parse(version) };
}
