using System.Collections.Immutable;
using System.IO;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration;
using RagAnalyzers.Findings;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Rules.Configuration;

/// <summary>RAG0001: a file that the compiler was given looks like a prompt and cannot be read.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class UnreadablePromptFile : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        ImmutableArray.Create(Descriptors.UnreadablePromptFile);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (AiSdks.TryCreate(start.Compilation, out var _))
            {
                start.RegisterAdditionalFileAction(Analyze);
            }
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context)
    {
        if (PromptFile.TryCreate(context.AdditionalFile, context.CancellationToken)?.Error is { } error)
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.UnreadablePromptFile,
                    error.Location,
                    Path.GetFileName(context.AdditionalFile.Path),
                    error.Message
                )
            );
        }
    }
}
