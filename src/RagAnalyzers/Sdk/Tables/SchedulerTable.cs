using System.Collections.Immutable;

namespace RagAnalyzers.Sdk.Tables;

/// <summary>
/// What runs code again and again (the framework's timers and delays, Quartz, Hangfire, Coravel, Azure Functions), and what hands out
/// work that somebody asked for.
/// </summary>
internal static class SchedulerTable
{
    public static ImmutableArray<SdkEntry> Entries { get; } =
        new SdkTable(SdkKind.Scheduling)
            .Type("System.Threading.Tasks.Task")
            .Pauses(["Delay"], "delay")
            .Pauses(["Delay"], "millisecondsDelay")
            .Type("System.Threading.Thread")
            .Pauses(["Sleep"], "timeout")
            .Pauses(["Sleep"], "millisecondsTimeout")
            .Type("System.Threading.PeriodicTimer")
            .Pauses(["WaitForNextTickAsync"])
            .Type("System.Threading.Timer")
            .Recurs(SdkTable.Constructor, function: ["callback"], period: "period")
            .Type("System.TimeProvider")
            .Recurs("CreateTimer", function: ["callback"], period: "period")
            .Type("System.Timers.Timer")
            .Recurs("Elapsed", function: [])
            .Type("Quartz.IJob")
            .ScheduledEntry("Execute")
            .Type("Quartz.TriggerConfiguratorExtensions")
            .Repeats(
                "WithCronSchedule",
                "WithSimpleSchedule",
                "WithCalendarIntervalSchedule",
                "WithDailyTimeIntervalSchedule",
                "WithRecurrenceSchedule"
            )
            .Type("Quartz.TriggerExtensions")
            .Repeats(
                "WithCronSchedule",
                "WithSimpleSchedule",
                "WithCalendarIntervalSchedule",
                "WithDailyTimeIntervalSchedule",
                "WithRecurrenceSchedule"
            )
            .Type("Quartz.CronScheduleTriggerBuilderExtensions")
            .Repeats("WithCronSchedule")
            .Type("Quartz.SimpleScheduleTriggerBuilderExtensions")
            .Repeats("WithSimpleSchedule")
            .Type("Quartz.CalendarIntervalTriggerBuilderExtensions")
            .Repeats("WithCalendarIntervalSchedule")
            .Type("Quartz.DailyTimeIntervalTriggerBuilderExtensions")
            .Repeats("WithDailyTimeIntervalSchedule")
            .Type("Quartz.RecurrenceTriggerBuilderExtensions")
            .Repeats("WithRecurrenceSchedule")
            .Type("Hangfire.RecurringJob")
            .Recurs("AddOrUpdate", function: ["methodCall"], period: "cronExpression")
            .Type("Hangfire.RecurringJobManagerExtensions")
            .Recurs("AddOrUpdate", function: ["methodCall"], period: "cronExpression")
            .Recurs("AddOrUpdate", function: ["job"], period: "cronExpression")
            .Type("Hangfire.IRecurringJobManager")
            .Recurs("AddOrUpdate", function: ["job"], period: "cronExpression")
            .Type("Coravel.Invocable.IInvocable")
            .ScheduledEntry("Invoke")
            .Type("Coravel.Scheduling.Schedule.Interfaces.IScheduler")
            .Recurs("Schedule", function: ["actionToSchedule"])
            .Recurs("ScheduleAsync", function: ["asyncTaskToSchedule"])
            .Repeats("Schedule", "ScheduleWithParams", "ScheduleInvocableType")
            .Type("Microsoft.Azure.Functions.Worker.TimerTriggerAttribute")
            .SchedulesFunctions("schedule")
            .Type("Microsoft.Azure.WebJobs.TimerTriggerAttribute")
            .SchedulesFunctions("scheduleExpression")
            .Type("System.Threading.Channels.ChannelReader`1")
            .TakesWork("ReadAsync", "ReadAllAsync", "WaitToReadAsync", "TryRead")
            .Type("System.Collections.Concurrent.BlockingCollection`1")
            .TakesWork("Take", "TryTake", "GetConsumingEnumerable")
            .Type("System.Collections.Concurrent.ConcurrentQueue`1")
            .TakesWork("TryDequeue")
            .Type("System.Collections.Generic.Queue`1")
            .TakesWork("Dequeue", "TryDequeue")
            .Type("System.Net.HttpListener")
            .TakesWork("GetContext", "GetContextAsync")
            .ToEntries();
}
