using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Flow.Writes;
using RagAnalyzers.Pipeline.Answers.Comparisons;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Answers that one method of a type keeps in a field or property, and another one takes out of it; and those that a function gets which a
/// member keeps.
/// </summary>
internal static class KeptAnswers
{
    /// <summary>Properties that read what others of the type read.</summary>
    private const int MaximumGetters = 2;

    /// <summary>The uses, in other bodies of the type, of answers that a body keeps.</summary>
    /// <param name="usesIn">All uses that a body shows.</param>
    public static ImmutableArray<AnswerUse> Read(Body body, Func<Body, ImmutableArray<AnswerUse>> usesIn) =>
        ReadersOf(body) is { IsEmpty: false } readers
            ? readers.SelectMany(b => usesIn(b)).ToImmutableArray().SelectNotNull(body, static (u, b) => u.Through(b))
            : ImmutableArray<AnswerUse>.Empty;

    /// <summary>The other bodies of the type that name a member in which a body that may hold answers keeps something.</summary>
    public static ImmutableArray<Body> ReadersOf(Body body) => body.Once(static b => FindReaders(b));

    private static ImmutableArray<Body> FindReaders(Body body)
    {
        if (!AnsweringCode.Of(body.Picture).MayBeIn(body.Syntax))
        {
            return ImmutableArray<Body>.Empty;
        }

        return OfMembers(body)
            .Concat(RaisedAnswers.ReceiversOf(body))
            .Where(b => !ReferenceEquals(b.Root, body.Root))
            .Distinct()
            .ToImmutableArray();
    }

    private static IEnumerable<Body> OfMembers(Body body)
    {
        // What a member is declared with is kept in it.
        var declared = Declared(body.Root);
        if ((declared ?? body.Picture.MethodAround(body))?.ContainingType is not { } type)
        {
            return [];
        }

        var kept = body
            .Index.OwnMembers.Where(m => m.IsInSource() && body.Picture.Tracer.Writes.WritesTo(m, body.Index).Any(IsKeeping))
            .Concat(declared is null ? [] : [declared])
            .Select(static m => m.Name)
            .Distinct()
            .ToList();
        return ReadersOf(body.Picture, type, kept);
    }

    /// <summary>The bodies of a type that name one of its members, or a property whose getter does.</summary>
    private static List<Body> ReadersOf(Picture picture, INamedTypeSymbol type, IReadOnlyCollection<string> names)
    {
        var readers = new List<Body>();
        for (var steps = 0; steps <= MaximumGetters && names.Count > 0; steps++)
        {
            var found = picture.BodiesOf(type, names).Except(readers).ToList();
            readers.AddRange(found);
            names = found
                .Select(b => picture.MethodAround(b))
                .Where(static m => m is { MethodKind: MethodKind.PropertyGet })
                .Select(static m => m!.AssociatedSymbol!.Name)
                .Distinct()
                .ToList();
        }

        return readers;
    }

    /// <summary>
    /// The answer that a trace came to through a member: through the call of this body that fills the member, else at the model call itself.
    /// </summary>
    public static ArrivingAnswer? At(Body body, IInvocationOperation call)
    {
        var filler = body.Picture.MethodAround(call);
        if (filler is not null && body.Index.CallsOf(filler) is [var filling, ..])
        {
            var via = new CallChain(filling, call.Root(), inner: null);
            return ModelCall.At(body.Picture, call, via) is { } reached ? new ArrivingAnswer(reached, filling, via) : null;
        }

        return ModelCall.At(body.Picture.BodyOf(call), call) is { } own ? new ArrivingAnswer(own, call) : null;
    }

    /// <summary>
    /// Origins in which the parameters of other methods, through which a member was filled, are what their callers pass, and those of a
    /// function that a member keeps what is passed to it.
    /// </summary>
    public static IEnumerable<Origin> Filled(Body body, TraceResult trace) =>
        trace.Origins.SelectMany(o =>
            o is { Kind: OriginKind.Parameter, Via: null, Symbol.ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.Ordinary } }
            && PassedParameters.Of(o, body.Root) is null
                ? body.Picture.CloseOverCallers(TraceResult.Of(o), FlowMode.Value).Origins.AsEnumerable()
                : RaisedAnswers.Passed(body, o)
        );

    /// <summary>The member that is declared with what stands in an initializer. A function that is kept may be replaced by another one.</summary>
    private static ISymbol? Declared(IOperation root) =>
        root switch
        {
            IFieldInitializerOperation { InitializedFields: [{ Type.TypeKind: not TypeKind.Delegate } field] } => field,
            IPropertyInitializerOperation { InitializedProperties: [{ Type.TypeKind: not TypeKind.Delegate } property] } => property,
            _ => null,
        };

    /// <summary>
    /// Something is put into the member, by itself or by a method of its own object. What that method gets beside a key may be kept with much
    /// else.
    /// </summary>
    private static bool IsKeeping(FlowWrite write) =>
        write.Kind is FlowWriteKind.Assign or FlowWriteKind.Add or FlowWriteKind.Accumulate
        || write is { Kind: FlowWriteKind.Escape, Site: IInvocationOperation { Instance: not null, Arguments: [{ Value: var put }] } call }
            && call.TargetMethod.IsInSource()
            && TextCarriers.MayBe(put);
}
