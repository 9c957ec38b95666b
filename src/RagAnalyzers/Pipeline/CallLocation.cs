using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace RagAnalyzers.Pipeline;

/// <summary>Where a diagnostic about a call sits: on what is called, without the arguments, so that a long call is not underlined whole.</summary>
internal static class CallLocation
{
    public static Location Of(IInvocationOperation call) => Of((IOperation)call);

    /// <summary>The same for any expression: of a creation, <c>new</c> and the type.</summary>
    public static Location Of(IOperation operation) => operation.Syntax switch
    {
        InvocationExpressionSyntax { Expression: { } called } => called.GetLocation(),
        ObjectCreationExpressionSyntax { Type: { } type } creation => Location.Create(creation.SyntaxTree, TextSpan.FromBounds(creation.NewKeyword.SpanStart, type.Span.End)),
        ImplicitObjectCreationExpressionSyntax creation => creation.NewKeyword.GetLocation(),
        var syntax => syntax.GetLocation(),
    };
}
