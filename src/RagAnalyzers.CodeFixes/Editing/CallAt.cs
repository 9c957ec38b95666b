using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace RagAnalyzers.CodeFixes.Editing;

/// <summary>Finds what a finding sits on.</summary>
internal static class CallAt
{
    /// <summary>The call whose called expression is at the place, or the construction that is, or whose type or "new" is; null for anything else.</summary>
    public static ExpressionSyntax? Find(SyntaxNode root, Location place)
    {
        var node = root.FindNode(place.SourceSpan, getInnermostNodeForTie: true);
        return node.FirstAncestorOrSelf<InvocationExpressionSyntax>(call => call.Expression.Span == place.SourceSpan)
            ?? (ExpressionSyntax?)
                node.FirstAncestorOrSelf<BaseObjectCreationExpressionSyntax>(creation =>
                    creation.Span == place.SourceSpan
                    || creation.NewKeyword.Span == place.SourceSpan
                    || creation is ObjectCreationExpressionSyntax { Type: { } type } && type.Span == place.SourceSpan
                );
    }
}
