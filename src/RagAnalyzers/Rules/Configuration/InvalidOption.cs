using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.IO;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Apis;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Findings;

namespace RagAnalyzers.Rules.Configuration;

/// <summary>
/// RAG0002: an option in .editorconfig has an invalid value. An analyzer is not told where an option was set, so each value is reported
/// once, for the first file that it holds for: at the line that sets it when the file with that line is an additional file, else nowhere.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class InvalidOption : DiagnosticAnalyzer
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.InvalidOption);

    public override void Initialize(AnalysisContext context)
    {
        // The first file may be a generated one.
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(static start =>
        {
            if (!ProjectApis.TryResolve(start.Compilation, start.Options.AdditionalFiles, out var _))
            {
                return;
            }

            var first = new Lazy<IReadOnlyDictionary<OptionError, SyntaxTree>>(
                () => FirstFiles(start.Compilation, start.Options),
                LazyThreadSafetyMode.ExecutionAndPublication
            );
            start.RegisterSyntaxTreeAction(tree => Analyze(tree, first));
        });
    }

    private static IReadOnlyDictionary<OptionError, SyntaxTree> FirstFiles(Compilation compilation, AnalyzerOptions options)
    {
        var first = new Dictionary<OptionError, SyntaxTree>();
        foreach (var tree in compilation.SyntaxTrees)
        {
            foreach (var error in RuleOptions.Of(options, tree).Errors.Where(e => !first.ContainsKey(e)))
            {
                first.Add(error, tree);
            }
        }

        return first;
    }

    private static void Analyze(SyntaxTreeAnalysisContext context, Lazy<IReadOnlyDictionary<OptionError, SyntaxTree>> first)
    {
        foreach (
            var error in RuleOptions
                .Of(context.Options, context.Tree)
                .Errors.Where(e => first.Value.TryGetValue(e, out var tree) && tree == context.Tree)
        )
        {
            context.ReportDiagnostic(
                Diagnostic.Create(
                    Descriptors.InvalidOption,
                    OptionLine.Find(error, context.Options.AdditionalFiles, context.CancellationToken) ?? Location.None,
                    error.Key,
                    error.Value,
                    Path.GetFileName(context.Tree.FilePath),
                    error.Problem
                )
            );
        }
    }
}
