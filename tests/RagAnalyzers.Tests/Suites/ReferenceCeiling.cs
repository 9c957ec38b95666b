using System.Collections.Immutable;
using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace RagAnalyzers.Tests.Suites;

/// <summary>
/// What an analyzer assembly may reference: the assemblies of one Roslyn, and of their dependencies what these
/// assemblies themselves reference, each at that version or older. Anything else may be missing where the compiler runs.
/// </summary>
internal sealed class ReferenceCeiling
{
    private readonly ImmutableDictionary<string, Version> _newest;

    private ReferenceCeiling(ImmutableDictionary<string, Version> newest) => _newest = newest;

    /// <param name="roslynAssemblies">Paths of the Microsoft.CodeAnalysis assemblies of one version.</param>
    public static ReferenceCeiling Of(IEnumerable<string> roslynAssemblies)
    {
        var newest = ImmutableDictionary.CreateBuilder<string, Version>();
        foreach (var name in roslynAssemblies.SelectMany(path => ReferencesOf(path).Prepend(AssemblyName.GetAssemblyName(path))))
        {
            if (!newest.TryGetValue(name.Name!, out var known) || known < name.Version)
            {
                newest[name.Name!] = name.Version!;
            }
        }

        return new ReferenceCeiling(newest.ToImmutable());
    }

    /// <returns>What the assembly at <paramref name="path"/> references.</returns>
    public static ImmutableArray<AssemblyName> ReferencesOf(string path)
    {
        using var image = new PEReader(File.OpenRead(path));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetAssemblyReference(handle).GetAssemblyName())];
    }

    /// <param name="references">The references of a shipped assembly.</param>
    /// <param name="workspaces">Whether it may reference Roslyn's Workspaces, which no compiler process has.</param>
    /// <param name="own">The product's own assemblies that it may reference.</param>
    /// <returns>One line for every reference that may not be there.</returns>
    public ImmutableArray<string> Violations(IEnumerable<AssemblyName> references, bool workspaces, params string[] own)
    {
        return [.. references.Where(reference => !own.Contains(reference.Name)).Select(Violation).OfType<string>()];

        string? Violation(AssemblyName reference) =>
            !_newest.TryGetValue(reference.Name!, out var newest) ? $"{reference.Name} is not among Roslyn's own dependencies"
            : reference.Version > newest ? $"{reference.Name} {reference.Version} is newer than {newest}"
            : !workspaces && IsWorkspaces(reference.Name!) ? $"{reference.Name} is not there when a compiler runs"
            : null;
    }

    private static bool IsWorkspaces(string name) =>
        name.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) && name.EndsWith(".Workspaces", StringComparison.Ordinal)
        || name.StartsWith("System.Composition", StringComparison.Ordinal);
}
