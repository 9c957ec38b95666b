using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Answers.Workflows;

/// <summary>Who sends the messages of a type that edges of a workflow let through; all of them are known.</summary>
/// <param name="Agents">The calls of the agents, whose answers are messages.</param>
/// <param name="Values">What executors of the code return or send.</param>
internal sealed record MessageSenders(ImmutableArray<ModelCall> Agents, ImmutableArray<IOperation> Values)
{
    public const string Agent = "Microsoft.Agents.AI.AIAgent";
    private const string Context = WorkflowEdges.Space + ".IWorkflowContext";

    // What an agent sends is chat messages.
    private static readonly ImmutableArray<string> Messages = ImmutableArray.Create(
        "Microsoft.Extensions.AI.ChatMessage",
        "Microsoft.Agents.AI.AgentResponse"
    );

    private static readonly string[] Send = ["SendMessageAsync"];

    /// <summary>The senders at the other ends of edges; null when one of them cannot be seen.</summary>
    public static MessageSenders? Of(Picture picture, IEnumerable<WorkflowEdge> edges, ITypeSymbol message)
    {
        var agents = ImmutableArray.CreateBuilder<ModelCall>();
        var values = ImmutableArray.CreateBuilder<IOperation>();
        foreach (var edge in edges)
        {
            if (edge.Only is not null && !MayBe(picture, edge.Only, message))
            {
                continue;
            }

            var type = edge.Source is null ? null : ExecutorBindings.TypeOf(edge.Source);
            if (type.IsOrInherits(Agent))
            {
                if (IsOfAgents(message))
                {
                    agents.Add(ModelCall.By(picture, edge.Call, SdkKind.AgentFramework, edge.Source!));
                }
            }
            else if (type is INamedTypeSymbol executor && executor.IsInSource() && executor.IsOrInherits(ExecutorBindings.Executor))
            {
                values.AddRange(SentBy(picture, executor, message));
            }
            else if (edge.Source is not null && ExecutorFunctions.Of(picture, edge.Source) is { } function)
            {
                if (ExecutorFunctions.SentBy(picture, function, t => MayBe(picture, t, message)) is not { } sentByFunction)
                {
                    return null;
                }

                values.AddRange(sentByFunction);
            }
            else if (SentType(type) is not { } sent || MayBe(picture, sent, message))
            {
                return null;
            }
        }

        return new MessageSenders(agents.ToImmutable(), values.Distinct().ToImmutableArray());
    }

    /// <summary>A method handles the messages that a workflow hands to an executor.</summary>
    public static bool IsHandler(IMethodSymbol method) =>
        method is { Parameters: [_, { Type: var given }, ..] } && given.HasFullName(Context);

    private static bool IsOfAgents(ITypeSymbol message) =>
        Messages.Contains(message.FullName())
        || (message is IArrayTypeSymbol { ElementType: { } element } && Messages.Contains(element.FullName()))
        || (message is INamedTypeSymbol { TypeArguments: [{ } argument] } && Messages.Contains(argument.FullName()));

    /// <summary>What the handlers of an executor return, and what it sends by itself, as far as it may be a message of the type.</summary>
    private static IEnumerable<IOperation> SentBy(Picture picture, INamedTypeSymbol executor, ITypeSymbol message)
    {
        foreach (var type in executor.AndBaseTypes().OfType<INamedTypeSymbol>().Where(static t => t.IsInSource()))
        {
            var returned = type.GetMembers()
                .OfType<IMethodSymbol>()
                .Where(m => IsHandler(m) && !m.ReturnsVoid && MayBe(picture, Result(m.ReturnType), message))
                .Select(picture.RootOf)
                .OfType<IOperation>()
                .SelectMany(static r => r.ReturnedValues());
            var sent = picture.BodiesOf(type, Send).SelectMany(static b => b.Index.Invocations);
            foreach (var value in returned.Concat(SentIn(sent, t => MayBe(picture, t, message))))
            {
                yield return value;
            }
        }
    }

    /// <summary>What calls send through the workflow's context, as far as it may be a message of a type.</summary>
    public static IEnumerable<IOperation> SentIn(IEnumerable<IInvocationOperation> calls, Func<ITypeSymbol, bool> mayBe) =>
        calls
            .Where(static c => c.TargetMethod is { Name: "SendMessageAsync" } m && m.ContainingType.FullNamespace() == WorkflowEdges.Space)
            .Select(static c => c.ArgumentNamed("message")?.Unwrapped())
            .OfType<IOperation>()
            .Where(v => v.Type is null || mayBe(v.Type));

    /// <summary>What a function or a port sends; null where that cannot be seen.</summary>
    private static ITypeSymbol? SentType(ITypeSymbol? type) =>
        type is INamedTypeSymbol { TypeArguments: [.., { } last], Name: "Func" or "RequestPort" } ? Result(last)
        : type is INamedTypeSymbol { Name: "Action", DelegateInvokeMethod: { } action } ? action.ReturnType
        : null;

    /// <summary>What a method that may be asynchronous returns.</summary>
    public static ITypeSymbol Result(ITypeSymbol type) =>
        type is INamedTypeSymbol { TypeArguments: [{ } result], Name: "Task" or "ValueTask" } ? result : type;

    private static bool MayBe(Picture picture, ITypeSymbol sent, ITypeSymbol message) =>
        picture.Compilation.ClassifyCommonConversion(sent, message) is { } conversion && (conversion.IsIdentity || conversion.IsReference);
}
