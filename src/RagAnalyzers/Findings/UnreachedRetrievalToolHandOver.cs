using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG5015: a tool that retrieves is not offered, or not run.</summary>
/// <param name="Tool">What makes the tool.</param>
/// <param name="Settings">The settings that offer nothing, or null where none are passed, or several may be.</param>
/// <param name="Adapter">What makes the chat client that runs no functions, or null.</param>
/// <param name="Kernel">The name of the kernel that is not passed, or null.</param>
/// <param name="Parameter">The parameter for which nothing is passed, or null.</param>
internal sealed record UnreachedRetrievalToolHandOver(
    Location Tool,
    Location? Settings = null,
    Location? Adapter = null,
    string? Kernel = null,
    string? Parameter = null
) : HandOver
{
    /// <summary>What makes the agent that has no settings; null where there are settings, or no agent.</summary>
    public Location? Agent { get; init; }

    /// <summary>What says that the code itself runs what the model calls, or null.</summary>
    public Location? Choice { get; init; }

    private protected override HandOverParts Parts =>
        HandOverParts
            .Empty.Add(nameof(Tool), Tool)
            .Add(nameof(Settings), Settings)
            .Add(nameof(Adapter), Adapter)
            .Add(nameof(Agent), Agent)
            .Add(nameof(Choice), Choice)
            .AddValue(nameof(Kernel), Kernel)
            .AddValue(nameof(Parameter), Parameter);

    /// <inheritdoc cref="HandOver"/>
    public static UnreachedRetrievalToolHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Tool)) is { } tool
            ? new UnreachedRetrievalToolHandOver(
                tool,
                parts.One(nameof(Settings)),
                parts.One(nameof(Adapter)),
                parts.Value(nameof(Kernel)),
                parts.Value(nameof(Parameter))
            )
            {
                Agent = parts.One(nameof(Agent)),
                Choice = parts.One(nameof(Choice)),
            }
            : null;
}
