using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.ModelCalls;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// Answers of a function that an object was made with, and calls: <c>var json = await _ask(prompt);</c>. They count where all who make such an object
/// are seen, and each of them hands over a function that asks a model or returns something fixed. What a method is handed is its caller's.
/// </summary>
internal static class DelegatedAnswers
{
    /// <summary>
    /// What a method parses of its object comes from such a function: the call of the function is the place, and who calls the method is none.
    /// </summary>
    public static bool AreReadBy(Picture picture, ParameterParse parse)
    {
        if (parse.Ordinal is not null || !parse.Path.CallsFunction)
        {
            return false;
        }

        var body = picture.BodyOf(parse.Site);
        return parse.Texts.Any(text =>
            picture
                .TraceThroughLocalFunctions(text.Value, FlowMode.Value, text.Path)
                .Origins.Any(o => At(body, o, () => AnswerUseReader.PassedBy(body, text.Value, text.Path)).Any())
        );
    }

    /// <param name="origin">Where the trace of a text ended.</param>
    /// <param name="trail">The operations that it passed.</param>
    public static IEnumerable<ArrivingAnswer> At(Body body, Origin origin, Func<HashSet<IOperation>> trail)
    {
        if (
            origin is not { Kind: OriginKind.Parameter, Via: null, Path: { IsEmpty: false, Head: AccessPath.Returned } }
            || PassedParameters.Of(origin, body.Root) is not null
            || trail().OfType<IInvocationOperation>().Where(c => IsCallOfFunction(c, body)).Distinct().ToList() is not [var place]
            || body.Picture.CloseOverCallers(TraceResult.Of(origin), FlowMode.Value)
                is not { IsTruncated: false, Origins: { IsEmpty: false } given }
            || !given.All(static o => o.IsFixed || IsAnswer(o))
        )
        {
            yield break;
        }

        foreach (var answer in given.Where(IsAnswer))
        {
            var call = (IInvocationOperation)answer.Operation;
            var via = answer.Via is { } entered
                ? new CallChain(place, entered.Body, entered.Inner)
                : new CallChain(place, call.EnclosingFunction(), inner: null);
            if (ModelCall.At(body.Picture, call, via) is { } reached)
            {
                yield return new ArrivingAnswer(reached, place, via);
            }
        }
    }

    private static bool IsAnswer(Origin origin) =>
        origin is { Kind: OriginKind.Source, Path.IsEmpty: true, Operation: IInvocationOperation };

    private static bool IsCallOfFunction(IInvocationOperation call, Body body) =>
        call.TargetMethod.MethodKind == MethodKind.DelegateInvoke && ReferenceEquals(call.Root(), body.Root);
}
