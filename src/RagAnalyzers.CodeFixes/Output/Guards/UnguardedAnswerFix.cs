using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Output.Guards;

/// <summary>
/// RAG2011: the code gets prepared for an answer that is none. One provider for all ways, so that Fix All and one fix after another come to the
/// same where a file needs several.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnguardedAnswerFix))]
public sealed class UnguardedAnswerFix : RuleCodeFixProvider
{
    // The first that a place allows is the one that Fix All takes there.
    private static readonly ImmutableArray<AnswerGuard> Guards = ImmutableArray.Create<AnswerGuard>(
        new CatchGuard(),
        new TypedResultGuard(),
        new OutcomeGuard()
    );

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2011");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (await UnguardedAnswer.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } answer)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var proposed = ImmutableArray.CreateBuilder<ProposedFix>();
        foreach (var guard in Guards)
        {
            if (await guard.ProposeAsync(answer, cancellationToken).ConfigureAwait(false) is { } fix)
            {
                proposed.Add(fix with { Kind = guard.GetType().Name });
            }
        }

        return proposed.ToImmutable();
    }
}
