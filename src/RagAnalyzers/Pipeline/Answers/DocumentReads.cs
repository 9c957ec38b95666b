using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>Reads a parsed document as code does that has no type for it: member by member, each by its name.</summary>
internal static class DocumentReads
{
    /// <summary>The name of the member that an operation reads off a document, or null.</summary>
    public static string? NameReadBy(IOperation operation) =>
        operation switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => NameReadBy(call),
            IInvocationOperation
            {
                TargetMethod.Name: "GetProperty"
                    or "TryGetProperty"
                    or "TryGetPropertyValue"
                    or "TryGetValue"
                    or "GetValue"
                    or "GetValueOrDefault"
                    or "Value"
                    or "SelectToken"
                    or "ValueTextEquals",
            } read when read.CalledOn()?.Unwrapped() is { } owner && IsDocument(owner.Type) && NameIn(read) is { } name => Text(name),
            IPropertyReferenceOperation { Instance: { } owner, Arguments: [{ Value: var key }] } when IsDocument(owner.Type) => Text(key),
            IDynamicMemberReferenceOperation member => member.MemberName,
            IDynamicIndexerAccessOperation { Arguments: [var key] } => Text(key),
            _ => null,
        };

    /// <summary>The type takes whatever JSON comes: a document, a node, an element, a reader, a dictionary.</summary>
    public static bool IsDocument(ITypeSymbol? type) =>
        type is not null
        && (
            type.FullNamespace() is "System.Text.Json" or "System.Text.Json.Nodes" or "Newtonsoft.Json.Linq"
            || type
                is INamedTypeSymbol
                {
                    Name: "Dictionary" or "IDictionary" or "IReadOnlyDictionary" or "ImmutableDictionary",
                    TypeArguments: [{ SpecialType: SpecialType.System_String }, _]
                }
        );

    private static IOperation? NameIn(IInvocationOperation call) =>
        call.Instance is null
            ? (call.Arguments.Length > 1 ? call.Arguments[1].Value : null)
            : (call.Arguments.Length > 0 ? call.Arguments[0].Value : null);

    private static string? Text(IOperation name) =>
        name.Unwrapped() switch
        {
            IUtf8StringOperation utf8 => utf8.Value,
            { ConstantValue: { HasValue: true, Value: string text } } => text,
            _ => null,
        };
}
