using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text.RegularExpressions;
using System.Threading;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>
/// Whether the compilation offers or runs tools in some other way than a call's own options say, as far as its text shows: then a call without
/// them may be meant so.
/// </summary>
internal sealed class ToolsRunElsewhere
{
    private static readonly ImmutableArray<string> Offering = ImmutableArray.Create("FunctionChoiceBehavior", "ToolCallBehavior");

    private static readonly ImmutableArray<string> OfKernel = ImmutableArray.Create(
        "FunctionCallContent",
        "FunctionCallContentBuilder",
        "GetOpenAIFunctionToolCall",
        "GetOpenAIFunctionToolCalls",
        "OpenAIFunctionToolCall",
        "TryGetFunctionAndArguments",
        "ToolCalls",
        "GetFunction",
        "TryGetFunction",
        "GetFunctionsMetadata",
        "AsAIFunction",
        "AsAIFunctions",
        "AsChatClient",
        "HandlebarsPlanner",
        "FunctionCallingStepwisePlanner",
        "SequentialPlanner",
        "ActionPlanner",
        "StepwisePlanner",
        "KernelProcess",
        "ProcessBuilder",
        "PromptyKernelExtensions",
        "CreateFunctionFromPrompty",
        "CreateFunctionFromPromptYaml"
    );

    private static readonly ImmutableArray<string> AroundClient = ImmutableArray.Create(
        "UseFunctionInvocation",
        "UseKernelFunctionInvocation",
        "FunctionInvokingChatClient"
    );

    private static readonly ImmutableArray<string> OfClient = ImmutableArray.Create("FunctionCallContent", "FunctionResultContent");

    private static readonly ImmutableHashSet<string> Runs = ImmutableHashSet.Create("InvokeAsync", "InvokeStreamingAsync");

    // A template that runs a function: {{search.Find $question}}, {{#with (search-Find question)}}
    private static readonly Regex Templated = new(@"\{\{[^{}]*[A-Za-z_]\w*[.\-]\w", RegexOptions.CultureInvariant);

    private readonly Lazy<bool> _offers;
    private readonly Lazy<bool> _kernel;
    private readonly Lazy<bool> _client;
    private readonly Lazy<bool> _aroundClient;

    private ToolsRunElsewhere(Picture picture)
    {
        _offers = new(
            () => picture.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, Offering)),
            LazyThreadSafetyMode.ExecutionAndPublication
        );
        _kernel = new(
            () =>
                picture.Compilation.SyntaxTrees.Any(t => IdentifierIndex.MentionsAny(t, OfKernel) || RunsFunctions(picture, t))
                || picture.Compilation.SyntaxTrees.Any(static t => Templated.IsMatch(t.GetText().ToString()))
                || picture.AdditionalFiles.Any(static f => f.GetText() is { } text && Templated.IsMatch(text.ToString()))
                || UnseenTemplates.AnyIn(picture),
            // Nothing is locked while other bodies are read: what is read twice is the same.
            LazyThreadSafetyMode.PublicationOnly
        );
        _client = new(
            () => picture.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, OfClient)),
            LazyThreadSafetyMode.ExecutionAndPublication
        );
        _aroundClient = new(
            () => picture.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAny(t, AroundClient)),
            LazyThreadSafetyMode.ExecutionAndPublication
        );
    }

    /// <summary>Functions of a kernel may be offered or run.</summary>
    public bool AnyOfKernel => _offers.Value || _kernel.Value;

    /// <summary>Functions of a kernel may be run by the program, or by a template.</summary>
    public bool AnyCallOfKernel => _kernel.Value;

    /// <summary>Functions that a chat client's model calls may be run by the program.</summary>
    public bool AnyCallOfClient => _client.Value;

    /// <summary>They may be run by the program, or by what is put around some client.</summary>
    public bool AnyOfClient => _client.Value || _aroundClient.Value;

    public static ToolsRunElsewhere Of(Picture picture) => picture.Once(static p => new ToolsRunElsewhere(p));

    /// <summary>A kernel's or a plug-in's function is invoked by the program.</summary>
    private static bool RunsFunctions(Picture picture, SyntaxTree tree) =>
        IdentifierIndex.MentionsAny(tree, Runs)
        && tree.GetRoot()
            .DescendantNodes()
            .OfType<InvocationExpressionSyntax>()
            .Where(static c => c.Expression is MemberAccessExpressionSyntax { Name: var name } && Runs.Contains(name.Identifier.ValueText))
            .Select(c => picture.SemanticModelOf(tree).GetSymbolInfo(c))
            .Any(static s => s.Symbol is not IMethodSymbol { ContainingType: var type } || IsOfFunctions(type));

    private static bool IsOfFunctions(INamedTypeSymbol type) =>
        type.FullName()
            is "Microsoft.SemanticKernel.Kernel"
                or "Microsoft.SemanticKernel.KernelFunction"
                or "Microsoft.SemanticKernel.KernelExtensions";
}
