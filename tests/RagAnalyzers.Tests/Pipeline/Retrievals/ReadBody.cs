using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Pipeline.Retrievals;

/// <summary>The picture of a method <c>Run</c> in a source, for the tests of what a room finds in a body.</summary>
internal static class ReadBody
{
    /// <returns>The body of the method; its picture knows the rest of the source.</returns>
    public static Body Of(string source, IEnumerable<MetadataReference>? references = null)
    {
        var compilation = AnalyzerRun.Compile([source], [.. references ?? ReferenceSets.Latest]);
        Assert.Empty(AnalyzerRun.Errors(compilation));
        Assert.True(Picture.TryCreate(compilation, [], out var picture));
        var tree = compilation.SyntaxTrees.First();
        var method = tree.GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<MethodDeclarationSyntax>()
            .Single(static m => m.Identifier.ValueText == "Run");
        return picture.BodyOf(compilation.GetSemanticModel(tree).GetOperation(method, TestContext.Current.CancellationToken)!);
    }
}
