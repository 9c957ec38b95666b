using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Uses;

/// <summary>
/// What a body finds: by a retrieval of its own, or by a call of a method of the compilation that does nothing but return what its retrievals
/// find.
/// </summary>
/// <param name="Call">The retrieval, or the call of the method.</param>
/// <param name="Question">What passages are looked for with.</param>
/// <param name="Retrievals">The retrievals: the call itself, or those of the method.</param>
/// <param name="Part">What of the hits the call yields.</param>
internal sealed record FoundPassages(
    IInvocationOperation Call,
    ImmutableArray<IOperation> Question,
    ImmutableArray<Retrieval> Retrievals,
    PassagePart Part = PassagePart.Whole
)
{
    /// <summary>What becomes of the passages.</summary>
    public PassageUses Uses => PassageUses.Of(Retrievals[0].Picture, Call, Part);

    /// <summary>What a body finds.</summary>
    public static ImmutableArray<FoundPassages> In(Body body) =>
        body.Once(static b => OfRetrievalsIn(b).AddRange(ThroughMethodsIn(b, static _ => true)));

    /// <summary>What the body's own retrievals find.</summary>
    public static ImmutableArray<FoundPassages> OfRetrievalsIn(Body body) =>
        Retrieval
            .In(body)
            .SelectNotNull(body, static (r, _) => new FoundPassages(r.Operation, r.Query.ToImmutableArray(), ImmutableArray.Create(r)));

    /// <summary>What the methods find that the body calls.</summary>
    /// <param name="isAskedFor">Which of the calls are asked for; the others are not followed.</param>
    public static IEnumerable<FoundPassages> ThroughMethodsIn(Body body, Func<IInvocationOperation, bool> isAskedFor)
    {
        var names = body.Picture.Once(static p => NamesOfRetrievingMethods(p));
        return IdentifierIndex.IsMentionedIn(body.Syntax, names) ? ThroughMethodsIn(body, names, isAskedFor) : [];
    }

    private static IEnumerable<FoundPassages> ThroughMethodsIn(
        Body body,
        ImmutableHashSet<string> names,
        Func<IInvocationOperation, bool> isAskedFor
    ) =>
        body
            .Index.Invocations.Where(c => names.Contains(c.TargetMethod.Name) && isAskedFor(c))
            .Select(c => At(body, c))
            .OfType<FoundPassages>();

    private static FoundPassages? At(Body body, IInvocationOperation call)
    {
        if (!call.TargetMethod.IsInSource() || call.TargetMethod.ReturnsVoid)
        {
            return null;
        }

        // What is returned with the passages, an answer say, may be all that is wanted.
        var origins = body.Picture.TraceWithinBody(call, FlowMode.Content).Origins;
        if (origins.Any(o => o.Symbol is IMethodSymbol method && body.Picture.Sdks.TryGetFact<ModelCallFact>(method, out _)))
        {
            return null;
        }

        var retrievals = origins
            .Where(o => Passages.AreAt(body.Picture, o))
            .Select(static o => o.Operation)
            .OfType<IInvocationOperation>()
            .Distinct()
            .SelectMany(o => Retrieval.In(body.Picture.BodyOf(o)).Where(r => r.Operation.IsSameAs(o)))
            .ToImmutableArray();
        var inside = retrievals.Select(r => PassageUses.Of(r.Picture, r.Operation)).ToList();
        return retrievals.IsEmpty || !inside.All(static u => u.AreOnlyReturned)
            ? null
            : new FoundPassages(
                call,
                call.Arguments.Select(static a => a.Value).ToImmutableArray(),
                retrievals,
                inside.SelectMany(static u => u.At(PassageEnd.Returned)).All(static u => u.Part == PassagePart.Name)
                    ? PassagePart.Name
                    : PassagePart.Whole
            );
    }

    /// <summary>Something that is called like a retrieval stands in a method of this name. Nothing is bound to find out.</summary>
    private static ImmutableHashSet<string> NamesOfRetrievingMethods(Picture picture)
    {
        var retrievals = picture.Mentions.NamesOf<RetrievalFact>();
        return picture
            .Compilation.SyntaxTrees.SelectMany(t => NamesAround.In(t, retrievals, NamesAround.MethodAround))
            .ToImmutableHashSet();
    }
}
