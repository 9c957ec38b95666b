using System;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;

namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>Functions that are handed to a call which runs them: a library's by its name, a method of the compilation by its code.</summary>
internal static class HandedFunctions
{
    /// <param name="function">What is handed over: a lambda, or a local that holds one.</param>
    /// <param name="isConditional">Becomes true where the call decides by itself whether it runs the function.</param>
    public static bool AreRun(Picture picture, IOperation function, ref bool isConditional)
    {
        if (function.ArgumentOf() is not { Parent: IInvocationOperation call, Parameter: { } parameter })
        {
            return false;
        }

        if (IsRunByName(call.TargetMethod))
        {
            return true;
        }

        if (
            picture.Tracer.Bodies.BodiesOf(call.TargetMethod) is not { Length: 1 } bodies
            || BodyIndex.Of(bodies[0]).ParameterAt(parameter.Ordinal) is not { } received
            || HeldFunctions.CallsOf(received, bodies[0]) is not { IsDefault: false } calls
            || calls.RemoveAll(IsLater) is not { IsEmpty: false } runs
            || WorkRequests.AreTakenIn(picture, bodies[0])
        )
        {
            return false;
        }

        isConditional |= runs.All(c => IsConditional(c, bodies[0]));
        return true;
    }

    /// <summary>The call stands in a function that may never run.</summary>
    private static bool IsLater(IInvocationOperation call) =>
        call.EnclosingFunction() switch
        {
            ILocalFunctionOperation => true,
            IAnonymousFunctionOperation lambda => lambda.ArgumentOf()?.Parent is not IInvocationOperation runner
                || !IsRunByName(runner.TargetMethod),
            _ => false,
        };

    private static bool IsConditional(IOperation call, IOperation body)
    {
        for (var o = call.Parent; o is not null && !ReferenceEquals(o, body); o = o.Parent)
        {
            if (
                o
                is IConditionalOperation
                    or ISwitchOperation
                    or ISwitchExpressionOperation
                    or IForEachLoopOperation
                    or ICatchClauseOperation
            )
            {
                return true;
            }
        }

        return Conditions.GuardsBefore(call, body).Any(Conditions.Decides);
    }

    private static bool IsRunByName(IMethodSymbol method) =>
        method.Name.StartsWith("Run", StringComparison.Ordinal)
        || method.Name.StartsWith("Execute", StringComparison.Ordinal)
        || method.Name.StartsWith("Invoke", StringComparison.Ordinal)
        || method.Name.StartsWith("ForEach", StringComparison.Ordinal)
        || method.Name == "StartNew";
}
