using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Pipeline;

/// <summary>Where a diagnostic about a call sits: on what is called, without the arguments, so that a long call is not underlined whole.</summary>
internal static class CallLocation
{
    public static Location Of(IInvocationOperation call)
        => call.Syntax is InvocationExpressionSyntax { Expression: { } called } ? called.GetLocation() : call.Syntax.GetLocation();
}
