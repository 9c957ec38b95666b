using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Retrieval;

/// <summary>RAG5002: the number that a record declares becomes the one that the model returns, where it is a literal or a constant.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(VectorDimensionsMismatchFix))]
public sealed class VectorDimensionsMismatchFix : RuleCodeFixProvider
{
    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG5002");

    // Who goes by the same number with other vectors would be wrong instead.
    internal override bool ConcernsProjects => true;

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        // A record often has a file of its own, or is another project's, and so are constants.
        if (
            VectorDimensionsMismatchHandOver.Read(diagnostic) is not { } found
            || await NumberAsync(document.Project, found.Declared, cancellationToken).ConfigureAwait(false) is not { } literal
            || document.Project.Solution.GetDocument(literal.SyntaxTree) is not { } declaring
            || await declaring.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var title = $"Declare {found.Dimensions.ToString(CultureInfo.InvariantCulture)} dimensions";
        var changed = root.ReplaceNode(literal, NumberLiteral.With(literal, found.Dimensions));
        return ImmutableArray.Create(new ProposedFix(title, declaring.WithSyntaxRoot(changed), Mended: null));
    }

    /// <summary>The literal that says the number at a place: the one that stands there, or the one that its constant is declared with.</summary>
    private static async Task<LiteralExpressionSyntax?> NumberAsync(Project project, Location place, CancellationToken cancellationToken)
    {
        if (
            DocumentAt(project, place) is not { } document
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not { } root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
        )
        {
            return null;
        }

        var number = root.FindNode(place.SourceSpan, getInnermostNodeForTie: true) as ExpressionSyntax;
        while (number is CastExpressionSyntax or ParenthesizedExpressionSyntax)
        {
            number = (number as CastExpressionSyntax)?.Expression ?? PlainSyntax.WithoutParentheses(number);
        }

        if (number is IdentifierNameSyntax or MemberAccessExpressionSyntax)
        {
            var constant = model.GetSymbolInfo(number, cancellationToken).Symbol
                is { } symbol
                    and (ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true })
                ? symbol.DeclaringSyntaxReferences.FirstOrDefault()
                : null;
            number = constant is null
                ? null
                : (await constant.GetSyntaxAsync(cancellationToken).ConfigureAwait(false) as VariableDeclaratorSyntax)?.Initializer?.Value;
        }

        return number is LiteralExpressionSyntax { RawKind: (int)SyntaxKind.NumericLiteralExpression } literal ? literal : null;
    }

    /// <summary>The document with the place; what is in another project is known by its file.</summary>
    private static Document? DocumentAt(Project project, Location place)
    {
        if (place.SourceTree is { } tree)
        {
            return project.GetDocument(tree);
        }

        var solution = project.Solution;
        var seen = solution.GetProjectDependencyGraph().GetProjectsThatThisProjectTransitivelyDependsOn(project.Id);
        return solution
            .GetDocumentIdsWithFilePath(place.GetLineSpan().Path)
            .Where(id => seen.Contains(id.ProjectId))
            .Select(solution.GetDocument)
            .FirstOrDefault();
    }
}
