using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>
/// Whether the compilation gives Semantic Kernel a service that reads a response format in its own way: one over a Microsoft.Extensions.AI
/// chat client, which writes the settings to JSON and takes an object for a schema, or a service of its own. Which service a call goes to
/// is a matter of wiring that cannot be seen, so what the OpenAI connector does with a format then says nothing about it.
/// </summary>
internal sealed class OtherConnectors
{
    private static readonly string[] OverChatClients =
    {
        "AsChatCompletionService",
        "AddOpenAIChatClient",
        "AddAzureOpenAIChatClient",
        "AddChatClient",
    };

    private static readonly string[] Services = { "IChatCompletionService", "ITextGenerationService" };

    private readonly Lazy<bool> _areUsed;

    private OtherConnectors(Compilation compilation) =>
        _areUsed = new(
            () => compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, OverChatClients) || HasService(t)),
            LazyThreadSafetyMode.ExecutionAndPublication
        );

    public bool AreUsed => _areUsed.Value;

    public static OtherConnectors Of(Picture picture) => picture.Once(static p => new OtherConnectors(p.Compilation));

    private static bool HasService(SyntaxTree tree) =>
        IdentifierIndex.Mentions(tree, "ResponseFormat")
        && IdentifierIndex.MentionsAny(tree, Services)
        && tree.GetRoot()
            .DescendantNodes()
            .OfType<TypeDeclarationSyntax>()
            .Any(static type =>
                type.BaseList is { } bases
                && bases.Types.Any(static b => b.Type is SimpleNameSyntax name && Services.Contains(name.Identifier.ValueText))
            );
}
