using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow;

namespace RagAnalyzers.Pipeline;

/// <summary>
/// Whether the compilation runs Semantic Kernel over a Microsoft.Extensions.AI chat client. Such a service writes the settings to JSON and takes an
/// object for a schema, so what the OpenAI connector does with a format says nothing about it. Which service a call goes to is a matter
/// of wiring that cannot be seen.
/// </summary>
internal sealed class OtherConnectors
{
    private static readonly string[] Names = { "AsChatCompletionService", "AddOpenAIChatClient", "AddAzureOpenAIChatClient", "AddChatClient" };

    private readonly Lazy<bool> _areUsed;

    public OtherConnectors(Compilation compilation)
        => _areUsed = new(() => compilation.SyntaxTrees.Any(static t => IdentifierIndex.MayMentionAny(t, Names)), LazyThreadSafetyMode.ExecutionAndPublication);

    public bool AreUsed => _areUsed.Value;
}
