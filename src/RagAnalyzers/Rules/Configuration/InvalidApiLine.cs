using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Apis;
using RagAnalyzers.Findings;

namespace RagAnalyzers.Rules.Configuration;

/// <summary>RAG0003: a line of the project's own table cannot be read, names what is not there, or contradicts another line.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidApiLine : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidApiLine);

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (ProjectApis.Of(start.Compilation, start.Options.AdditionalFiles) is { } apis)
            {
                start.RegisterAdditionalFileAction(file => Analyze(file, apis));
            }
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, ProjectApis apis)
    {
        if (!ApiFile.IsOne(context.AdditionalFile))
        {
            return;
        }

        foreach (var error in apis.Errors.Where(e => e.Location.GetLineSpan().Path == context.AdditionalFile.Path))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.InvalidApiLine, error.Location, error.Problem));
        }
    }
}
