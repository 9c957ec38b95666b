using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Rules.Output;

/// <summary>Names the members by which a model call can be told the shape of its answer, as far as its receiver has them.</summary>
internal static class ContractMembers
{
    private const string TypedExtensions = "Microsoft.Extensions.AI.ChatClientStructuredOutputExtensions";

    /// <summary>The method that is generic in the answer's type, or null where there is none.</summary>
    public static string? TypedCall(ModelCall call) =>
        call.Fact.Sdk switch
        {
            // It stands in another assembly than the interface of the client.
            SdkKind.ExtensionsAI when call.Operation.SemanticModel?.Compilation.GetTypeByMetadataName(TypedExtensions) is not null =>
                "GetResponseAsync",
            SdkKind.AgentFramework when HasTypedRun(call) => "RunAsync",
            _ => null,
        };

    /// <summary>The option that holds the format.</summary>
    public static string Format(ModelCall call) =>
        call.Fact.Listed is not null ? $"the response format behind '{call.Operation.CalledMethod()?.Name}'"
        : call.Operation.CalledMethod()?.ContainingType.FullNamespace() == "OpenAI.Responses" ? "TextFormat"
        : call.Fact.Sdk switch
        {
            SdkKind.OllamaSharp => "Format",
            SdkKind.Anthropic => "OutputConfig.Format",
            SdkKind.KernelMemory => "the response format of a call of your own that gets what SearchAsync finds",
            _ => "ResponseFormat",
        };

    /// <summary>The project has the options by which Microsoft.Extensions.AI writes schemas and reads answers.</summary>
    public static bool HasSharedOptions(ModelCall call) =>
        call.Operation.SemanticModel?.Compilation.GetTypeByMetadataName("Microsoft.Extensions.AI.AIJsonUtilities") is not null;

    /// <summary>Agents of some versions have no typed call.</summary>
    private static bool HasTypedRun(ModelCall call) =>
        (call.Operation.ArgumentNamed(SdkFact.Receiver)?.Type ?? call.Operation.CalledMethod()?.ContainingType)
            .AndBaseTypes()
            .SelectMany(static t => t.GetMembers("RunAsync"))
            .Any(static m => m is IMethodSymbol { IsGenericMethod: true });
}
