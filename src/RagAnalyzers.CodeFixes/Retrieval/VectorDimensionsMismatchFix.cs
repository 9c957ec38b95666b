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

    // Who goes by the same number with other vectors would be wrong instead.
    internal override bool ConcernsProject => true;

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        // A record often has a file of its own.
        if (
            VectorDimensionsMismatchHandOver.Read(diagnostic) is not { } found
            || document.Project.GetDocument(found.Declared.SourceTree) is not { } declaring
            || await declaring.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || NumberLiteral.At(root, found.Declared) is not { } literal
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var title = $"Declare {found.Dimensions.ToString(CultureInfo.InvariantCulture)} dimensions";
        var changed = root.ReplaceNode(literal, NumberLiteral.With(literal, found.Dimensions));
        return ImmutableArray.Create(new ProposedFix(title, declaring.WithSyntaxRoot(changed), Mended: null));
    }
}
