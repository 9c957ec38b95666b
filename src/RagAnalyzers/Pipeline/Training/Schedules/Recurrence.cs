using System;
using System.Collections.Immutable;
using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using RagAnalyzers.Flow.Bodies;
using RagAnalyzers.Flow.Operations;
using RagAnalyzers.Flow.Tracing;
using RagAnalyzers.Pipeline.Calls;
using RagAnalyzers.Sdk.Facts;

namespace RagAnalyzers.Pipeline.Training.Schedules;

/// <summary>
/// Finds what a timer or a job scheduler runs again and again: a function that it is handed, a type of jobs, a method with an attribute.
/// </summary>
internal static class Recurrence
{
    /// <summary>What lets a job wait without a trigger of its own.</summary>
    private static readonly ImmutableHashSet<string> OnDemand = ImmutableHashSet.Create(
        StringComparer.Ordinal,
        "StoreDurably",
        "TriggerJob"
    );

    /// <summary>What runs a lambda or method group that is handed over, or null.</summary>
    public static (Schedule Schedule, Period Period)? OfFunction(Picture picture, IOperation function)
    {
        var handed = function;
        while (handed.Parent is IDelegateCreationOperation or IConversionOperation or IParenthesizedOperation)
        {
            handed = handed.Parent;
        }

        switch (handed.Parent)
        {
            case IEventAssignmentOperation { Adds: true, EventReference: IEventReferenceOperation raised }
                when picture.Sdks.TryGetFact<RecurrenceFact>(raised.Event, out _):
                return raised.Instance is { } timer && IsOneShot(picture, timer)
                    ? null
                    : (
                        new Schedule(raised.Syntax.GetLocation(), $"'{raised.Event.ContainingType.Name}.{raised.Event.Name}'"),
                        IntervalOf(picture, raised.Instance)
                    );
            case IArgumentOperation { Parent: IObjectCreationOperation { Constructor: { } constructor } creation } argument
                when picture.Sdks.TryGetFact<RecurrenceFact>(constructor, out var fact):
                return Of(
                    picture,
                    fact,
                    argument,
                    creation,
                    new Schedule(creation.Syntax.GetLocation(), $"'{constructor.ContainingType.Name}'")
                );
            case IArgumentOperation { Parent: IInvocationOperation call } argument:
                if (picture.Sdks.TryGetFact<RecurrenceFact>(call.TargetMethod, out var found))
                {
                    return IsOnce(call) ? null : Of(picture, found, argument, call, OfCall(call));
                }

                // Job.FromExpression(() => ...) stands in the argument that carries the job.
                return
                    call.Parent is IArgumentOperation { Parent: IInvocationOperation outer } job
                    && picture.Sdks.TryGetFact<RecurrenceFact>(outer.TargetMethod, out var registered)
                    ? Of(picture, registered, job, outer, OfCall(outer))
                    : null;
            default:
                return null;
        }
    }

    /// <summary>What runs the method because of an attribute on a parameter of it, or null.</summary>
    public static (Schedule Schedule, Period Period)? OfAttribute(Picture picture, IMethodSymbol method)
    {
        foreach (var attribute in method.Parameters.SelectMany(static p => p.GetAttributes()))
        {
            if (
                attribute.AttributeConstructor is not { } constructor
                || attribute.AttributeClass is not { } type
                || !picture.Sdks.TryGetFact<ScheduleAttributeFact>(constructor, out _)
            )
            {
                continue;
            }

            var place = attribute.ApplicationSyntaxReference?.GetSyntax().GetLocation() ?? Location.None;
            var period = attribute.ConstructorArguments is [{ Value: string text }, ..] ? PeriodReader.OfText(text) : Period.Unknown;
            return (new Schedule(place, $"'{type.Name.Replace("Attribute", string.Empty)}'"), period);
        }

        return null;
    }

    /// <summary>What runs a job's method because its type is registered with a trigger that repeats, or null.</summary>
    public static (Schedule Schedule, Period Period)? OfJob(Picture picture, IMethodSymbol method)
    {
        if (!picture.Sdks.TryGetFact<ScheduledEntryFact>(method, out _))
        {
            return null;
        }

        foreach (var body in picture.BodiesMentioning(method.ContainingType))
        {
            var index = BodyIndex.Of(body);

            // One registration names the job and its trigger; where several jobs are registered side by side, one may have no trigger.
            var naming = index.Invocations.Where(c => Names(c, method.ContainingType) && !IsService(c.TargetMethod)).ToList();
            var repeating =
                naming.SelectMany(c => Repeating(picture, c)).FirstOrDefault()
                ?? (
                    naming.Count > 0 && !IdentifierIndex.IsMentionedIn(body.Syntax, OnDemand)
                        ? index.Invocations.FirstOrDefault(c => Repeats(picture, c) && !IsAboutOneJob(c))
                        : null
                );
            if (repeating is not null && !IsOnce(repeating))
            {
                return (
                    OfCall(repeating),
                    repeating
                        .Arguments.Select(a =>
                            a.Value.Type?.SpecialType == SpecialType.System_String ? PeriodReader.Read(picture, a.Value) : Period.Unknown
                        )
                        .FirstOrDefault(static p => p != Period.Unknown)
                );
            }
        }

        return null;
    }

