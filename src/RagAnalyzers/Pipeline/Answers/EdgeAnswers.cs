using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Answers that a workflow of Agent Framework hands from an agent to an executor of the code (<c>AddEdge(agent, executor)</c>): the message that a
/// handler of the executor gets. Only where one edge leads to such an executor, and it begins at an agent.
/// </summary>
internal static class EdgeAnswers
{
    private const string Space = "Microsoft.Agents.AI.Workflows";
    private const string Context = Space + ".IWorkflowContext";
    private const string Executor = Space + ".Executor";
    private const string Agent = "Microsoft.Agents.AI.AIAgent";
    private const string Source = "source";
    private const string Target = "target";

    // Bindings in variables, each made of another one.
    private const int MaximumDepth = 3;

    // What leads from one executor to another, or begins a workflow.
    private static readonly ImmutableArray<string> Edges = ImmutableArray.Create(
        "AddEdge",
        "AddFanOutEdge",
        "AddFanInEdge",
        "AddFanInBarrierEdge",
        "AddSwitch",
        "AddChain",
        "ForwardMessage",
        "ForwardExcept",
        "WorkflowBuilder"
    );

    private static readonly ImmutableArray<string> Messages = ImmutableArray.Create(
        "Microsoft.Extensions.AI.ChatMessage",
        "Microsoft.Agents.AI.AgentResponse"
    );

    /// <summary>The answer that an origin in a body is, or null.</summary>
    public static ArrivingAnswer? At(Body body, Origin origin) =>
        origin is { Kind: OriginKind.Parameter, Path.IsEmpty: true, Via: null, Symbol: IParameterSymbol { Ordinal: 0 } parameter }
        && In(body) is { } call
        && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, body.Picture.MethodAround(body.Root))
            ? new ArrivingAnswer(call, origin.Operation)
            : null;

    /// <summary>The body is that of a handler which gets an answer.</summary>
    public static bool AreIn(Body body) => In(body) is not null;

    private static ModelCall? In(Body body) => body.Once(static b => Read(b));

    private static ModelCall? Read(Body body)
    {
        if (
            body.Picture.Once(static p => p.Compilation.GetTypeByMetadataName(Context)) is not { } context
            || body.Picture.MethodAround(body.Root) is not { Parameters: [{ } message, { } given, ..], ContainingType: { } executor }
            || !SymbolEqualityComparer.Default.Equals(given.Type, context)
            || !IsMessage(message.Type)
            || !executor.IsOrInherits(Executor)
        )
        {
            return null;
        }

        var edges = body.Picture.Once(static p => EdgesIn(p)).Where(e => Concerns(e, executor)).ToList();
        return
            edges is [IInvocationOperation { TargetMethod.Name: "AddEdge" } edge]
            && edge.ArgumentNamed(Target) is { } target
            && edge.ArgumentNamed(Source) is { } source
            && Same(TypeOf(target, MaximumDepth), executor)
            && TypeOf(source, MaximumDepth).IsOrInherits(Agent)
            ? ModelCall.By(
                body.Picture,
                edge,
                new ModelCallFact(SdkKind.AgentFramework, ImmutableArray<string>.Empty, ImmutableArray<string>.Empty, Configured: Source)
            )
            : null;
    }

    private static ImmutableArray<IOperation> EdgesIn(Picture picture) =>
        picture
            .BodiesMentioningAny(Edges)
            .SelectMany(static b => b.Index.InvocationsAndCreations)
            .Where(static c =>
                c.CalledMethod() is { } method
                && Edges.Contains(method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name)
                && method.ContainingType.FullNamespace() == Space
            )
            .ToImmutableArray();

    /// <summary>The executor is among what the call gets, or may be.</summary>
    private static bool Concerns(IOperation edge, INamedTypeSymbol executor) =>
        edge.PassedArguments()
            .Select(static a => a.Value)
            .Where(static v => v is not IDefaultValueOperation)
            .SelectMany(static v => v.DescendantsAndSelf())
            .Any(o => Same(o.Type, executor) || Same(TypeOf(o, MaximumDepth), executor));

    private static bool Same(ITypeSymbol? type, INamedTypeSymbol executor) =>
        SymbolEqualityComparer.Default.Equals(type?.OriginalDefinition, executor.OriginalDefinition);

    private static bool IsMessage(ITypeSymbol type) =>
        Messages.Contains(type.FullName())
        || (type is IArrayTypeSymbol { ElementType: { } element } && Messages.Contains(element.FullName()))
        || (type is INamedTypeSymbol { TypeArguments: [{ } argument] } && Messages.Contains(argument.FullName()));

    /// <summary>The type of the agent or executor that a binding is made of.</summary>
    private static ITypeSymbol? TypeOf(IOperation binding, int depth)
    {
        var value = binding;
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value switch
        {
            _ when depth == 0 => null,
            IInvocationOperation { TargetMethod.Name: "BindExecutor" or "BindAsExecutor", Arguments: [{ Value: { } bound }, ..] } => TypeOf(
                bound,
                depth - 1
            ),
            ILocalReferenceOperation { Local: var local } when BindingOf(local, value) is { } made => TypeOf(made, depth - 1),
            _ => value.Type,
        };
    }

    /// <summary>What a local that is typed as a binding is declared with.</summary>
    private static IOperation? BindingOf(ILocalSymbol local, IOperation use) =>
        local.Type.Name.EndsWith("Binding", System.StringComparison.Ordinal)
            ? BodyIndex
                .Of(use)
                .ReferencesTo(local)
                .OfType<IVariableDeclaratorOperation>()
                .Select(static d => d.Initializer?.Value)
                .FirstOrDefault()
            : null;
}
