using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Sdk;

/// <summary>
/// What a library's member means by its shape, where no table has a row for it: an extension that makes an agent of some service's client
/// out of instructions or options. There is one for every service, in as many packages, and they are all written alike.
/// </summary>
internal static class ShapedFacts
{
    private const string Agent = "Microsoft.Agents.AI.AIAgent";
    private const string Instructions = "instructions";

    /// <summary>What such a member is called.</summary>
    public static ImmutableArray<string> Names { get; } = ImmutableArray.Create("AsAIAgent", "CreateAIAgent", "CreateAIAgentAsync");

    /// <summary>The facts of a member; none for what has no such shape.</summary>
    public static ImmutableArray<SdkFact> Of(ISymbol member)
    {
        if (
            member is not IMethodSymbol { IsExtensionMethod: true, DeclaringSyntaxReferences.IsEmpty: true } method
            || !Names.Contains(method.Name)
            || !IsAgent(method.ReturnType)
            || method.Parameters.Any(static p => NamesAgent(p))
        )
        {
            return ImmutableArray<SdkFact>.Empty;
        }

        var options = method
            .Parameters.Where(static p => p.Type is INamedTypeSymbol { Name: "ChatClientAgentOptions" })
            .Select(static p => p.Name)
            .ToImmutableArray();
        var instructions = method.Parameters.Where(static p => p.Name == Instructions).Select(static p => p.Name).ToImmutableArray();
        if (options.IsEmpty && instructions.IsEmpty)
        {
            return ImmutableArray<SdkFact>.Empty;
        }

        var facts = ImmutableArray.Create<SdkFact>(
            new OptionsHolderFact(SdkKind.AgentFramework, options),
            new ClientFact(
                SdkKind.AgentFramework,
                ImmutableArray.Create(method.Parameters[0].Name),
                ImmutableArray<string>.Empty,
                ImmutableArray<string>.Empty
            ),
            new ModelNameFact(
                SdkKind.AgentFramework,
                ImmutableArray.Create(method.Parameters.FirstOrDefault(static p => p.Name == "model")?.Name ?? method.Parameters[0].Name)
            )
        );
        return instructions.IsEmpty ? facts : facts.Add(new PromptPartFact(SdkKind.AgentFramework, PromptRole.System, instructions));
    }

    /// <summary>An agent that the service has already: what it is told, and which format it has, stands there.</summary>
    private static bool NamesAgent(IParameterSymbol parameter) =>
        parameter.Name is "agentId" or "agentName"
        || (
            parameter.Ordinal > 0
            && parameter.Type is INamedTypeSymbol { Name: var type }
            && type.IndexOf("Agent", StringComparison.Ordinal) >= 0
            && type != "ChatClientAgentOptions"
        );

    private static bool IsAgent(ITypeSymbol type)
    {
        var made = type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [var result] } ? result : type;
        for (ITypeSymbol? t = made; t is not null; t = t.BaseType)
        {
            if (t.ToDisplayString() == Agent)
            {
                return true;
            }
        }

        return false;
    }
}
