using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Retrievals.Records;
using RagAnalyzers.Sdk;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals.Scores;

/// <summary>A number that says how near a record is, and in which direction it points.</summary>
/// <param name="IsSimilarity">Nearer is larger.</param>
/// <param name="Function">What the message calls it: the function that the record declares, or the one that is called.</param>
/// <param name="Declared">What declares it, or null where it is called.</param>
/// <param name="Hit">The variable that the score is read off, or null.</param>
internal sealed record Score(bool IsSimilarity, string Function, Location? Declared, ISymbol? Hit)
{
    /// <summary>Locals through which a score comes; half-typed code may hand one to itself.</summary>
    private const int MaximumSteps = 8;

    /// <summary>The record declares nothing, and the function is the store's own.</summary>
    public bool IsDefault { get; init; }

    /// <summary>Whether a body may read scores at all.</summary>
    public static bool MayBeIn(Body body) =>
        IdentifierIndex.IsMentionedIn(body.Syntax, CarriedScores.Names) || body.Picture.Mentions.Any<VectorComparisonFact>(body);

    /// <summary>The score that an expression is, or null when it is none or its direction is not known.</summary>
    public static Score? Of(Picture picture, IOperation expression) => Of(picture, expression, MaximumSteps);

    private static Score? Of(Picture picture, IOperation expression, int steps)
    {
        switch (expression.Unwrapped())
        {
            case IPropertyReferenceOperation { Property.Name: "Value", Instance: { } inner }:
                return Of(picture, inner, steps);
            case IPropertyReferenceOperation { Instance: { } hit } property
                when picture.Sdks.TryGetFact<HitPartFact>(property.Property, out var part) && part.Part == HitPart.Score:
                return Of(picture, property.Property.ContainingType, hit.LocalOrParameter());
            case IInvocationOperation { TargetMethod.Name: "GetValueOrDefault", Instance: { } inner }:
                return Of(picture, inner, steps);
            case IInvocationOperation call when picture.Sdks.TryGetFact<VectorComparisonFact>(call.TargetMethod, out var fact):
                return new Score(fact.IsSimilarity, call.TargetMethod.Name, Declared: null, Hit: null);
            case ICoalesceOperation coalesce:
                return Of(picture, coalesce.Value, steps);
            case ILocalReferenceOperation local:
                return OfLocal(picture, local, steps) ?? Carried(picture, local, BesideIn(picture, local));
            case IMemberReferenceOperation { Instance: { } carrier } member:
                return Carried(picture, member, carrier.LocalOrParameter());
            default:
                return null;
        }
    }

    private static Score? Carried(Picture picture, IOperation value, ISymbol? carrier) =>
        CarriedScores.HitsOf(picture, value) is { } hits
        && Of(picture, hits, carrier) is { } score
        && (score.IsSimilarity || !CarriedScores.IsCalledDistance(value))
            ? score
            : null;

    /// <param name="hits">The type of the hits.</param>
    /// <param name="hit">The variable that stands for the hit, or null.</param>
    private static Score? Of(Picture picture, INamedTypeSymbol hits, ISymbol? hit)
    {
        if (
            hits.TypeArguments.FirstOrDefault() is not INamedTypeSymbol type
            || VectorCollection.DeclaredBy(picture, type) is not { } record
        )
        {
            return null;
        }

        var vectors = record.Vectors.ToList();
        var score = vectors.Select(static v => v.DistanceFunction).Distinct().ToList() switch
        {
            [null] => StoresCompareByDistance(picture)
                ? new Score(IsSimilarity: false, StoreDistanceFunctions.Distance, Declared: null, hit) { IsDefault = true }
                : null,
            [{ } function] when DistanceFunctions.IsSimilarity(function) is { } isSimilarity => new Score(
                isSimilarity,
                function,
                vectors[0].Declared,
                hit
            ),
            _ => null,
        };
        return score is { IsSimilarity: false } && SearchesByKeywords(picture) ? null : score;
    }

    /// <summary>A search by vector and keywords ranks its hits by how they stand in both lists: the larger is the nearer, whatever the distance.</summary>
    private static bool SearchesByKeywords(Picture picture) =>
        picture.Once(static p => p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.Mentions(t, "HybridSearchAsync")));

    /// <summary>The project uses a store that compares by distance unless it is told otherwise, and none that does not.</summary>
    private static bool StoresCompareByDistance(Picture picture) =>
        picture.Once(static p =>
            p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAnyOf(t, StoreDistanceFunctions.ByDistance))
            && !p.Compilation.SyntaxTrees.Any(static t => IdentifierIndex.MentionsAnyOf(t, StoreDistanceFunctions.Others))
        );

    /// <summary>A local that is set once, to a score: by its declaration, or by a pattern.</summary>
    private static Score? OfLocal(Picture picture, ILocalReferenceOperation local, int steps)
    {
        if (steps == 0)
        {
            return null;
        }

        var references = picture.BodyOf(local).Index.ReferencesTo(local.Local);
        if (references.Any(static r => r.Parent is IAssignmentOperation assignment && ReferenceEquals(assignment.Target, r)))
        {
            return null;
        }

        foreach (var reference in references)
        {
            switch (reference)
            {
                case IVariableDeclaratorOperation { Initializer.Value: { } value }:
                    return Of(picture, value, steps - 1);
                case IPatternOperation { Parent: IIsPatternOperation test }:
                    return Of(picture, test.Value, steps - 1);
            }
        }

        return null;
    }

    /// <summary>What is taken apart together with the score: <c>foreach (var (page, score) in found)</c>.</summary>
    private static ILocalSymbol? BesideIn(Picture picture, ILocalReferenceOperation local) =>
        picture
            .BodyOf(local)
            .Index.ReferencesTo(local.Local)
            .Select(static r => r.ParentOf(out _))
            .OfType<ITupleOperation>()
            .SelectMany(static t => t.Elements)
            .SelectMany(static e => e.DescendantsAndSelf())
            .OfType<ILocalReferenceOperation>()
            .Select(static e => e.Local)
            .FirstOrDefault(l => !SymbolEqualityComparer.Default.Equals(l, local.Local));
}
