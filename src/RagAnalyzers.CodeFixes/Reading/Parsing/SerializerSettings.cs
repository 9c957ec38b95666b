using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Reading.Parsing;

/// <summary>What a parse was told about reading JSON.</summary>
/// <param name="Reading">How it reads, or null when that cannot be seen.</param>
/// <param name="OptionsExpression">The System.Text.Json options as an expression, or null when the parse passes none.</param>
/// <param name="HasResolver">The options certainly know how to resolve types, which a schema can only be made with.</param>
/// <param name="Creation">The one object creation that the options come from, when it can be seen and nothing else touches them.</param>
internal sealed record SerializerSettings(
    JsonReading? Reading,
    string? OptionsExpression = null,
    bool HasResolver = false,
    BaseObjectCreationExpressionSyntax? Creation = null
)
{
    /// <summary>
    /// A typed call without options reads the same shape: its own defaults ignore case, name in camel case, and write enums as strings,
    /// and the schema that it sends says so.
    /// </summary>
    public bool TypedCallNeedsNone =>
        Reading
            is { Newtonsoft: true }
                or { Naming: JsonNaming.AsDeclared or JsonNaming.CamelCase, EnumNaming: JsonNaming.AsDeclared, Fields: false };
}
