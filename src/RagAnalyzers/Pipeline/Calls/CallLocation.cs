using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace RagAnalyzers.Pipeline.Calls;

/// <summary>
/// Where a diagnostic about a call sits: on what is called, without the arguments, so that a long call is not underlined whole.
/// </summary>
internal static class CallLocation
{
    public static Location Of(IInvocationOperation call) =>
        call.Syntax is InvocationExpressionSyntax { Expression: { } called } ? called.GetLocation() : call.Syntax.GetLocation();

    /// <summary>
    /// The same of a call, of a property read the property's name, of what is made the type, and the whole of anything else.
    /// </summary>
    public static Location Of(IOperation operation) =>
        operation switch
        {
            IInvocationOperation call => Of(call),
            IPropertyReferenceOperation { Syntax: MemberAccessExpressionSyntax access } => access.Name.GetLocation(),
            IPropertyReferenceOperation { Syntax: MemberBindingExpressionSyntax binding } => binding.Name.GetLocation(),
            IObjectCreationOperation { Syntax: ObjectCreationExpressionSyntax { Type: { } type } } => type.GetLocation(),
            IObjectCreationOperation { Syntax: ImplicitObjectCreationExpressionSyntax implied } => implied.NewKeyword.GetLocation(),
            _ => operation.Syntax.GetLocation(),
        };
}
