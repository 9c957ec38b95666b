using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Retrievals;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Tools;

/// <summary>Tells of a tool, or of what groups tools, whether what it gives the model contains passages chosen by relevance.</summary>
internal static class RetrievingTools
{
    // Tools in plug-ins in the functions that settings name, and one to spare.
    private const int MaximumDepth = 4;

    private static readonly AccessPath Returned = AccessPath.Empty.Push(AccessPath.Returned);

    /// <summary>The origin is a tool that certainly retrieves, or tools of which one does.</summary>
    public static bool Contain(Picture picture, Origin origin, int depth = MaximumDepth)
    {
        if (depth == 0 || origin.Symbol is null || !picture.Sdks.TryGetFact<ToolFact>(origin.Symbol, out var tool))
        {
            return false;
        }

        var given = tool.From.Select(origin.Operation.ArgumentNamed).OfType<IOperation>();
        return tool.Role switch
        {
            ToolRole.Searches => true,
            ToolRole.Wraps => given.Any(f => AnyPassage(picture, picture.TraceWithinBody(f, FlowMode.Content, Returned))),
            ToolRole.Groups => TypeArgumentsOf(origin.Symbol).Any(t => HasRetrievingFunction(picture, t))
                || given.Any(g => Gives(picture, g, depth)),
            _ => false,
        };
    }

    /// <summary>What is grouped: tools, an object with marked functions, or its type.</summary>
    private static bool Gives(Picture picture, IOperation given, int depth)
    {
        var origins = picture.TraceWithinBody(given, FlowMode.Value).Origins;
        var isMade = origins.Any(static o => o is { Kind: OriginKind.Creation, Symbol: ITypeSymbol });
        return origins.Any(o =>
                o is { Kind: OriginKind.Creation or OriginKind.Type, Symbol: ITypeSymbol type }
                    ? HasRetrievingFunction(picture, type)
                    : Contain(picture, o, depth - 1)
            ) || (!isMade && given.Unwrapped().Type is { } declared && HasRetrievingFunction(picture, declared));
    }

    /// <summary>The functions of a type that are marked as tools, as far as the compilation has their code.</summary>
    public static IEnumerable<IMethodSymbol> MarkedIn(Picture picture, ITypeSymbol type) =>
        type.AndBaseTypes()
            .TakeWhile(static t => t.IsInSource())
            .SelectMany(static t => t.GetMembers())
            .OfType<IMethodSymbol>()
            .Where(m => IsMarked(picture, m));

    private static bool HasRetrievingFunction(Picture picture, ITypeSymbol type) =>
        MarkedIn(picture, type)
            .SelectMany(m => picture.Tracer.Bodies.BodiesOf(m))
            .Any(b => AnyPassage(picture, picture.Tracer.TraceReturns(b, FlowMode.Content)));

    private static bool IsMarked(Picture picture, IMethodSymbol method) =>
        method
            .GetAttributes()
            .Any(a =>
                a.AttributeConstructor is { } mark && picture.Sdks.TryGetFact<ToolFact>(mark, out var fact) && fact.Role == ToolRole.Marks
            );

    private static IEnumerable<ITypeSymbol> TypeArgumentsOf(ISymbol symbol) =>
        symbol is IMethodSymbol method ? method.TypeArguments : Enumerable.Empty<ITypeSymbol>();

    private static bool AnyPassage(Picture picture, TraceResult content) => content.Origins.Any(o => Passages.AreAt(picture, o));
}
