using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using RagAnalyzers.Configuration.Apis;
using RagAnalyzers.Findings;
using RagAnalyzers.Pipeline.Seams;
using RagAnalyzers.Text.Apis;

namespace RagAnalyzers.Rules.Configuration;

/// <summary>
/// RAG0004: the project's own table does not say what a member is that other projects call, or says something that is no longer true. Only
/// where there is a table, or an option asks for one.
/// </summary>
public sealed class UnlistedApi : RagRule
{
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.UnlistedApi);

    private protected override ImmutableArray<SymbolKind> Declarations { get; } = ImmutableArray.Create(SymbolKind.Method);

    private protected override void Analyze(ISymbol declared, RuleContext context)
    {
        var apis = context.Picture.Once(static p => ProjectApis.Of(p.Compilation, p.AdditionalFiles));
        if (
            declared is not IMethodSymbol method
            || declared.Locations[0] is not { SourceTree: { } tree } place
            || (apis is null && !context.OptionsFor(tree).ListApis)
            || ProjectSeams.Of(context.Picture) is not { HasReaders: true } seams
        )
        {
            return;
        }

        var members = new List<ISymbol>();
        var lines = new List<ApiLine>();
        var replaced = new List<ApiLine>();
        foreach (var (member, line) in seams.LinesFor(method))
        {
            var listed = apis?.LinesOf(member).ToList() ?? [];
            if (!listed.Any(l => ApiAgreement.Holds(l, line)))
            {
                members.Add(member);
                lines.Add(ApiAgreement.Merged(listed, line));
                replaced.AddRange(listed);
            }
        }

        if (lines.Count > 0)
        {
            context.ReportDiagnostic(
                new UnlistedApiHandOver(
                    lines.Select(static l => l.Text).ToImmutableArray(),
                    replaced.Select(static l => l.Member).Distinct().ToImmutableArray()
                ).Report(
                    Descriptors.UnlistedApi,
                    place,
                    (replaced.Count == 0 ? "does not list" : "says something else of")
                        + $" '{members[0].ContainingType.Name}.{members[0].Name}'",
                    lines[0].Says
                )
            );
        }
    }
}
