using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.Pipeline.Contracts.Schemas;

/// <summary>
/// Where a diagnostic about a format sits: on what is called, on <c>new</c> and the type, or on the whole of another expression.
/// </summary>
internal static class FormatLocation
{
    public static Location Of(IOperation format) =>
        format.Syntax switch
        {
            InvocationExpressionSyntax { Expression: { } called } => called.GetLocation(),
            ObjectCreationExpressionSyntax { Type: { } type } creation => Location.Create(
                creation.SyntaxTree,
                TextSpan.FromBounds(creation.NewKeyword.SpanStart, type.Span.End)
            ),
            ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
            var syntax => syntax.GetLocation(),
        };
}
