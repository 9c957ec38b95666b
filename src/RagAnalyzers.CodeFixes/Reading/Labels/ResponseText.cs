using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.CodeFixes.Reading.Labels;

/// <summary>How each SDK's response is asked for all of its text.</summary>
internal static class ResponseText
{
    /// <summary>The response whose text the expression is; null where it has another form.</summary>
    public static ExpressionSyntax? ResponseOf(ExpressionSyntax text, SdkKind sdk) =>
        sdk switch
        {
            SdkKind.OpenAI => Unwrapped(OfContentPart(text) ?? OfMethod(text, "GetOutputText")),
            SdkKind.SemanticKernel => OfMember(text, "Content") ?? OfMethod(text, "ToString") ?? OfMethod(text, "GetValue"),
            _ => OfMember(text, "Text") ?? OfMethod(text, "ToString"),
        };

    /// <summary><c>completion.Content[0].Text</c></summary>
    private static ExpressionSyntax? OfContentPart(ExpressionSyntax text) =>
        OfMember(text, "Text")
            is ElementAccessExpressionSyntax
            {
                ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax { Token.ValueText: "0" } }],
                Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Content" } content
            }
            ? content.Expression
            : null;

    private static ExpressionSyntax? OfMember(ExpressionSyntax text, string name) =>
        text is MemberAccessExpressionSyntax access && access.Name.Identifier.ValueText == name ? access.Expression : null;

    private static ExpressionSyntax? OfMethod(ExpressionSyntax text, string name) =>
        text is InvocationExpressionSyntax { ArgumentList.Arguments.Count: 0, Expression: { } called } ? OfMember(called, name) : null;

    /// <summary>A result of the client's pipeline has the response in it.</summary>
    private static ExpressionSyntax? Unwrapped(ExpressionSyntax? response) =>
        response is null ? null : OfMember(response, "Value") ?? response;
}
