using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace RagAnalyzers.Findings;

/// <summary>RAG6006: text that is not the program's own is compiled as a part of a prompt template.</summary>
/// <param name="Call">The call that is given the template.</param>
/// <param name="Sources">Where the text comes from.</param>
/// <param name="IsTemplate">The call compiles a template; otherwise it reads message tags alone.</param>
internal sealed record TextCompiledAsTemplateHandOver(Location Call, ImmutableArray<Location> Sources, bool IsTemplate) : HandOver
{
    private protected override HandOverParts Parts =>
        HandOverParts.Empty.Add(nameof(Call), Call).Add(nameof(Sources), Sources).AddMark(nameof(IsTemplate), IsTemplate);

    /// <inheritdoc cref="HandOver"/>
    public static TextCompiledAsTemplateHandOver? Read(Diagnostic diagnostic) =>
        HandOverParts.Of(diagnostic) is { } parts && parts.One(nameof(Call)) is { } call
            ? new TextCompiledAsTemplateHandOver(call, parts.All(nameof(Sources)), parts.IsMarked(nameof(IsTemplate)))
            : null;
}
