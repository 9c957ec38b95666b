namespace RagAnalyzers.Tests.Suites;

/// <summary>A namespace, with those below it, and the namespaces that nothing in it may use.</summary>
internal sealed record Layer(string Namespace, params string[] Forbidden)
{
    /// <summary>The product's dependencies point one way only.</summary>
    public static IReadOnlyList<Layer> All { get; } =
    [
        new("RagAnalyzers.Sdk", "RagAnalyzers.Flow", "RagAnalyzers.Configuration", "RagAnalyzers.Pipeline", "RagAnalyzers.Rules"),
        new(
            "RagAnalyzers.JsonText",
            "RagAnalyzers.Sdk",
            "RagAnalyzers.Flow",
            "RagAnalyzers.Configuration",
            "RagAnalyzers.Pipeline",
            "RagAnalyzers.Rules"
        ),
        new("RagAnalyzers.Flow", "RagAnalyzers.Sdk", "RagAnalyzers.Configuration", "RagAnalyzers.Pipeline", "RagAnalyzers.Rules"),
        new("RagAnalyzers.Configuration", "RagAnalyzers.Flow", "RagAnalyzers.Pipeline", "RagAnalyzers.Rules"),
        new("RagAnalyzers.Pipeline", "RagAnalyzers.Rules"),
        // A rule asks the picture what a value is; it never walks syntax to find out.
        new("RagAnalyzers.Rules", "Microsoft.CodeAnalysis.CSharp.Syntax"),
    ];

    public static bool IsIn(string name, string @namespace) =>
        name == @namespace || name.StartsWith(@namespace + ".", StringComparison.Ordinal);
}
