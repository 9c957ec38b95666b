using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Editing;

namespace RagAnalyzers.Tests.CodeFixes.Editing;

/// <summary>How a document is laid out, by its own text.</summary>
public sealed class LayoutTests
{
    [Theory]
    [InlineData("class A\n{\n    int a;\n}\n", "    ")]
    [InlineData("class A\n{\n  int a;\n}\n", "  ")]
    [InlineData("class A\n{\n\tint a;\n}\n", "\t")]
    [InlineData("class A\n{\n   int a;\n\n   void M()\n   {\n      a = 1;\n   }\n}\n", "   ")]
    // A slip in the first line.
    [InlineData("class A\n{\n   int a;\n\n    void M()\n    {\n        a = 1;\n    }\n}\n", "    ")]
    [InlineData("class A { }\n", "    ")]
    public async Task One_level_of_indentation(string source, string unit)
    {
        using var workspace = new AdhocWorkspace();
        var document = workspace.AddProject("A", LanguageNames.CSharp).AddDocument("A.cs", source);

        var root = await document.GetSyntaxRootAsync(TestContext.Current.CancellationToken);

        Assert.Equal(unit, Layout.Of(root!, document).Unit);
    }
}
