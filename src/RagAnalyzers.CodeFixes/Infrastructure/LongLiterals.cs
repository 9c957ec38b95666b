using System.Linq;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Schemas;

namespace RagAnalyzers.CodeFixes.Infrastructure;

/// <summary>A text that a fix has made too long for its line: JSON is laid out on lines, any other is added up of pieces.</summary>
internal static class LongLiterals
{
    // Several texts may stand on one line.
    private const int MostRounds = 4;

    public static Task<ProposedFix> ApplyAsync(Document before, ProposedFix fix, CancellationToken cancellationToken) =>
        LayoutRounds.ApplyAsync(
            before,
            fix,
            MostRounds,
            async (_, root, written, changed) =>
                written.TooLong.Select(line => LongestOn(line, written, root)).FirstOrDefault(static t => t is not null) is { } text
                && (
                    text is not InterpolatedStringExpressionSyntax
                    || await IsStringAsync(changed, text, cancellationToken).ConfigureAwait(false)
                )
                && Shorter(text, Layout.Of(root, before)) is { } shorter
                    ? root.ReplaceNode(text, shorter.WithTriviaFrom(text))
                    : null,
            cancellationToken
        );

    /// <summary>The longest text on the line that the fix has written into and that may be written otherwise.</summary>
    private static ExpressionSyntax? LongestOn(TextLine line, WrittenLines written, SyntaxNode root) =>
        root.DescendantNodes(line.Span)
            .OfType<ExpressionSyntax>()
            .Where(text =>
                text is LiteralExpressionSyntax { Token.Value: string } or InterpolatedStringExpressionSyntax
                && line.Span.Contains(text.Span)
                && !text.Ancestors().OfType<InterpolatedStringExpressionSyntax>().Any()
                && written.Touches(text.Span)
            )
            .OrderByDescending(static text => text.Span.Length)
            .FirstOrDefault();

    /// <summary>Where something else than a string is made of the interpolated text, a sum of texts would not do.</summary>
    private static async Task<bool> IsStringAsync(Document document, ExpressionSyntax text, CancellationToken cancellationToken) =>
        await document.GetSemanticModelAsync(cancellationToken).ConfigureAwait(false) is { } model
        && model.GetTypeInfo(text, cancellationToken).ConvertedType?.SpecialType == SpecialType.System_String;

    private static ExpressionSyntax? Shorter(ExpressionSyntax text, Layout layout)
    {
        var line = layout.IndentAt(text);
        var inner = line + layout.Unit;
        var startsLine = LineBreaks.StartsLine(text.GetFirstToken());
        return text is LiteralExpressionSyntax literal && JsonLines.Of(literal, startsLine ? line : inner, layout) is { } lines ? lines
            : CanBeSum(text) ? SplitLiteral.Of(text, inner, layout)
            : null;
    }

    private static bool CanBeSum(ExpressionSyntax text) =>
        text.Parent switch
        {
            ArgumentSyntax or AttributeArgumentSyntax or EqualsValueClauseSyntax or ReturnStatementSyntax or ArrowExpressionClauseSyntax =>
                true,
            ExpressionElementSyntax or InitializerExpressionSyntax or ParenthesizedExpressionSyntax or LambdaExpressionSyntax => true,
            ConditionalExpressionSyntax or SwitchExpressionArmSyntax => true,
            AssignmentExpressionSyntax assignment => assignment.Right == text,
            BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression or (int)SyntaxKind.CoalesceExpression } => true,
            _ => false,
        };
}
