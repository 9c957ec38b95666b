using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Retrievals;

/// <summary>A call that says how near two vectors are.</summary>
internal sealed class VectorComparison : ReachedInvocation<VectorComparisonFact>
{
    private VectorComparison(Route route, IInvocationOperation operation, VectorComparisonFact fact)
        : base(route, operation, fact) { }

    /// <summary>The two vectors; default in half-typed code.</summary>
    public (IOperation First, IOperation Second)? Vectors =>
        Operation
            .Arguments.Select(static a => a.Value)
            .Where(static v => v.Type is not ({ Name: "DbFunctions" } or { SpecialType: SpecialType.System_String }))
            .Take(2)
            .ToList()
            is [var x, var y]
            ? (x, y)
            : null;

    /// <summary>The comparisons of a body.</summary>
    public static ImmutableArray<VectorComparison> In(Body body) =>
        body.Once(static b =>
            b.CallsWith<VectorComparisonFact>()
                .SelectNotNull(b, static (c, b) => new VectorComparison(new Route(b.Picture, Calls: null), c.Call, c.Fact))
        );
}
