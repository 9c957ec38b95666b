using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Suites;

/// <summary>Dependencies inside the analyzer assembly point one way only.</summary>
public sealed class LayeringTests
{
    // What the build generates: see WriteRepositoryAddress in the project.
    private const string RepositoryAddress =
        """namespace RagAnalyzers; internal static class RepositoryAddress { public const string Url = "https://example.invalid"; }""";

    [Fact]
    public void No_layer_uses_one_above_it()
    {
        Assert.SkipWhen(
            typeof(CSharpCompilation).Assembly.GetName().Version!.Major < 5,
            "The sources are in a newer C# than this compiler's."
        );
        var compilation = Compile([
            .. Repository.CSharpFiles(Repository.PathOf("src", "RagAnalyzers")).Select(path => (path, File.ReadAllText(path))),
            ("RepositoryAddress.g.cs", RepositoryAddress),
        ]);

        // Names that do not bind would hide what they use.
        Complaints.AssertNone(AnalyzerRun.Errors(compilation));
        Complaints.AssertNone(LayerWalker.Violations(compilation, Layer.All));
    }

    [Theory]
    [InlineData("namespace RagAnalyzers.Sdk; class A { void M() => Flow.Trace.Start(); }")]
    [InlineData("namespace RagAnalyzers.Sdk.Tables; class A { RagAnalyzers.Pipeline.Prompt? P; }")]
    [InlineData("using RagAnalyzers.Sdk; namespace RagAnalyzers.Flow; class A { }")]
    [InlineData("using Call = RagAnalyzers.Pipeline.Prompt; namespace RagAnalyzers.Flow { class A { } }")]
    [InlineData("namespace RagAnalyzers.Pipeline; class A { object M() => new Rules.Output.Finding(); }")]
    [InlineData(
        "using Microsoft.CodeAnalysis.CSharp.Syntax; namespace RagAnalyzers.Rules.Output; class A { InvocationExpressionSyntax? P; }"
    )]
    [InlineData(
        "namespace RagAnalyzers.Rules; class A { bool M(Microsoft.CodeAnalysis.SyntaxNode node) => node is Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax; }"
    )]
    [InlineData("namespace RagAnalyzers.Flow; class A { void M(Shared shared) { var entry = shared.Entry; } }")]
    public void Use_of_a_forbidden_namespace_is_found(string source)
    {
        var violations = ViolationsAmongMadeUpLayers(source);
        Assert.NotEmpty(violations);
        Assert.All(violations, violation => Assert.StartsWith("Source.cs(1): ", violation));
    }

    [Theory]
    [InlineData("namespace RagAnalyzers.Pipeline; class A { Sdk.Entry? P; void M() => Flow.Trace.Start(); }")]
    [InlineData("using RagAnalyzers.Pipeline; namespace RagAnalyzers.Rules; class A { Prompt? P; Microsoft.CodeAnalysis.SyntaxNode? N; }")]
    [InlineData("namespace RagAnalyzers.Flow; class A { Microsoft.CodeAnalysis.CSharp.Syntax.BlockSyntax? B; }")]
    public void Use_of_a_lower_layer_is_allowed(string source) => Assert.Empty(ViolationsAmongMadeUpLayers(source));

    private static readonly ImmutableArray<string> s_madeUpLayers =
    [
        "namespace RagAnalyzers; class Shared { public Sdk.Entry? Entry; }",
        "namespace RagAnalyzers.Sdk; class Entry { }",
        "namespace RagAnalyzers.Flow; static class Trace { public static void Start() { } }",
        "namespace RagAnalyzers.Pipeline; class Prompt { }",
        "namespace RagAnalyzers.Rules.Output; class Finding { }",
    ];

    private static ImmutableArray<string> ViolationsAmongMadeUpLayers(string source)
    {
        var compilation = Compile([("Source.cs", source), .. s_madeUpLayers.Select((text, index) => ($"Layer{index}.cs", text))]);
        Complaints.AssertNone(AnalyzerRun.Errors(compilation));
        return LayerWalker.Violations(compilation, Layer.All);
    }

    // The newest framework has all that PolySharp adds to the real build.
    private static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> sources) =>
        CSharpCompilation.Create(
            "RagAnalyzers",
            sources.Select(source => CSharpSyntaxTree.ParseText(source.Text, TestSources.ParseOptions, source.Path)),
            [.. ReferenceSets.NoAi, .. ReferenceSets.RoslynFloor.Where(IsRoslyn)],
            TestSources.CompilationOptions(OutputKind.DynamicallyLinkedLibrary)
        );

    private static bool IsRoslyn(MetadataReference reference) =>
        Path.GetFileName(reference.Display)!.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal);
}
