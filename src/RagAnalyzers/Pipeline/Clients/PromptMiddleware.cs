using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>
/// Whether the compilation has something that stands between a call and the model and may put passages into the prompt: a chat client of
/// its own that wraps another, a step of a client's pipeline that is written as a function, a filter of Semantic Kernel, a context provider
/// of Agent Framework, or a data source of Azure OpenAI. Which call goes through it is a matter of wiring that cannot be seen.
/// </summary>
internal sealed class PromptMiddleware
{
    private static readonly string[] Names =
    {
        "DelegatingChatClient",
        "IChatClient",
        "IPromptRenderFilter",
        "IFunctionInvocationFilter",
        "AIContextProvider",
        "MessageAIContextProvider",
        "DelegatingAIAgent",
        "AIAgent",
        "IChatCompletionService",
    };

    private static readonly string[] Certain =
    {
        "AIContextProviders",
        "UseAIContextProviders",
        "AddDataSource",
        "TextSearchProvider",
        "AdditionalTools",
    };

    private static readonly string[] Builders = { "ChatClientBuilder", "AsBuilder", "AddChatClient", "AddKeyedChatClient" };

    private static readonly string[] Steps = { "Use", "ConfigureOptions" };

    private readonly Lazy<bool> _mayAddPassages;

    private PromptMiddleware(Compilation compilation) =>
        _mayAddPassages = new(() => compilation.SyntaxTrees.Any(Has), LazyThreadSafetyMode.ExecutionAndPublication);

    public bool MayAddPassages => _mayAddPassages.Value;

    public static PromptMiddleware Of(Picture picture) => picture.Once(static p => new PromptMiddleware(p.Compilation));

    private static bool Has(SyntaxTree tree) =>
        IdentifierIndex.MentionsAny(tree, Certain)
        || (IdentifierIndex.MentionsAny(tree, Steps) && IdentifierIndex.MentionsAny(tree, Builders))
        || DeclaredBases.AreNamed(tree, Names);
}
