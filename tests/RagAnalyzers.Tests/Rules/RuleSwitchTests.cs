using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using RagAnalyzers.Rules;
using RagAnalyzers.Rules.Output;
using RagAnalyzers.Rules.Retrieval;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules;

/// <summary>A rule is asked only where one of its findings could be shown.</summary>
public sealed class RuleSwitchTests
{
    private static readonly RagRule OnByDefault = new AnswerParsedWithoutSchema();
    private static readonly RagRule OffByDefault = new PassagesWithoutGate();

    [Fact]
    public void What_is_on_by_default_is_on() => Assert.Equal((true, false), AreOn(global: null, file: null, specific: null));

    [Theory]
    [InlineData(ReportDiagnostic.Warn)]
    [InlineData(ReportDiagnostic.Hidden)]
    public void What_anyone_turns_on_is_on(ReportDiagnostic on)
    {
        Assert.Equal((true, true), AreOn(on, file: null, specific: null));
        Assert.Equal((true, true), AreOn(global: null, on, specific: null));
        Assert.Equal((true, true), AreOn(global: null, file: null, on));
        Assert.Equal((true, true), AreOn(ReportDiagnostic.Suppress, on, specific: null));
    }

    [Fact]
    public void What_is_turned_off_everywhere_is_off()
    {
        Assert.Equal((false, false), AreOn(ReportDiagnostic.Suppress, file: null, specific: null));
        Assert.Equal((false, false), AreOn(global: null, file: null, ReportDiagnostic.Suppress));
    }

    [Fact]
    public void What_is_turned_off_for_one_file_is_on_for_others() =>
        Assert.Equal((true, false), AreOn(global: null, ReportDiagnostic.Suppress, specific: null));

    private static (bool, bool) AreOn(ReportDiagnostic? global, ReportDiagnostic? file, ReportDiagnostic? specific)
    {
        var compilation = AnalyzerRun.Compile(["class First { }", "class Second { }"], ReferenceSets.Latest);
        var options = compilation.Options.WithSyntaxTreeOptionsProvider(new Provider(global, file, compilation.SyntaxTrees[0]));
        if (specific is { } set)
        {
            var ids = OnByDefault.SupportedDiagnostics.Concat(OffByDefault.SupportedDiagnostics).Select(static d => d.Id);
            options = options.WithSpecificDiagnosticOptions(ids.ToDictionary(static id => id, _ => set));
        }

        var configured = compilation.WithOptions(options);
        return (RuleSwitch.MayBeOn(OnByDefault, configured), RuleSwitch.MayBeOn(OffByDefault, configured));
    }

    private sealed class Provider(ReportDiagnostic? global, ReportDiagnostic? file, SyntaxTree configured) : SyntaxTreeOptionsProvider
    {
        public override GeneratedKind IsGenerated(SyntaxTree tree, CancellationToken cancellationToken) => GeneratedKind.Unknown;

        public override bool TryGetDiagnosticValue(
            SyntaxTree tree,
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        )
        {
            severity = file ?? ReportDiagnostic.Default;
            return file is not null && tree == configured;
        }

        public override bool TryGetGlobalDiagnosticValue(
            string diagnosticId,
            CancellationToken cancellationToken,
            out ReportDiagnostic severity
        )
        {
            severity = global ?? ReportDiagnostic.Default;
            return global is not null;
        }
    }
}
