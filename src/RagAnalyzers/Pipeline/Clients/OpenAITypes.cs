using System;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>The types of OpenAI's library, and of Azure's over it.</summary>
internal static class OpenAITypes
{
    /// <summary>The type is one of them, told by its namespace.</summary>
    public static bool Has(ITypeSymbol? type) =>
        type?.FullNamespace() is { } space
        && (space is "OpenAI" or "Azure.AI.OpenAI" || space.StartsWith("OpenAI.", StringComparison.Ordinal));
}
