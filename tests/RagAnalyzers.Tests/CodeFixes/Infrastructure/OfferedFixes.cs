using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.CodeFixes.Infrastructure;

/// <summary>What a provider offers for the findings in a source, as the actions themselves.</summary>
internal static class OfferedFixes
{
    public static async Task<ImmutableArray<CodeAction>> ForAsync(CodeFixProvider provider, string source)
    {
        using var workspace = new AdhocWorkspace();
        var project = workspace.AddProject(
            ProjectInfo.Create(
                ProjectId.CreateNewId(),
                VersionStamp.Default,
                "TestProject",
                "TestProject",
                LanguageNames.CSharp,
                compilationOptions: TestSources.CompilationOptions(OutputKind.DynamicallyLinkedLibrary),
                parseOptions: TestSources.ParseOptions,
                metadataReferences: ReferenceSets.Latest
            )
        );
        project = project.AddDocument("ImplicitUsings.cs", TestSources.ImplicitUsings).Project;
        var document = project.AddDocument("Test.cs", source);

        var actions = ImmutableArray.CreateBuilder<CodeAction>();
        var found = await RuleAnalyzers.FindAsync(document, provider.FixableDiagnosticIds, TestContext.Current.CancellationToken);
        foreach (var diagnostic in found!.Value)
        {
            await provider.RegisterCodeFixesAsync(
                new CodeFixContext(document, diagnostic, (action, _) => actions.Add(action), TestContext.Current.CancellationToken)
            );
        }

        return actions.ToImmutable();
    }
}
