using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Grounding;

/// <summary>RAG6004: the exemption goes, where the template can encode what it is given.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(UnencodedPassagesFix))]
public sealed class UnencodedPassagesFix : RuleCodeFixProvider
{
    private const string Title = "Let the passages be encoded";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG6004");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        if (
            UnencodedPassagesHandOver.Read(diagnostic) is not { CanBeEncoded: true }
            || await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false) is not CompilationUnitSyntax root
            || await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is not { } model
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var place = diagnostic.Location.SourceSpan;
        if (WithoutLine(root, place) is { } text)
        {
            return ImmutableArray.Create(new ProposedFix(Title, document.WithText(text), Mended: null));
        }

        if (
            ParsedAnswer.At<AssignmentExpressionSyntax>(root, place) is not { } assignment
            || assignment.Span != place
            || !Assignments.AreRemovable(assignment, model, cancellationToken)
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var changed = Assignments.Remove(root, assignment, Layout.Of(root, document));
        return ImmutableArray.Create(new ProposedFix(Title, document.WithSyntaxRoot(changed), Mended: null));
    }

    /// <summary>The document without the line of a YAML prompt that the exemption is; null where it is no line of its own.</summary>
    private static SourceText? WithoutLine(CompilationUnitSyntax root, TextSpan place)
    {
        var token = root.FindToken(place.Start);
        var text = root.SyntaxTree.GetText();
        var line = text.Lines.GetLineFromPosition(place.Start);
        return
            token.Parent is LiteralExpressionSyntax
            && token.Span.Contains(line.SpanIncludingLineBreak)
            && line.ToString().Trim() == text.ToString(place)
            ? text.WithChanges(new TextChange(line.SpanIncludingLineBreak, ""))
            : null;
    }
}
