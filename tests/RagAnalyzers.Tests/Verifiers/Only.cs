using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Tests.Suites;

namespace RagAnalyzers.Tests.Verifiers;

/// <summary>The provider that has this way to fix, with this one alone: what it does not handle would go to the others.</summary>
internal sealed class Only<TWay> : RuleCodeFixProvider
    where TWay : RuleFix, new()
{
    private readonly CombinedCodeFixProvider _whole = RagRules
        .FixTypes.Select(type => Activator.CreateInstance(type)!)
        .OfType<CombinedCodeFixProvider>()
        .Single(provider => provider.Ways.Any(way => way is TWay));

    public override ImmutableArray<string> FixableDiagnosticIds => _whole.FixableDiagnosticIds;

    internal override ImmutableArray<string> LeadsTo => _whole.LeadsTo;

    internal override ImmutableArray<string> MayNotRepeat => _whole.MayNotRepeat;

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    ) => await new TWay().ProposeAsync(document, diagnostic, cancellationToken) is { } fix ? [fix] : [];
}
