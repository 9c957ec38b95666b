using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Origins;
using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Pipeline.Answers;

/// <summary>
/// A method group that a call gets and runs: LINQ and the like with the elements of a sequence (<c>texts.Select(Read)</c>), a method of the
/// compilation with what its body passes (<c>AskAsync(question, Keep)</c>).
/// </summary>
/// <param name="Group">The method group.</param>
/// <param name="Handed">The argument that hands it over.</param>
/// <param name="Call">The call that gets it.</param>
/// <param name="IsOfSequence">The call runs it with the elements of a sequence.</param>
internal sealed record FedMethod(IMethodReferenceOperation Group, IArgumentOperation Handed, IInvocationOperation Call, bool IsOfSequence)
{
    /// <summary>Those of a body.</summary>
    public static IEnumerable<FedMethod> In(Body body)
    {
        foreach (var call in body.Index.Invocations)
        {
            foreach (var argument in call.Arguments)
            {
                if (argument.Value.Unwrapped() is IDelegateCreationOperation { Target: IMethodReferenceOperation group })
                {
                    var flow = body.Picture.Tracer.Knowledge.OfCall(call.TargetMethod);
                    if (flow is { FeedsFunctions: true } || (flow is null && call.TargetMethod.IsInSource()))
                    {
                        yield return new FedMethod(group, argument, call, flow is not null);
                    }
                }
            }
        }
    }

    /// <summary>The answers that the method gets for a parameter, or that a member of what it gets is.</summary>
    public IEnumerable<ArrivingAnswer> AnswersFor(Body body, int ordinal, AccessPath path) =>
        IsOfSequence
            ? CallTracer
                .Values(Call, CallTracer.Everything)
                .Where(static v => v.Unwrapped() is not IDelegateCreationOperation)
                .SelectMany(v => AnswerUseReader.AnswersIn(body, v, path))
            : AnswerUseReader.AnswersAmong(
                body,
                body.Picture.Tracer.TraceHanded(Handed, ordinal, FlowMode.Value, path),
                static () => new HashSet<IOperation>()
            );
}
