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
    /// <summary>The bodies that hand agents to workflows.</summary>
    public static IEnumerable<Body> HandingBodies(Picture picture) =>
        WorkflowEdges
            .Of(picture)
            .Select(e => picture.BodyOf(e.Call))
            .Concat(WorkflowEdges.AreKnown(picture) ? picture.BodiesMentioningAny(BuiltWorkflows.Names) : [])
            .Distinct();

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
        if (!WorkflowEdges.AreKnown(body.Picture))
        {
            return ImmutableArray<ModelCall>.Empty;
        }

        var calls = ImmutableArray.CreateBuilder<ModelCall>();
        foreach (var same in Handed(body).GroupBy(static h => AgentOf(h.Agent)))
        {
            if (!same.Any(h => Parsed(body.Picture).Contains(h.By)))
            {
                // What is handed over later, the first one may have changed.
                var (by, agent) = same.OrderBy(static h => h.By.Syntax.Span.End).First();
                calls.Add(ModelCall.By(body.Picture, by, SdkKind.AgentFramework, agent));
            }
        }

        return calls.ToImmutable();
    }

    private static IEnumerable<(IOperation By, IOperation Agent)> Handed(Body body) =>
        WorkflowEdges
            .In(body)
            .SelectMany(static e => new[] { (By: e.Call, Agent: e.Source), (By: e.Call, Agent: e.Target) })
            .Concat(BuiltWorkflows.AgentsIn(body))
            .Where(static h => h.Agent is not null && IsAgent(ExecutorBindings.TypeOf(h.Agent)))
            .Select(static h => (h.By, h.Agent!));

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
            { } function => picture.BodyOfFunction(function) is { } body ? [body] : [],
            null => ExecutorBindings.TypeOf(target) is INamedTypeSymbol executor && executor.IsInSource()
                ? executor
                    .AndBaseTypes()
                    .Where(static t => t.IsInSource())
                    .SelectMany(static t => t.GetMembers())
                    .OfType<IMethodSymbol>()
                    .Where(MessageSenders.IsHandler)
                    .Select(picture.RootOf)
                    .OfType<IOperation>()
                    .Select(picture.BodyOf)
                : [],
        };
}
