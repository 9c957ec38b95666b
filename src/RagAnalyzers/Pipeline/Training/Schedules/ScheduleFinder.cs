using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Pipeline.Calls;

namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>
/// Finds the schedule that an operation runs on: outwards from it through loops, lambdas and the methods that visibly call it, up to a loop
/// that pauses, a timer or a job scheduler. Work that somebody asked for ends the search, and so does whatever cannot be seen.
/// </summary>
internal sealed class ScheduleFinder
{
    private const int MaximumDepth = 5;

    private readonly Picture _picture;
    private readonly HashSet<ISymbol> _visited = new(SymbolEqualityComparer.Default);

    private ScheduleFinder(Picture picture) => _picture = picture;

    public static Schedule? Of(Picture picture, IOperation work) =>
        new ScheduleFinder(picture).Around(work, isConditional: false, depth: 0);

    private Schedule? Around(IOperation work, bool isConditional, int depth)
    {
        var child = work;
        for (var o = work.Parent; o is not null; child = o, o = o.Parent)
        {
            switch (o)
            {
                case IConditionalOperation branch when !ReferenceEquals(branch.Condition, child):
                    if (WorkRequests.AreNamedIn(branch.Condition))
                    {
                        return null;
                    }

                    isConditional |= Conditions.Decides(branch.Condition);
                    break;
                case ISwitchCaseOperation or ISwitchExpressionArmOperation or ICoalesceOperation or IConditionalAccessOperation:
                    isConditional |= o is not (ICoalesceOperation or IConditionalAccessOperation);
                    break;
                case IForEachLoopOperation each when ReferenceEquals(each.Body, child):
                    if (WorkRequests.AreNamedIn(each.Collection) || WorkRequests.AreTakenIn(_picture, each.Collection))
                    {
                        return null;
                    }

                    isConditional = true;
                    break;
                case ILoopOperation loop:
                    if (ScheduledLoop.Of(_picture, loop, work) is not { } found)
                    {
                        break;
                    }

                    if (IsAskedFor(loop, work, ref isConditional) || !Counts(found.Period, isConditional, isNamed: false))
                    {
                        return null;
                    }

                    return new Schedule(
                        CallLocation.Of(found.Pause),
                        $"'{found.Pause.TargetMethod.ContainingType.Name}.{found.Pause.TargetMethod.Name}' in a loop"
                    );
                case IAnonymousFunctionOperation lambda:
                    if (IsAskedFor(lambda, work, ref isConditional))
                    {
                        return null;
                    }

                    if (Recurrence.OfFunction(_picture, lambda) is { } registration)
                    {
                        return Counts(registration.Period, isConditional, isNamed: true) ? registration.Schedule : null;
                    }

                    if (HeldFunctions.LocalOf(lambda) is { } local)
                    {
                        return OfLocal(local, lambda, isConditional, depth);
                    }

                    if (!HandedFunctions.AreRun(_picture, lambda, ref isConditional))
                    {
                        return null;
                    }

                    break;
                case ILocalFunctionOperation function:
                    return IsAskedFor(function, work, ref isConditional) ? null : OfLocalFunction(function, isConditional, depth);
            }
        }

        return IsAskedFor(child, work, ref isConditional) ? null : OfMethod(work, isConditional, depth);
    }

    private Schedule? OfLocalFunction(ILocalFunctionOperation function, bool isConditional, int depth)
    {
        if (depth == MaximumDepth || !_visited.Add(function.Symbol))
        {
            return null;
        }

        var references = function
            .Root()
            .Descendants()
            .OfType<IMethodReferenceOperation>()
            .Where(r => SymbolEqualityComparer.Default.Equals(r.Method.OriginalDefinition, function.Symbol));
        return HandedOver(references, isConditional)
            ?? BodyIndex
                .Of(function)
                .CallsOf(function.Symbol)
                .Select(c => Around(c, isConditional, depth + 1))
                .FirstOrDefault(static s => s is not null);
    }

    /// <summary>A lambda in a local runs where the local is called or handed over.</summary>
    private Schedule? OfLocal(ILocalSymbol local, IAnonymousFunctionOperation lambda, bool isConditional, int depth)
    {
        if (depth == MaximumDepth || !_visited.Add(local))
        {
            return null;
        }

        foreach (var use in BodyIndex.Of(lambda).ReferencesTo(local))
        {
            var isUseConditional = isConditional;
            var found = Recurrence.OfFunction(_picture, use) is { } registration
                ? Counts(registration.Period, isConditional, isNamed: true)
                    ? registration.Schedule
                    : null
                : HeldFunctions.CallOf(use) is not null || HandedFunctions.AreRun(_picture, use, ref isUseConditional)
                    ? Around(use, isUseConditional, depth + 1)
                    : null;
            if (found is not null)
            {
                return found;
            }
        }

        return null;
    }

    private Schedule? OfMethod(IOperation work, bool isConditional, int depth)
    {
        if (depth == MaximumDepth || _picture.MethodAround(work) is not { } method || !_visited.Add(method.OriginalDefinition))
        {
            return null;
        }

        if ((Recurrence.OfAttribute(_picture, method) ?? Recurrence.OfJob(_picture, method)) is { } registration)
        {
            return Counts(registration.Period, isConditional, isNamed: true) ? registration.Schedule : null;
        }

        return HandedOver(_picture.ReferencesTo(method), isConditional)
            ?? _picture.CallsThatRun(method).Select(c => Around(c, isConditional, depth + 1)).FirstOrDefault(static s => s is not null);
    }

    private Schedule? HandedOver(IEnumerable<IMethodReferenceOperation> references, bool isConditional) =>
        references
            .Select(r => Recurrence.OfFunction(_picture, r))
            .Where(r => r is { } found && Counts(found.Period, isConditional, isNamed: true))
            .Select(static r => r!.Value.Schedule)
            .FirstOrDefault();

    /// <summary>What runs in the region works off requests; else the guards before the work count as conditions.</summary>
    private bool IsAskedFor(IOperation region, IOperation work, ref bool isConditional)
    {
        if (WorkRequests.AreTakenIn(_picture, region))
        {
            return true;
        }

        foreach (var guard in Conditions.GuardsBefore(work, region))
        {
            if (WorkRequests.AreNamedIn(guard))
            {
                return true;
            }

            isConditional |= Conditions.Decides(guard);
        }

        return false;
    }

    /// <summary>
    /// What looks every few seconds whether there is something to do is no schedule of doing it. A scheduler that is set up by name is one,
    /// as long as nothing says how often it runs.
    /// </summary>
    private static bool Counts(Period period, bool isConditional, bool isNamed) =>
        period != Period.Never && (!isConditional || period == Period.Long || (isNamed && period == Period.Unknown));
}
