using System.Collections.Immutable;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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
            || ParsedAnswer.At<AssignmentExpressionSyntax>(root, diagnostic.Location.SourceSpan) is not { } assignment
            || !Assignments.AreRemovable(assignment)
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var changed = Assignments.Remove(root, assignment, Layout.Of(root, document));
        return ImmutableArray.Create(new ProposedFix(Title, document.WithSyntaxRoot(changed), Mended: null));
    }
}
