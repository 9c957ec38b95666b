using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>
/// A fix that has several ways, by SDK or by the shape of the code. One provider has them all, so that Fix All and one fix after another come to
/// the same where a file needs several. Where a place allows more than one, the first is what Fix All takes there; the others can be chosen.
/// </summary>
public abstract class CombinedCodeFixProvider : RuleCodeFixProvider
{
    private protected CombinedCodeFixProvider(params RuleFix[] ways) => Ways = ImmutableArray.Create(ways);

    internal ImmutableArray<RuleFix> Ways { get; }

    internal sealed override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var proposed = ImmutableArray.CreateBuilder<ProposedFix>();
        foreach (var way in Ways)
        {
            if (await way.ProposeAsync(document, diagnostic, cancellationToken).ConfigureAwait(false) is { } fix)
            {
                proposed.Add(fix with { Kind = way.GetType().Name, IsFallback = way.IsFallback });
            }
        }

        return proposed.ToImmutable();
    }
}
