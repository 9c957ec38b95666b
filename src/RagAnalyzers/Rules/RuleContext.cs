using System;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Options;
using RagAnalyzers.Pipeline;

namespace RagAnalyzers.Rules;

/// <summary>What a rule is given beside what it looks at: the picture, what .editorconfig sets, and where findings go.</summary>
internal readonly struct RuleContext
{
    private readonly AnalyzerOptions _options;
    private readonly Action<Diagnostic> _report;

    public RuleContext(Picture picture, OperationBlockAnalysisContext context)
        : this(picture, context.Options, context.ReportDiagnostic, context.CancellationToken) { }

    public RuleContext(Picture picture, SymbolAnalysisContext context)
        : this(picture, context.Options, context.ReportDiagnostic, context.CancellationToken) { }

    private RuleContext(Picture picture, AnalyzerOptions options, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        Picture = picture;
        CancellationToken = cancellationToken;
        _options = options;
        _report = report;
    }

    public Picture Picture { get; }

    public Compilation Compilation => Picture.Compilation;

    public CancellationToken CancellationToken { get; }

    /// <summary>What .editorconfig sets for the file that the body is in.</summary>
    public RuleOptions OptionsFor(Body body) => OptionsFor(body.Root.Syntax.SyntaxTree);

    /// <summary>What .editorconfig sets for a file; a declaration in parts has one for each of them.</summary>
    public RuleOptions OptionsFor(SyntaxTree tree) => RuleOptions.Of(_options, tree);

    public void ReportDiagnostic(Diagnostic diagnostic) => _report(diagnostic);
}
