using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Apis;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline;
using RagAnalyzers.Pipeline.Seams;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Rules.Configuration;

/// <summary>RAG0003: a line of the project's own table cannot be read, names what is not there, or is contradicted.</summary>
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
                Picture.TryCreate(start.Compilation, start.Options.AdditionalFiles, out var picture);
                start.RegisterAdditionalFileAction(file => Analyze(file, apis, picture));
            }
        });
    }

    private static void Analyze(AdditionalFileAnalysisContext context, ProjectApis apis, Picture? picture)
    {
        if (!ApiFile.IsOne(context.AdditionalFile))
        {
            return;
        }

        var contradicted = picture is null ? [] : ContradictedIn(picture, apis);
        foreach (var error in apis.Errors.Concat(contradicted).Where(e => e.Location.GetLineSpan().Path == context.AdditionalFile.Path))
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.InvalidApiLine, error.Location, error.Problem));
        }
    }

    /// <summary>The lines that the code of this project contradicts.</summary>
    private static IEnumerable<ApiError> ContradictedIn(Picture picture, ProjectApis apis)
    {
        var seams = ProjectSeams.Of(picture);
        foreach (var (entry, member) in apis.Found)
        {
            if (
                member is IMethodSymbol method
                && seams.LineOf(method) is { } code
                && ApiAgreement.Contradict(entry.Line, code)
                && !apis.LinesOf(member).Any(l => ApiAgreement.Holds(l, code))
            )
            {
                yield return new ApiError($"the code of '{member.Name}' says '{code.Says}'", entry.Location);
            }
        }
    }
}
