using System;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Infrastructure;
using RagAnalyzers.CodeFixes.Reading;

namespace RagAnalyzers.CodeFixes.Combination;

/// <summary>
/// RAG3001: what retrieves moves in front of the choice, and the fine-tuned model gets the passages with the question, in the words of the
/// other way.
/// </summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(RetrieveBeforeBranchFix))]
public sealed class RetrieveBeforeBranchFix : RuleCodeFixProvider
{
    private const string Title = "Retrieve before the branch and give the passages to both models";

    public override ImmutableArray<string> FixableDiagnosticIds { get; } = ImmutableArray.Create("RAG3001");

    // What the other way compiles as a template, this one would, too.
    internal override ImmutableArray<string> LeadsTo { get; } = ImmutableArray.Create("RAG6006");

    internal override async Task<ImmutableArray<ProposedFix>> ProposeAsync(
        Document document,
        Diagnostic diagnostic,
        CancellationToken cancellationToken
    )
    {
        var root = (await document.GetSyntaxRootAsync(cancellationToken).ConfigureAwait(false))!;
        var model = (await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false))!;
        if (
            TwoWays.Find(root, diagnostic) is not { } ways
            || UserContent.Of(ways.Tuned, model, cancellationToken) is not { } question
            || UserContent.Of(ways.Grounded, model, cancellationToken) is not { } grounded
            || !Holds(grounded, question)
            || HasLinesOfText(ways.Retrieving)
        )
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var statements = ways.Retrieving.Add(ways.If);
        root = WholeLines.Make(root.TrackNodes([.. statements, question, grounded]), document, statements);
        var choice = root.GetCurrentNode(ways.If)!;
        var (first, last) = (root.GetCurrentNode(ways.Retrieving[0])!, root.GetCurrentNode(ways.Retrieving[ways.Retrieving.Length - 1])!);
        if (!StartsLine(choice) || !StartsLine(first) || StatementLines.Of(first, last) is not { } moved)
        {
            return ImmutableArray<ProposedFix>.Empty;
        }

        var text = root.GetText();
        var layout = Layout.Of(root, document);
        var behind = moved.End;
        while (
            behind < text.Length
            && text.Lines.GetLineFromPosition(behind) is var line
            && line.ToString().Trim().Length == 0
            && line.EndIncludingLineBreak > behind
        )
        {
            behind = line.EndIncludingLineBreak;
        }

        var place = StatementLines.PlaceBefore(choice, moved.Start);
        var changes = new[]
        {
            new TextChange(
                new TextSpan(place, 0),
                Reindented(text.ToString(moved), layout.IndentAt(first), layout.IndentAt(choice)) + layout.NewLine
            ),
            new TextChange(TextSpan.FromBounds(moved.Start, behind), string.Empty),
            new TextChange(root.GetCurrentNode(question)!.Span, grounded.ToString()),
        };
        var changed = document.WithText(text.WithChanges(changes.OrderBy(static c => c.Span.Start)));
        return ImmutableArray.Create(new ProposedFix(Title, changed, Mended: null));
    }

    /// <summary>What one model is asked is in what the other one is asked.</summary>
    private static bool Holds(ExpressionSyntax grounded, ExpressionSyntax question) =>
        grounded.DescendantNodesAndSelf().Any(n => SyntaxFactory.AreEquivalent(n, question))
        && !SyntaxFactory.AreEquivalent(grounded, question);

    /// <summary>Text that spans lines would change when it moves.</summary>
    private static bool HasLinesOfText(ImmutableArray<StatementSyntax> statements) =>
        statements.SelectMany(static s => s.DescendantTokens()).Any(static t => t.Text.IndexOf('\n') >= 0);

    private static bool StartsLine(StatementSyntax statement) =>
        statement.GetFirstToken().GetPreviousToken().TrailingTrivia.Any(SyntaxKind.EndOfLineTrivia)
        && statement.GetTrailingTrivia().Any(SyntaxKind.EndOfLineTrivia);

    private static string Reindented(string lines, string from, string to) =>
        string.Concat(
            lines
                .Split('\n')
                .Select(
                    (line, i) =>
                        (i == 0 ? "" : "\n") + (line.StartsWith(from, StringComparison.Ordinal) ? to + line.Substring(from.Length) : line)
                )
        );
}
