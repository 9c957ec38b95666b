using System;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// The format that Semantic Kernel's OpenAI connector needs for a parsed answer: the type that it is parsed into, or its schema where the
/// connector would make one that the parse cannot read.
/// </summary>
internal static class ConnectorFormat
{
    /// <summary>The format, or null when the type has no schema that the parse is certain to read.</summary>
    public static NewFormat? For(TargetedCall answer, TypeNames names)
    {
        if (SchemaAgreement.Holds(answer, JsonReading.SemanticKernelSchema))
        {
            return OfType(answer.TargetName);
        }

        return SchemaFormat.For(answer, "OpenAI.Chat.ChatResponseFormat", names) is { } schema
            ? new NewFormat($"Set ResponseFormat to the JSON schema of '{answer.TargetTitle}'", schema.Text)
            : null;
    }

    public static NewFormat OfType(string name) => new($"Set ResponseFormat to typeof({name})", _ => $"typeof({name})");
}
