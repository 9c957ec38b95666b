using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Bodies;

/// <summary>Code is found by the names in it, in the compilation's own files.</summary>
public sealed class OperationSourceTests
{
    private const string Source = "public class Desk { public static int Count; public int Ask() => Count; public int Tell() => 1; }";

    [Fact]
    public void The_code_of_a_type_that_names_something_is_found()
    {
        var compilation = AnalyzerRun.Compile([Source], ReferenceSets.NoAi);

        Assert.Single(Mentioning(compilation, "Count"));
        Assert.Empty(Mentioning(compilation, "Length"));
    }

    /// <summary>An editor hands over the code of other projects as it is.</summary>
    [Fact]
    public void A_type_of_another_project_has_no_code_here()
    {
        var other = AnalyzerRun.Compile([Source], ReferenceSets.NoAi).WithAssemblyName("OtherProject");
        var compilation = AnalyzerRun.Compile(
            ["class Caller { int Ask(Desk desk) => desk.Ask() + Desk.Count; }"],
            ReferenceSets.NoAi.Add(other.ToMetadataReference())
        );
        Assert.Empty(AnalyzerRun.Errors(compilation));

        Assert.Empty(Mentioning(compilation, "Count"));
    }

    /// <returns>The bodies of <c>Desk</c>.</returns>
    private static IReadOnlyList<SyntaxNode> Mentioning(Compilation compilation, string name)
    {
        var source = new OperationSource(compilation);
        var type = compilation.GetTypeByMetadataName("Desk")!;
        var declarations = source.DeclarationsMentioning(name, type).ToList();
        Assert.Equal(declarations.Count, source.RootsMentioning(name, type).Length);
        return declarations;
    }
}
