using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Findings;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Output.ParsedAnswers;

/// <summary>
/// The base of the fixes for RAG2001 to RAG2004: each knows how one SDK is told the shape of the answer, be it that the answer is parsed
/// into a type or that the prompt takes its shape from one.
/// </summary>
public abstract class ParsedAnswerFix : RuleCodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } =
        ImmutableArray.Create("RAG2001", "RAG2002", "RAG2003", "RAG2004");

    /// <summary>The SDK whose model calls the fix changes.</summary>
    private protected abstract SdkKind Sdk { get; }

    internal sealed override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var isOurs = diagnostic.Properties.TryGetValue(DiagnosticProperties.Sdk, out var sdk) && sdk == Sdk.ToString();
        if (
            !isOurs
            || await ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is not { } answer
            || await ProposeAsync(answer, cancellationToken).ConfigureAwait(false) is not { } fix
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        return ImmutableArray.Create(fix);
    }

    /// <summary>Works out the fix, or returns null when the call has a shape that it does not handle.</summary>
    internal abstract Task<ProposedFix?> ProposeAsync(TargetedCall answer, CancellationToken cancellationToken);

    private static async Task<TargetedCall?> ReadAsync(Document document, Diagnostic diagnostic, CancellationToken cancellationToken) =>
        diagnostic.Id == "RAG2003"
            ? await EvidentAnswer.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false)
            : await ParsedAnswer.ReadAsync(document, diagnostic, cancellationToken).ConfigureAwait(false);
}
