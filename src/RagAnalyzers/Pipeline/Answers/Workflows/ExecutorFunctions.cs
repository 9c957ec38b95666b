using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers.Workflows;

/// <summary>
/// The functions that are executors of a workflow (<c>read.BindAsExecutor("read")</c>, <c>new FunctionExecutor&lt;T&gt;("read", Read)</c>),
/// and the edges that lead messages to them.
/// </summary>
internal sealed class ExecutorFunctions
{
    private readonly Dictionary<IMethodSymbol, ImmutableArray<WorkflowEdge>> _edges = new(SymbolEqualityComparer.Default);

    private ExecutorFunctions(Picture picture)
    {
        var all = WorkflowEdges.Of(picture);
        var unseen = all.Where(e => e.Target is null || ExecutorBindings.TypeOf(e.Target) is null).ToList();
        foreach (var to in all.Except(unseen).GroupBy(e => SymbolOf(Of(picture, e.Target!)), SymbolEqualityComparer.Default))
        {
            if (to.Key is IMethodSymbol function)
            {
                _edges[function] = to.Concat(unseen).ToImmutableArray();
            }
        }
    }

    /// <summary>Those of a compilation.</summary>
    public static ExecutorFunctions Of(Picture picture) => picture.Once(static p => new ExecutorFunctions(p));

    /// <summary>The edges that may lead to a lambda, a local function or a method; none when it is no executor.</summary>
    public ImmutableArray<WorkflowEdge> EdgesTo(IMethodSymbol function) =>
        _edges.TryGetValue(function.OriginalDefinition, out var edges) ? edges : ImmutableArray<WorkflowEdge>.Empty;

    /// <summary>A function that is an executor stands in a body, or is its method.</summary>
    public bool AreIn(Body body) =>
        _edges.Count > 0
        && _edges.Keys.Any(f =>
            body.Index.FunctionOf(f) is not null || SymbolEqualityComparer.Default.Equals(f, body.Picture.MethodAround(body))
        );

    /// <summary>The one lambda, or reference to a method, that a binding is made of; null for any other binding.</summary>
    public static IOperation? Of(Picture picture, IOperation binding)
    {
        var bound = ExecutorBindings.BoundBy(binding);
        if (bound.Unwrapped().Type?.TypeKind != TypeKind.Delegate && !IsFunctionExecutor(bound.Type))
        {
            return null;
        }

        var traced = picture.TraceWithinBody(bound, FlowMode.Value);
        return traced is { IsTruncated: false, Origins: [{ Kind: OriginKind.Creation, Operation: var made }] }
            ? made switch
            {
                IAnonymousFunctionOperation or IMethodReferenceOperation => made,
                IObjectCreationOperation creation when IsFunctionExecutor(creation.Type) => creation
                    .Arguments.Select(static a => a.Value.HandedFunction())
                    .FirstOrDefault(static f => f is not null),
                _ => null,
            }
            : null;
    }

    /// <summary>
    /// What a function sends as a message of a type: what it returns, and what it sends by itself; null where that cannot be seen.
    /// </summary>
    public static IEnumerable<IOperation>? SentBy(Picture picture, IOperation function, Func<ITypeSymbol, bool> mayBe)
    {
        var body = function switch
        {
            IAnonymousFunctionOperation => function,
            IMethodReferenceOperation { Method: { MethodKind: MethodKind.LocalFunction } local } => picture
                .BodyOf(function)
                .Index.FunctionOf(local.OriginalDefinition),
            IMethodReferenceOperation { Method: { } method } => picture.RootOf(method.OriginalDefinition),
            _ => null,
        };
        if (SymbolOf(function) is not { } symbol || body is null || IsAggregator(symbol))
        {
            return null;
        }

        var returned = mayBe(MessageSenders.Result(symbol.ReturnType)) ? body.ReturnedValues() : [];
        return returned.Concat(MessageSenders.SentIn(body.Descendants().OfType<IInvocationOperation>(), mayBe));
    }

    private static IMethodSymbol? SymbolOf(IOperation? function) =>
        function switch
        {
            IAnonymousFunctionOperation lambda => lambda.Symbol,
            IMethodReferenceOperation { Method: var method } => method.OriginalDefinition,
            _ => null,
        };

    /// <summary>It gets what it has gathered before the message, and returns what it has gathered then.</summary>
    private static bool IsAggregator(IMethodSymbol function) =>
        function.Parameters is [{ Type: var first }, { Type: var second }]
        && SymbolEqualityComparer.Default.Equals(first, MessageSenders.Result(function.ReturnType))
        && second is not { Name: "IWorkflowContext" or "CancellationToken" };

    private static bool IsFunctionExecutor(ITypeSymbol? type) =>
        type is { Name: "FunctionExecutor" } && type.FullNamespace() == WorkflowEdges.Space;
}
