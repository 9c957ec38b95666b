using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Answers.Workflows;

/// <summary>The agents that a workflow runs: no code calls them, and their answers go along its edges.</summary>
internal static class WorkflowAgents
{
    /// <summary>The calls that a workflow makes of the agents which a body hands to it, but those whose answers are parsed in sight.</summary>
    public static ImmutableArray<ModelCall> In(Body body) => body.Once(static b => Read(b));

    /// <summary>The call is one that a workflow makes.</summary>
    public static bool AreAskedBy(ModelCall call) => call.Operation.CalledMethod()?.ContainingType.FullNamespace() == WorkflowEdges.Space;

    /// <summary>What makes the agent that is told a text right there; null when that is somewhere else.</summary>
    public static IOperation? ToldBy(IOperation text, Body body)
    {
        var made = text;
        while (made is not (null or IInvocationOperation or IObjectCreationOperation) || (made is not null && !IsAgent(made.Type)))
        {
            made = made.Parent;
        }

        return ReferenceEquals(made?.Root(), body.Root) ? made : null;
    }

    private static ImmutableArray<ModelCall> Read(Body body)
    {
        var calls = ImmutableArray.CreateBuilder<ModelCall>();
        foreach (var same in Handed(body).GroupBy(static h => AgentOf(h.Agent)))
        {
            if (!same.Any(h => Parsed(body.Picture).Contains(h.Edge.Call)))
            {
                calls.Add(ModelCall.By(body.Picture, same.First().Edge.Call, SdkKind.AgentFramework, same.First().Agent));
            }
        }

        return calls.ToImmutable();
    }

    private static IEnumerable<(WorkflowEdge Edge, IOperation Agent)> Handed(Body body) =>
        WorkflowEdges
            .In(body)
            .SelectMany(static e => new[] { (Edge: e, Agent: e.Source), (Edge: e, Agent: e.Target) })
            .Where(static h => h.Agent is not null && IsAgent(ExecutorBindings.TypeOf(h.Agent)))
            .Select(static h => (h.Edge, h.Agent!));

    /// <summary>The variable that an agent is in, or the expression.</summary>
    private static object AgentOf(IOperation agent) =>
        ExecutorBindings.BoundBy(agent).Unwrapped() switch
        {
            ILocalReferenceOperation local => local.Local,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IMemberReferenceOperation member => member.Member,
            var made => made.Syntax,
        };

    private static bool IsAgent(ITypeSymbol? type) => type.IsOrInherits(MessageSenders.Agent);

    /// <summary>What adds edges over which answers come to parses.</summary>
    private static HashSet<IOperation> Parsed(Picture picture) => picture.Once(static p => ReadParsed(p));

    private static HashSet<IOperation> ReadParsed(Picture picture) =>
        new(
            WorkflowEdges
                .Of(picture)
                .Select(static e => e.Target)
                .OfType<IOperation>()
                .SelectMany(t => BodiesOf(picture, t))
                .Distinct()
                .SelectMany(static b => AnswerUse.In(b))
                .SelectMany(static u => u.Answers)
                .Select(static a => a.Call.Operation)
        );

    /// <summary>The bodies that an executor handles messages in.</summary>
    private static IEnumerable<Body> BodiesOf(Picture picture, IOperation target) =>
        ExecutorFunctions.Of(picture, target) switch
        {
            IMethodReferenceOperation { Method: { MethodKind: not MethodKind.LocalFunction } method } => Roots(
                picture,
                [method.OriginalDefinition]
            ),
            { } function => [picture.BodyOf(function)],
            null => ExecutorBindings.TypeOf(target) is INamedTypeSymbol executor && executor.IsInSource()
                ? Roots(
                    picture,
                    executor
                        .AndBaseTypes()
                        .Where(static t => t.IsInSource())
                        .SelectMany(static t => t.GetMembers())
                        .OfType<IMethodSymbol>()
                        .Where(MessageSenders.IsHandler)
                )
                : [],
        };

    private static IEnumerable<Body> Roots(Picture picture, IEnumerable<IMethodSymbol> methods) =>
        methods.Select(picture.RootOf).OfType<IOperation>().Select(picture.BodyOf);
}
