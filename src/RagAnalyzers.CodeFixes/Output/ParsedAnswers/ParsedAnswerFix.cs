using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Findings;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// How one SDK is told the shape of the answer, be it that the answer is parsed into a type or that the prompt takes its shape from one.
/// </summary>
internal abstract class ParsedAnswerFix : RuleFix
{
    /// <summary>The SDK whose model calls the fix changes.</summary>
    private protected abstract SdkKind Sdk { get; }

    internal sealed override async Task<ProposedFix?> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            await ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } answer
            || await ProposeAsync(answer, cancellationToken).ConfigureAwait(false) is not { } fix
        )
        {
            return null;
        }

        // Where the call stands in a helper, the finding does not sit on it.
        var isElsewhere = ParsedAnswerHandOver.Read(diagnostic)?.ModelCall is not null;
        return isElsewhere ? fix with { Mended = null } : fix;
    }

    /// <summary>Works out the fix, or returns null when the call has a shape that it does not handle.</summary>
    internal abstract Task<ProposedFix?> ProposeAsync(TargetedCall answer, CancellationToken cancellationToken);

    private async Task<TargetedCall?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken)
    {
        if (diagnostic.Id == "RAG2003")
        {
            return RequestedFormatNotEnforcedHandOver.Read(diagnostic) is { } asked && asked.Sdk == Sdk
                ? await EvidentAnswer.ReadAsync(document, diagnostic.Location, asked, cancellationToken).ConfigureAwait(false)
                : null;
        }

        return ParsedAnswerHandOver.Read(diagnostic) is { } parsed && parsed.Sdk == Sdk
            ? await ParsedAnswer
                .ReadAsync(document, diagnostic.Location, parsed, diagnostic.Id == "RAG2004", cancellationToken)
                .ConfigureAwait(false)
            : null;
    }
}
