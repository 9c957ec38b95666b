using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Retrievals.Databases;

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
        Retrieval.In(body).SelectNotNull(body, static (r, _) => new FoundPassages(r.Operation, QuestionOf(r), ImmutableArray.Create(r)));

    private static ImmutableArray<IOperation> QuestionOf(Retrieval retrieval) =>
        retrieval.Query.SelectMany(static q => CommandParameters.ValuesOf(q).Prepend(q)).ToImmutableArray();

    /// <summary>What the methods find that the body calls.</summary>
    /// <param name="isAskedFor">Which of the calls are asked for; the others are not followed.</param>
    public static IEnumerable<FoundPassages> ThroughMethodsIn(Body body, Func<IInvocationOperation, bool> isAskedFor)
    {
        var names = RetrievingMethods.NamesIn(body.Picture);
        return IdentifierIndex.IsMentionedIn(body.Syntax, names)
            ? body
                .Index.Invocations.Where(c => names.Contains(c.TargetMethod.Name) && isAskedFor(c))
                .Select(c => RetrievingMethods.At(body, c))
                .OfType<FoundPassages>()
            : [];
    }
}
