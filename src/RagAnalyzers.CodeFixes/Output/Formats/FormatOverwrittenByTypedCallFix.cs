using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Parsing;

namespace RagAnalyzers.CodeFixes.Output.Formats;

/// <summary>RAG2008: the format that no call sends goes, and so does a local that held nothing else.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(FormatOverwrittenByTypedCallFix))]
public sealed class FormatOverwrittenByTypedCallFix : RuleCodeFixProvider
{
    public sealed override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG2008");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) as CompilationUnitSyntax;
        var model = await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false);
        if (
            root is null
            || model is null
            || ParsedAnswer.At<AssignmentExpressionSyntax>(root, diagnostic.Location.SourceSpan) is not { } assignment
            || !Assignments.AreRemovable(assignment, model, cancellationToken)
            || !LeftoverLocals.HasNoEffect(assignment.Right, model, cancellationToken)
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var layout = Layout.Of(root, document);
        var declarators = LocalValues.DeclaratorsIn(assignment.Right, model, cancellationToken);
        SyntaxNode changed = root.TrackNodes(declarators.Append<SyntaxNode>(assignment));
        changed = Assignments.Remove(changed, changed.GetCurrentNode(assignment)!, layout);
        changed = await LeftoverLocals.RemoveAsync(document, changed, declarators, layout, cancellationToken).ConfigureAwait(false);
        return ImmutableArray.Create(
            new ProposedFix("Remove the ResponseFormat that is overwritten", document.WithSyntaxRoot(changed), Mended: null)
        );
    }
}
