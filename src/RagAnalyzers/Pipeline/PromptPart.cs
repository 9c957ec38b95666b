using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>A piece of a prompt: where its text comes from and, when it can be seen, who speaks it.</summary>
internal sealed record PromptPart(Origin Origin, PromptRole? Role)
{
    /// <summary>The text, when it is a constant.</summary>
    public string? Text => Origin.Kind == OriginKind.Constant ? Origin.Operation.ConstantValue.Value as string : null;
}
