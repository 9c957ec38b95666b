using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow;
using RagAnalyzers.Sdk;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>Tells of a tool, or of what groups tools, whether what it gives the model contains passages chosen by relevance.</summary>
internal static class RetrievingTools
{
    // Tools in plug-ins in the functions that settings name, and one to spare.
    private const int MaximumDepth = 4;

    private static readonly AccessPath Returned = AccessPath.Empty.Push(AccessPath.Returned);

    /// <summary>The origin is a tool that certainly retrieves, or tools of which one does.</summary>
    public static bool Contain(PipelineModel model, Origin origin, int depth = MaximumDepth)
    {
        if (depth == 0 || origin.Symbol is null || !model.Sdks.TryGetFact<ToolFact>(origin.Symbol, out var tool))
        {
            return false;
        }

        var given = tool
            .From.Select(name =>
                origin.Operation switch
                {
                    IInvocationOperation call => call.ArgumentNamed(name),
                    IObjectCreationOperation creation => creation.ArgumentNamed(name),
                    _ => null,
                }
            )
            .OfType<IOperation>();
        return tool.Role switch
        {
            ToolRole.Searches => true,
            ToolRole.Wraps => given.Any(f => AnyPassage(model, model.Tracer.Trace(f, FlowMode.Content, Returned))),
            ToolRole.Groups => TypeArgumentsOf(origin.Symbol).Any(t => HasRetrievingFunction(model, t))
                || given.Any(g => Gives(model, g, depth)),
            _ => false,
        };
    }

    /// <summary>What is grouped: tools, an object with marked functions, or its type.</summary>
    private static bool Gives(PipelineModel model, IOperation given, int depth)
    {
        var origins = model.Tracer.Trace(given, FlowMode.Value).Origins;
        var isMade = origins.Any(static o => o is { Kind: OriginKind.Creation, Symbol: ITypeSymbol });
        return origins.Any(o =>
                o is { Kind: OriginKind.Creation or OriginKind.Type, Symbol: ITypeSymbol type }
                    ? HasRetrievingFunction(model, type)
                    : Contain(model, o, depth - 1)
            ) || (!isMade && given.Unwrapped().Type is { } declared && HasRetrievingFunction(model, declared));
    }

    private static bool HasRetrievingFunction(PipelineModel model, ITypeSymbol type)
    {
        for (var t = type; t is not null && t.IsInSource(); t = t.BaseType)
        {
            if (
                t.GetMembers()
                    .OfType<IMethodSymbol>()
                    .Where(m => IsMarked(model, m))
                    .SelectMany(m => model.Tracer.Bodies.BodiesOf(m))
                    .Any(b => AnyPassage(model, model.Tracer.TraceReturns(b, FlowMode.Content)))
            )
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsMarked(PipelineModel model, IMethodSymbol method) =>
        method
            .GetAttributes()
            .Any(a =>
                a.AttributeConstructor is { } mark && model.Sdks.TryGetFact<ToolFact>(mark, out var fact) && fact.Role == ToolRole.Marks
            );

    private static IEnumerable<ITypeSymbol> TypeArgumentsOf(ISymbol symbol) =>
        symbol is IMethodSymbol method ? method.TypeArguments : Enumerable.Empty<ITypeSymbol>();

    private static bool AnyPassage(PipelineModel model, TraceResult content) => content.Origins.Any(o => PromptReader.IsPassage(model, o));
}
