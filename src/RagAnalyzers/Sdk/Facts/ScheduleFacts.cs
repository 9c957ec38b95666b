using System;
using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Facts;

/// <summary>A call that lets time pass: a delay, or the wait for a timer's next tick.</summary>
/// <param name="Duration">The parameter that says how long, or null when the receiver ticks.</param>
internal sealed record PauseFact(SdkKind Sdk, string? Duration) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        Duration is null ? this
        : Map(Duration, nameOf) is { } duration ? this with { Duration = duration }
        : null;
}

/// <summary>A member that runs a function again and again: a timer's constructor or event, the registration of a recurring job.</summary>
/// <param name="Function">The parameters that carry the function; empty for an event.</param>
/// <param name="Period">The parameter that says how often, or null.</param>
internal sealed record RecurrenceFact(SdkKind Sdk, ImmutableArray<string> Function, string? Period) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf)
    {
        var function = Map(Function, nameOf);
        var period = Map(Period, nameOf);
        return (function.IsEmpty && !Function.IsEmpty) || (period is null && Period is not null)
            ? null
            : this with
            {
                Function = function,
                Period = period,
            };
    }
}

/// <summary>The method of a job that its scheduler runs, on whatever trigger.</summary>
internal sealed record ScheduledEntryFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>A member that lets the job that it is about run again and again.</summary>
internal sealed record RepeatFact(SdkKind Sdk) : SdkFact(Sdk);

/// <summary>The constructor of an attribute that lets a host run the method again and again.</summary>
/// <param name="Schedule">The parameter that says when.</param>
internal sealed record ScheduleAttributeFact(SdkKind Sdk, string Schedule) : SdkFact(Sdk)
{
    public override SdkFact? WithParameters(Func<string, string?> nameOf) =>
        Map(Schedule, nameOf) is { } schedule ? this with { Schedule = schedule } : null;
}

/// <summary>A call that takes, or waits for, a piece of work that somebody asked for.</summary>
internal sealed record WorkRequestFact(SdkKind Sdk) : SdkFact(Sdk);
