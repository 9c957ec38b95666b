using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Contracts;

/// <summary>A place that sets the response format of options: a member of an object initializer, or a statement.</summary>
/// <param name="Operation">The assignment.</param>
/// <param name="Fact">What the assigned property means.</param>
internal sealed record FormatAssignment(IAssignmentOperation Operation, ResponseFormatFact Fact)
{
    /// <summary>The format.</summary>
    public IOperation Value => Operation.Value;

    /// <summary>The options in whose initializer the assignment stands, or null for a statement.</summary>
    public IOperation? Creation =>
        Operation.Parent is IObjectOrCollectionInitializerOperation { Parent: IObjectCreationOperation creation } ? creation : null;

    /// <summary>The expression whose value are the options.</summary>
    public IOperation? Options => Creation ?? ((IPropertyReferenceOperation)Operation.Target).Instance;

    /// <summary>The assignments in a body; those of options that hold the format one step away are not among them.</summary>
    public static ImmutableArray<FormatAssignment> In(Body body) =>
        body.Once(static b =>
            b.Picture.Mentions.Any<ResponseFormatFact>(b)
                ? b.Index.Operations.OfType<IAssignmentOperation>().ToImmutableArray().SelectNotNull(b, static (a, b) => Of(b.Picture, a))
                : ImmutableArray<FormatAssignment>.Empty
        );

    /// <summary>The creations that the options may come from, as far as they can be seen.</summary>
    public IEnumerable<IOperation> Creations(Picture picture) =>
        Options is { } options
            ? picture
                .TraceWithinBody(options, FlowMode.Value)
                .Origins.Where(static o => o.Kind == OriginKind.Creation)
                .Select(static o => o.Operation)
            : Enumerable.Empty<IOperation>();

    private static FormatAssignment? Of(Picture picture, IAssignmentOperation assignment) =>
        assignment is (ISimpleAssignmentOperation or ICoalesceAssignmentOperation) and { Target: IPropertyReferenceOperation property }
        && picture.Sdks.TryGetFact<ResponseFormatFact>(property.Property, out var fact)
        && fact.HoldsFormatIn is null
            ? new FormatAssignment(assignment, fact)
            : null;
}
