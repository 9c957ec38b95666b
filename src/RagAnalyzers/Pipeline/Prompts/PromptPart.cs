using System;
using System.Globalization;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Prompts;

/// <summary>A piece of a prompt: where its text comes from and, when it can be seen, who speaks it.</summary>
/// <param name="FileText">The text of the prompt file that the code names there, or null.</param>
/// <param name="IsInstructions">It stands in the options or in the agent, apart from the messages.</param>
/// <param name="IsPassage">A retrieval found it.</param>
internal sealed record PromptPart(
    Origin Origin,
    PromptRole? Role,
    string? FileText = null,
    bool IsInstructions = false,
    bool IsPassage = false
)
{
    /// <summary>The text, when it is a constant or stands in a prompt file.</summary>
    public string? Text =>
        FileText
        ?? (
            Origin.Kind == OriginKind.Constant ? Convert.ToString(Origin.Operation.ConstantValue.Value, CultureInfo.InvariantCulture) : null
        );

    /// <summary>The origin may put words into a prompt: it is no object that words are put into, and not nothing.</summary>
    public static bool IsText(Origin origin) => origin.Kind is not (OriginKind.Creation or OriginKind.Unset or OriginKind.Null);
}
