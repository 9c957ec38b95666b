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

/// <summary>RAG5002: the number that a record declares becomes the one that the model returns, where it is a literal.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VectorDimensionsMismatchFix))]
public sealed class VectorDimensionsMismatchFix : RuleCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG5002");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || VectorDimensionsMismatchHandOver.Read(diagnostic) is not { } found
            || NumberLiteral.At(root, found.Declared) is not { } literal
            || CallAt.Find(root, diagnostic.Location) is not { } call
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var title = $"Declare {found.Dimensions.ToString(CultureInfo.InvariantCulture)} dimensions";
        var replacement = NumberLiteral.With(literal, found.Dimensions);
        return ImmutableArray.Create(ProposedFix.Replacing(document, root, call, literal, replacement, title));
    }
}
