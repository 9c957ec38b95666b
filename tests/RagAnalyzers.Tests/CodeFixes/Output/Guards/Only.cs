using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Output.Guards;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.Tests.CodeFixes.Output.Guards;

/// <summary>A provider with one of the guards alone: what it does not handle would go to the others.</summary>
internal sealed class Only<TGuard> : RuleCodeFixProvider
    where TGuard : AnswerGuard, new()
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ["RAG2011"];

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    ) =>
        await UnguardedAnswer.ReadAsync(document, diagnostic, cancellationToken) is { } answer
        && await new TGuard().ProposeAsync(answer, cancellationToken) is { } fix
            ? [fix]
            : [];
}
