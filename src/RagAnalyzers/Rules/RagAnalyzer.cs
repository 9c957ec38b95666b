using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using System.Runtime.ExceptionServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules;

/// <summary>
/// What the compiler loads: it runs every <see cref="RagRule"/> over each body. One analyzer and not one for each rule: the rules go through
/// the bodies of a file together, while what one of them had bound and read is at hand for the next.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class RagAnalyzer : DiagnosticAnalyzer
{
    private readonly ImmutableArray<RagRule> _rules = AllRules.Create();

    public RagAnalyzer()
    {
        SupportedDiagnostics = _rules.SelectMany(static r => r.SupportedDiagnostics).Distinct().ToImmutableArray();
    }

    /// <summary>The diagnostics of all rules.</summary>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; }

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            if (Picture.TryCreate(start.Compilation, start.Options.AdditionalFiles, out var picture))
            {
                RagRule.Register(start, picture, _rules.Where(r => RuleSwitch.MayBeOn(r, start.Compilation)).ToImmutableArray());
            }
        });
    }
}
