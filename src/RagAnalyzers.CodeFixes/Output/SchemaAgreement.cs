using System;
using RagAnalyzers.CodeFixes.Reading.Parsing;
using RagAnalyzers.CodeFixes.Schemas;
using RagAnalyzers.Serialization;

namespace RagAnalyzers.CodeFixes.Output;

/// <summary>Whether the code that parses an answer reads the names and the enums that an SDK's own schema of the type demands.</summary>
internal static class SchemaAgreement
{
    /// <param name="writing">How the SDK makes the schema; false where how the answer is read cannot be seen.</param>
    public static bool Holds(TargetedCall answer, JsonReading writing)
    {
        if (answer.Reading is not { } reading)
        {
            return false;
        }

        var compilation = answer.Model.Compilation;
        var written = SchemaGenerator.Generate(compilation, answer.Target, writing).Text;
        var read = SchemaGenerator.Generate(compilation, answer.Target, reading).Text;
        return written is not null
            && string.Equals(written, read, reading.IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);
    }
}
