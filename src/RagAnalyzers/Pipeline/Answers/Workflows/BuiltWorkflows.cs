using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Workflows;

/// <summary>
/// The agents that a body hands to builders of workflows whose edges the library draws: in sequence, side by side, by hand-over, as a group, or
/// led by another agent. The leader is none of them: the library asks it, and reads its answers.
/// </summary>
internal static class BuiltWorkflows
{
    /// <summary>The names by which such a builder is made, or gets agents.</summary>
    public static readonly HashSet<string> Names =
    [
        "BuildSequential",
        "BuildConcurrent",
        "CreateSequentialBuilderWith",
        "CreateConcurrentBuilderWith",
        "CreateHandoffBuilderWith",
        "HandoffWorkflowBuilder",
        "WithHandoff",
        "WithHandoffs",
        "AddParticipants",
    ];

    /// <summary>Each agent, with what hands it over; null for one that cannot be seen.</summary>
    public static IEnumerable<(IOperation By, IOperation? Agent)> AgentsIn(Body body) =>
        IdentifierIndex.IsMentionedIn(body.Syntax, Names)
            ? body
                .Index.InvocationsAndCreations.Where(static c => IsBuilder(c))
                .SelectMany(static c =>
                    c.PassedArguments()
                        .SelectMany(a =>
                            IsAgent(a.Parameter?.Type) ? [a.Value]
                            : IsAgents(a.Parameter?.Type) ? WorkflowEdges.Elements(a.Value)
                            : []
                        )
                        .Select(a => (c, a))
                )
            : [];

    private static bool IsBuilder(IOperation call) =>
        call.CalledMethod() is { } method
        && Names.Contains(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name)
        && method.ContainingType.FullNamespace() == WorkflowEdges.Space;

    private static bool IsAgent(ITypeSymbol? type) => type.IsOrInherits(MessageSenders.Agent);

    private static bool IsAgents(ITypeSymbol? type) =>
        type switch
        {
            IArrayTypeSymbol { ElementType: var element } => IsAgent(element),
            INamedTypeSymbol { TypeArguments: [var element] } => IsAgent(element),
            _ => false,
        };
}
