using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Answers.Comparisons;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>Properties with a getter of their own, which may do something with a text that their object has.</summary>
internal static class ComputedProperties
{
    /// <summary>Those that a body in which answers are at hand reads off other objects.</summary>
    public static ImmutableArray<IPropertyReferenceOperation> ReadIn(Body body) =>
        body.Once(static b =>
            AnsweringCode.Of(b.Picture).MayBeIn(b.Syntax)
                ? b
                    .Index.Operations.OfType<IPropertyReferenceOperation>()
                    .Where(static r =>
                        r is { Instance: not (null or IInstanceReferenceOperation), Property.GetMethod: { } getter }
                        && getter.IsInSource()
                        && !CompilationBodies.IsAuto(r.Property)
                    )
                    .ToImmutableArray()
                : ImmutableArray<IPropertyReferenceOperation>.Empty
        );
}
