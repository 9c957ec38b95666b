using System.Collections.Immutable;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Configuration;

/// <summary>RAG0004: writes the line into RagAnalyzers.Apis.txt, which it makes when there is none.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnlistedApiFix))]
public sealed class UnlistedApiFix : CodeFixProvider
{
    internal const string Title = "Say it in RagAnalyzers.Apis.txt";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create(Descriptors.UnlistedApi.Id);

    public override FixAllProvider GetFixAllProvider() => UnlistedApiFixAllProvider.Instance;

    public override Task RegisterCodeFixesAsync(CodeFixContext context)
    {
        foreach (var diagnostic in context.Diagnostics.Where(static d => UnlistedApiHandOver.Read(d) is not null))
        {
            var project = context.Document.Project;
            context.RegisterCodeFix(
                CodeAction.Create(
                    Title,
                    cancellation => ApiDocuments.WithAsync(project.Solution, [(project.Id, diagnostic)], cancellation),
                    nameof(UnlistedApiFix)
                ),
                diagnostic
            );
        }

        return Task.CompletedTask;
    }
}
