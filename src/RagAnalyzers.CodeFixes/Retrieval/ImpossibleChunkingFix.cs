using System.Collections.Immutable;
using System.Globalization;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Retrieval;

/// <summary>RAG5007: the literal that cannot work becomes the nearest number that does.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(ImpossibleChunkingFix))]
public sealed class ImpossibleChunkingFix : RuleCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG5007");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || ImpossibleChunkingHandOver.Read(diagnostic) is not { Possible: { } possible }
            || NumberLiteral.At(root, diagnostic.Location) is not { } literal
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var title = $"Use {possible.ToString(CultureInfo.InvariantCulture)}";
        return ImmutableArray.Create(ProposedFix.Changing(document, root, literal, NumberLiteral.With(literal, possible), title));
    }
}
