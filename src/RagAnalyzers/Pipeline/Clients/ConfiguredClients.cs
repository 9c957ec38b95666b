using System;
using System.Linq;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Clients;

/// <summary>
/// Whether some chat client of the compilation is built so that it sets a response format on every call it forwards, or something that
/// Semantic Kernel asks on the way to a service does. What a call then goes through is a matter of wiring that cannot be seen, so every
/// call may have a format.
/// </summary>
internal sealed class ConfiguredClients
{
    private const string Format = "ResponseFormat";

    private static readonly string[] KernelSteps =
    {
        "IPromptRenderFilter",
        "IFunctionInvocationFilter",
        "IAutoFunctionInvocationFilter",
        "IAIServiceSelector",
        "IChatCompletionService",
    };

    private readonly Lazy<bool> _setFormat;
    private readonly Lazy<bool> _setKernelFormat;

    private ConfiguredClients(Compilation compilation)
    {
        _setFormat = new(() => compilation.SyntaxTrees.Any(MaySetFormat), LazyThreadSafetyMode.ExecutionAndPublication);
        _setKernelFormat = new(() => compilation.SyntaxTrees.Any(MaySetKernelFormat), LazyThreadSafetyMode.ExecutionAndPublication);
    }

    public bool MaySetFormats => _setFormat.Value;

    /// <summary>A filter, a selector or a decorator of Semantic Kernel's services may set one.</summary>
    public bool MaySetKernelFormats => _setKernelFormat.Value;

    public static ConfiguredClients Of(Picture picture) => picture.Once(static p => new ConfiguredClients(p.Compilation));

    private static bool MaySetFormat(SyntaxTree tree)
    {
        if (!IdentifierIndex.Mentions(tree, Format))
        {
            return false;
        }

        var isConfigured = IdentifierIndex.MentionsAny(tree, new[] { "ConfigureOptions", "ConfigureOptionsChatClient", "Use" });
        if (!isConfigured && !IdentifierIndex.MentionsAny(tree, new[] { "DelegatingChatClient", "IChatClient", "DelegatingAIAgent" }))
        {
            return false;
        }

        return tree.GetRoot()
            .DescendantNodes()
            .Any(static n =>
                n switch
                {
                    InvocationExpressionSyntax
                    {
                        Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureOptions" or "Use" }
                    } call => Mentions(call.ArgumentList),
                    ObjectCreationExpressionSyntax
                    {
                        Type: SimpleNameSyntax { Identifier.ValueText: "ConfigureOptionsChatClient" },
                        ArgumentList: { } arguments
                    } => Mentions(arguments),
                    TypeDeclarationSyntax { BaseList: { } bases } type => bases.Types.Any(static b =>
                        b.Type is SimpleNameSyntax { Identifier.ValueText: "DelegatingChatClient" or "IChatClient" or "DelegatingAIAgent" }
                    ) && Mentions(type),
                    _ => false,
                }
            );
    }

    private static bool MaySetKernelFormat(SyntaxTree tree) =>
        IdentifierIndex.Mentions(tree, Format) && DeclaredBases.TypesNaming(tree, KernelSteps).Any(Mentions);

    private static bool Mentions(SyntaxNode node) => IdentifierIndex.IsMentionedIn(node, Format);
}
