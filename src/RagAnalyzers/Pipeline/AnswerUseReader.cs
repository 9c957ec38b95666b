using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline;

/// <summary>Finds the parses of a body that model answers flow into, by tracing each parse's input back.</summary>
internal static class AnswerUseReader
{
    public static ImmutableArray<AnswerUse> Read(BodyPipeline body)
    {
        // Without a model call in reach there is no answer to parse.
        if (!body.Model.Mentions.Any<ParseFact>(body.Root) || body.ModelCalls.IsEmpty)
            return ImmutableArray<AnswerUse>.Empty;
        var uses = ImmutableArray.CreateBuilder<AnswerUse>();
        foreach (var operation in body.Root.DescendantsAndSelf())
        {
            var method = operation switch
            {
                IInvocationOperation call => call.TargetMethod,
                IObjectCreationOperation creation => creation.Constructor,
                _ => null,
            };
            if (method is null || !body.Model.Sdks.TryGetFact<ParseFact>(method, out var fact))
                continue;
            var calls = Inputs(operation, fact).SelectMany(i => CallsBehind(body, i)).Distinct().ToImmutableArray();
            if (!calls.IsEmpty)
                uses.Add(new AnswerUse(operation, fact, TargetOf(operation, method, fact), calls));
        }

        return uses.ToImmutable();
    }

    private static IEnumerable<IOperation> Inputs(IOperation parse, ParseFact fact)
        => fact.Input.Select(name => parse switch
        {
            IInvocationOperation call => call.ArgumentNamed(name),
            IObjectCreationOperation creation => creation.ArgumentNamed(name),
            _ => null,
        }).OfType<IOperation>();

    private static IEnumerable<ModelCall> CallsBehind(BodyPipeline body, IOperation input)
        => body.Model.Tracer.Trace(input, FlowMode.Value).Origins
            .Where(static o => o.Kind == OriginKind.Source && o.Path.IsEmpty)
            .Select(o => o.Operation)
            .OfType<IInvocationOperation>()
            .Select(body.ModelCallOf)
            .OfType<ModelCall>();

    private static ITypeSymbol TargetOf(IOperation parse, IMethodSymbol method, ParseFact fact)
    {
        if (method.TypeArguments.Length > 0)
            return method.TypeArguments[0];
        if (fact.TargetParameter is { } name && parse is IInvocationOperation call && call.ArgumentNamed(name)?.Unwrapped() is ITypeOfOperation type)
            return type.TypeOperand;
        return parse is IInvocationOperation { TargetMethod.ReturnType: var result } ? Result(result) : method.ContainingType;
    }

    private static ITypeSymbol Result(ITypeSymbol type)
        => type is INamedTypeSymbol { TypeArguments.Length: 1, Name: "Task" or "ValueTask" } task ? task.TypeArguments[0] : type;
}
