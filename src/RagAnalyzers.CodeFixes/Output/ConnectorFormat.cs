using System;
using RagAnalyzers.CodeFixes.Editing;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>
/// The format that Semantic Kernel's OpenAI connector needs for a parsed answer: the type that it is parsed into, or its schema where the
/// connector would make one that the parse cannot read.
/// </summary>
internal static class ConnectorFormat
{
    // The connector makes the schema of a Type with the names as declared and enums as strings.
    private static readonly JsonReading Writing = JsonReading.Default with { StringEnums = true };

    /// <summary>The format, or null when the type has no schema that the parse is certain to read.</summary>
    public static NewFormat? For(TargetedCall answer, TypeNames names)
    {
        if (IsReadAsWritten(answer))
        {
            return OfType(answer.TargetName);
        }

        return SchemaFormat.For(answer, "OpenAI.Chat.ChatResponseFormat", names) is { } schema
            ? new NewFormat($"Set ResponseFormat to the JSON schema of '{answer.TargetName}'", schema.Text)
            : null;
    }

    public static NewFormat OfType(string name) => new($"Set ResponseFormat to typeof({name})", _ => $"typeof({name})");

    /// <summary>The parse reads the names and the enums that the connector's schema demands.</summary>
    private static bool IsReadAsWritten(TargetedCall answer)
    {
        if (answer.Reading is not { } reading)
        {
            return false;
        }

        var compilation = answer.Model.Compilation;
        var written = SchemaGenerator.Generate(compilation, answer.Target, Writing).Text;
        var read = SchemaGenerator.Generate(compilation, answer.Target, reading).Text;
        return written is not null
            && string.Equals(written, read, reading.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }
}
