using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.ModelCalls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Answers that get to a function through a member that keeps it: to the handler of an event that is raised with an answer, to a delegate
/// in a field or property.
/// </summary>
internal static class RaisedAnswers
{
    /// <summary>Methods that hand on what an event is raised with.</summary>
    private const int MaximumSteps = 2;

    /// <summary>The bodies of the functions to which a body, or a method that it hands something to, passes values through members.</summary>
    public static IEnumerable<Body> ReceiversOf(Body body)
    {
        foreach (var call in body.Index.Invocations.Where(static c => c.Arguments.Any(static a => TextCarriers.MayBe(a.Value))))
        {
            if (call.TargetMethod.MethodKind == MethodKind.DelegateInvoke)
            {
                foreach (var receiver in ReceiversOf(body.Picture, call))
                {
                    yield return receiver;
                }
            }
            else if (MayRaise(body.Picture, call.TargetMethod) && body.Picture.Tracer.Bodies.BodiesOf(call.TargetMethod) is [var raising])
            {
                foreach (var raised in BodyIndex.Of(raising).Invocations)
                {
                    foreach (var receiver in ReceiversOf(body.Picture, raised))
                    {
                        yield return receiver;
                    }
                }
            }
        }
    }

    /// <summary>
    /// What is passed for a parameter of a function that a member keeps. That counts where it is answers alone, and all of them are under
    /// one contract: which object a function was given to is not asked.
    /// </summary>
    public static IEnumerable<Origin> Passed(Body body, Origin origin) =>
        origin is { Kind: OriginKind.Parameter, Via: null, Symbol: IParameterSymbol { ContainingSymbol: IMethodSymbol function } parameter }
        && AnswersFor(body.Picture, function, parameter.Ordinal, origin) is { Count: > 0 } answers
            ? answers
            : [origin];

    private static List<Origin>? AnswersFor(Picture picture, IMethodSymbol function, int ordinal, Origin origin)
    {
        var answers = new List<Origin>();
        var calls = new List<ModelCall>();
        foreach (
            var passed in picture
                .FunctionKeepers.Of(function, origin.Operation)
                .SelectMany(member => picture.KeptFunctions.Of(member).Calls)
                .Select(call => call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == ordinal)?.Value)
                .OfType<IOperation>()
        )
        {
            foreach (var from in Sources(picture, passed, origin.Path, MaximumSteps))
            {
                if (
                    from is not { Kind: OriginKind.Source, Operation: IInvocationOperation call }
                    || !picture.TryGetFact<ModelCallFact>(call, out _)
                    || ModelCallOf(picture, call, from) is not { } made
                )
                {
                    return null;
                }

                answers.Add(from);
                calls.Add(made);
            }
        }

        return calls.Select(static c => c.Contract.Kind).Distinct().Count() == 1 ? answers : null;
    }

    /// <summary>Where a value comes from, constants aside; what raises an event for its type and those derived from it, by who calls it here.</summary>
    private static IEnumerable<Origin> Sources(Picture picture, IOperation value, AccessPath path, int steps)
    {
        var trace = picture.TraceThroughCallers(value, FlowMode.Value, path);
        foreach (var from in trace.Origins.Where(static o => !o.IsFixed && o.Kind != OriginKind.Creation))
        {
            if (
                steps > 0
                && from
                    is {
                        Kind: OriginKind.Parameter,
                        Via: null,
                        Symbol: IParameterSymbol
                        {
                            ContainingSymbol: IMethodSymbol { DeclaredAccessibility: Accessibility.Protected } raiser
                        } given
                    }
                && SymbolEqualityComparer.Default.Equals(picture.MethodAround(from.Operation), raiser)
            )
            {
                foreach (var call in picture.VisibleCallersOf(from.Operation))
                {
                    if (call.Arguments.FirstOrDefault(a => a.Parameter?.Ordinal == given.Ordinal) is { Value: var passed })
                    {
                        foreach (var source in Sources(picture, passed, from.Path, steps - 1))
                        {
                            yield return source;
                        }
                    }
                }
            }
            else
            {
                yield return from;
            }
        }

        if (trace.IsTruncated)
        {
            yield return new Origin(OriginKind.Unknown, value, path);
        }
    }

    private static ModelCall? ModelCallOf(Picture picture, IInvocationOperation call, Origin from) =>
        from.Via is null ? ModelCall.At(picture.BodyOf(call), call) : ModelCall.At(picture, call, from.Via);

    private static IEnumerable<Body> ReceiversOf(Picture picture, IInvocationOperation call) =>
        KeptFunctions.MemberCalledBy(call) is { } member
            ? picture.KeptFunctions.Of(member).Functions.Select(picture.BodyOfFunction).OfType<Body>()
            : [];

    private static bool MayRaise(Picture picture, IMethodSymbol method) =>
        method.IsInSource() && method.ContainingType is { } type && picture.FunctionKeepers.MayBeIn(type);
}