    private static (Schedule Schedule, Period Period)? Of(
        Picture picture,
        RecurrenceFact fact,
        IArgumentOperation argument,
        IOperation registration,
        Schedule schedule
    )
    {
        if (argument.Parameter is not { } parameter || !fact.Function.Contains(parameter.Name))
        {
            return null;
        }

        var period = fact.Period is { } name ? PeriodReader.Read(picture, registration.ArgumentNamed(name)) : Period.Unknown;
        return period == Period.Never ? null : (schedule, period);
    }

    private static Schedule OfCall(IInvocationOperation call)
    {
        var method = call.TargetMethod.ReducedFrom ?? call.TargetMethod;
        var name = method.IsExtensionMethod ? method.Name : $"{method.ContainingType.Name}.{method.Name}";
        return new Schedule(CallLocation.Of(call), $"'{name}'");
    }

    private static bool Names(IInvocationOperation call, INamedTypeSymbol type) =>
        call.TargetMethod.TypeArguments.Any(t => SymbolEqualityComparer.Default.Equals(t, type))
        || call.Arguments.Any(a =>
            a.Value.Unwrapped() is ITypeOfOperation of && SymbolEqualityComparer.Default.Equals(of.TypeOperand, type)
        );

    /// <summary>The call, or one whose argument it stands in, names a job of this compilation itself.</summary>
    private static bool IsAboutOneJob(IInvocationOperation call)
    {
        for (IOperation? o = call; o is not null; o = o.Parent)
        {
            if (
                o is IInvocationOperation c
                && (
                    c.TargetMethod.TypeArguments.Any(static t => t.IsInSource())
                    || c.Arguments.Any(static a => a.Value.Unwrapped() is ITypeOfOperation)
                )
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The job's class is made known to dependency injection, which schedules nothing.</summary>
    private static bool IsService(IMethodSymbol method) =>
        method.FullNamespace().StartsWith("Microsoft.Extensions.DependencyInjection", StringComparison.Ordinal)
        && !method.Name.Contains("Job");

    /// <summary>The call itself, what stands in its arguments, or what the method of this compilation that it leads to does.</summary>
    private static ImmutableArray<IInvocationOperation> Repeating(Picture picture, IInvocationOperation call)
    {
        var inside = call.DescendantsAndSelf().OfType<IInvocationOperation>();
        if (call.TargetMethod.IsInSource())
        {
            inside = inside.Concat(picture.Tracer.Bodies.BodiesOf(call.TargetMethod).SelectMany(static b => BodyIndex.Of(b).Invocations));
        }

        return inside.Where(c => Repeats(picture, c)).ToImmutableArray();
    }

    private static bool Repeats(Picture picture, IInvocationOperation call)
    {
        if (!picture.Sdks.TryGetFact<RepeatFact>(call.TargetMethod, out _))
        {
            return false;
        }

        // A simple schedule runs once, unless it says how often it repeats.
        return call.TargetMethod.Name != "WithSimpleSchedule"
            || call.TargetMethod.Parameters.Any(static p => p.Name == "interval")
            || call.Descendants()
                .OfType<IInvocationOperation>()
                .Any(static c =>
                    c.TargetMethod.Name is "RepeatForever" or "WithRepeatCount"
                    || c.TargetMethod.Name.StartsWith("Repeat", StringComparison.Ordinal)
                );
    }

    /// <summary>The chain of calls that goes on behind the registration ends it after one run.</summary>
    private static bool IsOnce(IInvocationOperation call)
    {
        for (var o = call.Parent; o is IInvocationOperation or IConversionOperation or IArgumentOperation; o = o.Parent)
        {
            if (o is IInvocationOperation { TargetMethod.Name: "Once" })
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOneShot(Picture picture, IOperation timer) =>
        picture
            .TraceThroughCallers(timer, FlowMode.Value, AccessPath.Empty.Push("AutoReset"))
            .Origins.Any(static o => o.Operation.ConstantValue is { HasValue: true, Value: false });

    private static Period IntervalOf(Picture picture, IOperation? timer) =>
        timer is not null
        && picture.TraceThroughCallers(timer, FlowMode.Value).Origins is [{ Operation: IObjectCreationOperation creation }]
        && creation.ArgumentNamed("interval") is { } interval
            ? PeriodReader.Read(picture, interval)
            : Period.Unknown;
}
