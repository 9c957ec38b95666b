using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>The model calls that are made under the options on which a response format is set.</summary>
internal static class FormattedCalls
{
    /// <summary>Those in the body that sets it, else those in other bodies of its type: an agent is made once and run elsewhere.</summary>
    public static ImmutableArray<ReachedModelCall> Of(Picture picture, FormatAssignment assignment)
    {
        var creations = assignment.Creations(picture).ToList();
        var body = picture.BodyOf(assignment.Operation);
        if (creations.Count == 0)
        {
            return ImmutableArray<ReachedModelCall>.Empty;
        }

        if (Under(body, creations) is { IsEmpty: false } here)
        {
            return here;
        }

        return
            picture.SemanticModelOf(body.Syntax.SyntaxTree).GetEnclosingSymbol(assignment.Operation.Syntax.SpanStart)
                is { ContainingType: { } type }
            ? picture
                .BodiesOf(type, picture.Mentions.NamesOf<ModelCallFact>())
                .Where(b => !ReferenceEquals(b, body))
                .SelectMany(b => Under(b, creations))
                .ToImmutableArray()
            : ImmutableArray<ReachedModelCall>.Empty;
    }

    private static ImmutableArray<ReachedModelCall> Under(Body body, List<IOperation> creations) =>
        ReachedModelCall
            .In(body)
            .Where(c => c.Options.All.Any(o => o.TraceThroughCallers(FlowMode.Value).Origins.Any(m => creations.Any(m.Operation.IsSameAs))))
            .ToImmutableArray();
}
