using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Answers.Workflows;

/// <summary>Reads the edges of all workflows that a compilation builds with Agent Framework.</summary>
internal static class WorkflowEdges
{
    public const string Space = "Microsoft.Agents.AI.Workflows";
    private const string Source = "source";
    private const string Target = "target";
    private const string Targets = "targets";

    private static readonly ImmutableArray<string> Names = ImmutableArray.Create(
        "AddEdge",
        "AddFanOutEdge",
        "AddFanInEdge",
        "AddFanInBarrierEdge",
        "AddSwitch",
        "AddChain",
        "AddExternalCall",
        "ForwardMessage",
        "ForwardExcept",
        "WorkflowBuilder"
    );

    /// <summary>The edges of a compilation.</summary>
    public static ImmutableArray<WorkflowEdge> Of(Picture picture) => picture.Once(static p => Read(p));

    /// <summary>Those that a body adds.</summary>
    public static ImmutableArray<WorkflowEdge> In(Body body) =>
        body.Once(static b => Of(b.Picture).SelectNotNull(b, static (e, b) => ReferenceEquals(e.Call.Root(), b.Root) ? e : null));

    /// <summary>The compilation names the library of workflows, and references it. To look a type up in every reference costs more.</summary>
    public static bool AreKnown(Picture picture) =>
        picture.Once(static p =>
            p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.Mentions(t, "Workflows"))
            && p.Compilation.GetTypeByMetadataName(Space + ".WorkflowBuilder") is not null
        );

    private static ImmutableArray<WorkflowEdge> Read(Picture picture) =>
        !AreKnown(picture)
            ? ImmutableArray<WorkflowEdge>.Empty
            : picture
                .BodiesMentioningAny(Names)
                .SelectMany(static b => b.Index.InvocationsAndCreations)
                .Where(static c => c.CalledMethod() is { } method && method.ContainingType.FullNamespace() == Space)
                .SelectMany(static c => AddedBy(c))
                .ToImmutableArray();

    private static IEnumerable<WorkflowEdge> AddedBy(IOperation call)
    {
        var method = call.CalledMethod()!;
        var source = call.ArgumentNamed(Source);
        switch (method.MethodKind == MethodKind.Constructor ? method.ContainingType.Name : method.Name)
        {
            case "WorkflowBuilder":
                return new[] { new WorkflowEdge(call, null, call.ArgumentNamed("start")) };
            case "AddEdge":
                return new[]
                {
                    new WorkflowEdge(call, source, call.ArgumentNamed(Target), Condition: Function(call.ArgumentNamed("condition"))),
                };
            case "AddFanOutEdge":
                var selector = Function(call.ArgumentNamed("targetSelector"));
                return Elements(call.ArgumentNamed(Targets)).Select(t => new WorkflowEdge(call, source, t, Condition: selector));
            case "AddFanInEdge" or "AddFanInBarrierEdge":
                return Elements(call.ArgumentNamed("sources")).Select(s => new WorkflowEdge(call, s, call.ArgumentNamed(Target)));
            case "ForwardMessage" or "ForwardExcept":
                var only = method is { Name: "ForwardMessage", TypeArguments: [{ } type] } ? type : null;
                var targets = call.ArgumentNamed(Target) is { } one ? new[] { one } : Elements(call.ArgumentNamed(Targets));
                return targets.Select(t => new WorkflowEdge(call, source, t, only, Function(call.ArgumentNamed("condition"))));
            case "AddChain":
                var links = Elements(call.ArgumentNamed("executors")).Prepend(source).ToList();
                return links.Zip(links.Skip(1), (from, to) => new WorkflowEdge(call, from, to));
            case "AddExternalCall":
                return new[] { new WorkflowEdge(call, null, source, method.TypeArguments.LastOrDefault()) };
            case "AddSwitch":
                return Cases(call, source);
            default:
                return Enumerable.Empty<WorkflowEdge>();
        }
    }

    private static IEnumerable<WorkflowEdge> Cases(IOperation call, IOperation? source)
    {
        if (Function(call.ArgumentNamed("configureSwitch")) is not { } configure)
        {
            yield return new WorkflowEdge(call, source, Target: null);
            yield break;
        }

        foreach (var added in configure.Descendants().OfType<IInvocationOperation>())
        {
            if (added.TargetMethod is { Name: "AddCase" or "WithDefault", ContainingType.Name: "SwitchBuilder" })
            {
                var condition = Function(added.ArgumentNamed("predicate"));
                foreach (var target in Elements(added.ArgumentNamed("executors")))
                {
                    yield return new WorkflowEdge(call, source, target, Condition: condition);
                }
            }
        }
    }

    private static IAnonymousFunctionOperation? Function(IOperation? value) =>
        value?.Unwrapped() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda } ? lambda : null;

    /// <summary>What is listed; one that is null where that cannot be seen.</summary>
    public static IEnumerable<IOperation?> Elements(IOperation? list)
    {
        var value = list?.Unwrapped();
        switch (value)
        {
            case IArrayCreationOperation { Initializer: { } elements }:
                return elements.ElementValues;
            case IObjectCreationOperation { Arguments.IsEmpty: true, Initializer.Initializers: var added }:
                return added.Select(static a => a is IInvocationOperation { Arguments: [{ Value: { } element }] } ? element : null);
            case ILocalReferenceOperation { Local: var local } when DeclaredAs(local, value) is { } declared:
                return Elements(declared);
            case { } when value.IsCollectionExpression():
                return value.ChildOperations.Where(c => c.Syntax != value.Syntax).Select(static c => c.IsSpread() ? null : c);
            default:
                return new IOperation?[] { null };
        }
    }

    /// <summary>What a local is declared with that nothing is added to: it is only handed to calls.</summary>
    private static IOperation? DeclaredAs(ILocalSymbol local, IOperation use)
    {
        var references = BodyIndex.Of(use).ReferencesTo(local);
        return references.All(static r => r is IVariableDeclaratorOperation || IsPassed(r))
            ? references.OfType<IVariableDeclaratorOperation>().Select(static d => d.Initializer?.Value).FirstOrDefault()
            : null;
    }

    private static bool IsPassed(IOperation value)
    {
        var parent = value.Parent;
        while (parent is IConversionOperation)
        {
            parent = parent.Parent;
        }

        return parent is IArgumentOperation;
    }
}
