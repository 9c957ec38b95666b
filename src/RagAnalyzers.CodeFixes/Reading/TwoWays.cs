using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Findings;

namespace RagAnalyzers.CodeFixes.Reading;

/// <summary>
/// The simple form of a choice between a fine-tuned model and retrieval: an <c>if</c> in a block, both calls written out in its two ways,
/// and in the retrieving way the statements that retrieve in front of the one with the call.
/// </summary>
/// <param name="If">The choice.</param>
/// <param name="Tuned">The call of the fine-tuned model.</param>
/// <param name="Grounded">The call that gets the passages.</param>
/// <param name="Retrieving">The statements that lead up to the call that gets the passages.</param>
internal sealed record TwoWays(
    IfStatementSyntax If,
    InvocationExpressionSyntax Tuned,
    InvocationExpressionSyntax Grounded,
    ImmutableArray<StatementSyntax> Retrieving
)
{
    public static TwoWays? Find(SyntaxNode root, Diagnostic diagnostic)
    {
        if (
            root.FindNode(diagnostic.Location.SourceSpan).FirstAncestorOrSelf<IfStatementSyntax>()
                is not { Parent: BlockSyntax block } choice
            || FineTunedModelOrRetrievalHandOver.Read(diagnostic) is not { } found
            || CallAt(root, found.Tuned) is not { } tuned
            || CallAt(root, found.Grounded) is not { } grounded
        )
        {
            return null;
        }

        var ways = new List<IReadOnlyList<StatementSyntax>> { StatementsOf(choice.Statement) };
        if (choice.Else is { Statement: not IfStatementSyntax } otherwise)
        {
            ways.Add(StatementsOf(otherwise.Statement));
        }
        else if (choice.Else is null)
        {
            ways.Add(block.Statements.SkipWhile(s => s != choice).Skip(1).ToList());
        }

        var groundedWay = ways.Find(w => w.Any(s => s.Span.Contains(grounded.Span)));
        var tunedWay = ways.Find(w => w.Any(s => s.Span.Contains(tuned.Span)));
        if (groundedWay is null || tunedWay is null || groundedWay == tunedWay)
        {
            return null;
        }

        var retrieving = groundedWay.TakeWhile(s => !s.Span.Contains(grounded.Span)).ToImmutableArray();
        return retrieving.IsEmpty || retrieving.Any(Leaves) ? null : new TwoWays(choice, tuned, grounded, retrieving);
    }

    private static InvocationExpressionSyntax? CallAt(SyntaxNode root, Location location) =>
        location.SourceTree is { } tree && tree.FilePath == root.SyntaxTree.FilePath && root.FullSpan.Contains(location.SourceSpan)
            ? root.FindNode(location.SourceSpan, getInnermostNodeForTie: true)
                .FirstAncestorOrSelf<InvocationExpressionSyntax>(c => c.Expression.Span == location.SourceSpan)
            : null;

    private static IReadOnlyList<StatementSyntax> StatementsOf(StatementSyntax statement) =>
        statement is BlockSyntax block ? block.Statements : [statement];

    /// <summary>The way may end before the call; moved, the statement would end the other way, too.</summary>
    private static bool Leaves(StatementSyntax statement) =>
        statement is LocalFunctionStatementSyntax
        || statement
            .DescendantNodesAndSelf(static n => n is not (AnonymousFunctionExpressionSyntax or LocalFunctionStatementSyntax))
            .Any(static n =>
                n is ReturnStatementSyntax or ThrowStatementSyntax or GotoStatementSyntax or YieldStatementSyntax or LabeledStatementSyntax
            );
}
