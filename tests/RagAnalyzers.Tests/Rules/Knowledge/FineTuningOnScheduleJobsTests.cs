using RagAnalyzers.Tests.Sdk;
using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1002: Quartz, Hangfire, Coravel and functions that a timer triggers.</summary>
public sealed class FineTuningOnScheduleJobsTests
{
    private const string QuartzJob = """
        public sealed class RetrainJob(Trainer trainer) : IJob
        {
            public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await trainer.TrainAsync();
        }

        """;

    private const string Quartz3Job = """
        public sealed class RetrainJob(Trainer trainer) : IJob
        {
            public async Task Execute(IJobExecutionContext context) => await trainer.TrainAsync();
        }

        """;

    private const string Invocable = """
        public sealed class Retrain(Trainer trainer) : IInvocable
        {
            public Task Invoke() => trainer.TrainAsync();
        }

        """;

    [Theory]
    [InlineData("{|#1:TriggerBuilder.Create().WithCronSchedule|}(\"0 0 3 * * ?\").Build()", "WithCronSchedule")]
    [InlineData(
        "{|#1:TriggerBuilder.Create().WithSimpleSchedule|}(s => s.WithInterval(TimeSpan.FromHours(24)).RepeatForever()).Build()",
        "WithSimpleSchedule"
    )]
    [InlineData("{|#1:TriggerBuilder.Create().WithCalendarIntervalSchedule|}(s => { }).Build()", "WithCalendarIntervalSchedule")]
    [InlineData("{|#1:TriggerBuilder.Create().WithDailyTimeIntervalSchedule|}(s => { }).Build()", "WithDailyTimeIntervalSchedule")]
    public Task Quartz_trigger(string trigger, string name) =>
        Scheduled.Reported(
            QuartzJob
                + $$"""
                public static class Setup
                {
                    public static async Task AddAsync(IScheduler scheduler)
                    {
                        var job = JobBuilder.Create<RetrainJob>().WithIdentity("retrain").Build();
                        var trigger = {{trigger}};
                        await scheduler.ScheduleJob(job, trigger);
                    }
                }
                """,
            name,
            "using Quartz;"
        );

    [Fact]
    public Task Quartz_3_in_services() =>
        Scheduled.Reported(
            Quartz3Job
                + """
                public static class Setup
                {
                    public static void Add(IServiceCollectionQuartzConfigurator q)
                    {
                        var key = new JobKey("retrain");
                        q.AddJob<RetrainJob>(o => o.WithIdentity(key));
                        q.AddTrigger(o => {|#1:o.ForJob(key).WithCronSchedule|}("0 0 3 * * ?"));
                    }
                }
                """,
            "WithCronSchedule",
            "using Quartz;",
            ReferenceSets.Quartz3
        );

    [Fact]
    public Task Quartz_3_helper_for_all_jobs() =>
        Scheduled.Reported(
            Quartz3Job
                + """
                public static class Setup
                {
                    public static void Add(IServiceCollectionQuartzConfigurator q) => q.AddJobAndTrigger<RetrainJob>("0 0 3 * * ?");

                    private static void AddJobAndTrigger<T>(this IServiceCollectionQuartzConfigurator q, string cron) where T : IJob
                    {
                        var key = new JobKey(typeof(T).Name);
                        q.AddJob<T>(o => o.WithIdentity(key));
                        q.AddTrigger(o => {|#1:o.ForJob(key).WithCronSchedule|}(cron));
                    }
                }
                """,
            "WithCronSchedule",
            "using Quartz;",
            ReferenceSets.Quartz3
        );

    [Fact]
    public Task Quartz_3_in_one_registration() =>
        Scheduled.Reported(
            Quartz3Job
                + """
                public sealed class Other : IJob { public Task Execute(IJobExecutionContext context) => Task.CompletedTask; }
                public static class Setup
                {
                    public static void Add(IServiceCollectionQuartzConfigurator q)
                    {
                        q.AddJob<Other>(o => o.StoreDurably());
                        q.ScheduleJob<RetrainJob>(t => {|#1:t.WithSimpleSchedule|}(s => s.WithIntervalInHours(24).RepeatForever()));
                    }
                }
                """,
            "WithSimpleSchedule",
            "using Quartz;",
            ReferenceSets.Quartz3
        );

    [Theory]
    [InlineData("q.AddJob<RetrainJob>(o => o.StoreDurably()); q.ScheduleJob<Other>(t => t.WithCronSchedule(\"0 0 3 * * ?\"));")]
    [InlineData("q.ScheduleJob<RetrainJob>(t => t.StartNow());")]
    [InlineData("q.ScheduleJob<RetrainJob>(t => t.WithSimpleSchedule(s => s.WithMisfireHandlingInstructionFireNow()));")]
    [InlineData("")]
    public Task Quartz_job_that_runs_on_demand_or_once(string registration) =>
        Scheduled.Silent(
            Quartz3Job
                + $$"""
                public sealed class Other : IJob { public Task Execute(IJobExecutionContext context) => Task.CompletedTask; }
                public static class Setup { public static void Add(IServiceCollectionQuartzConfigurator q) { {{registration}} } }
                """,
            "using Quartz;",
            ReferenceSets.Quartz3
        );

    [Theory]
    [InlineData(
        "{|#1:RecurringJob.AddOrUpdate<Trainer>|}(\"retrain\", t => t.TrainAsync(\"file-1\", CancellationToken.None), Cron.Daily());",
        "RecurringJob.AddOrUpdate"
    )]
    [InlineData(
        "{|#1:RecurringJob.AddOrUpdate|}(\"retrain\", () => trainer.TrainAsync(\"file-1\", CancellationToken.None), \"0 3 * * *\");",
        "RecurringJob.AddOrUpdate"
    )]
    [InlineData(
        "{|#1:manager.AddOrUpdate<Trainer>|}(\"retrain\", t => t.TrainAsync(\"file-1\", CancellationToken.None), cron);",
        "AddOrUpdate"
    )]
    [InlineData(
        "{|#1:manager.AddOrUpdate|}(\"retrain\", Hangfire.Common.Job.FromExpression<Trainer>(t => t.TrainAsync(\"file-1\", CancellationToken.None)), \"0 3 * * *\", new RecurringJobOptions());",
        "IRecurringJobManager.AddOrUpdate"
    )]
    public Task Hangfire_recurring_job(string registration, string name) =>
        Scheduled.Reported(
            $$"""
            public sealed class Setup(Trainer trainer, IRecurringJobManager manager)
            {
                public void Add(string cron) { _ = trainer; _ = manager; {{registration}} }
            }
            """,
            name,
            "using Hangfire;"
        );

    [Theory]
    [InlineData("BackgroundJob.Enqueue<Trainer>(t => t.TrainAsync(\"file-1\", CancellationToken.None));")]
    [InlineData("BackgroundJob.Schedule<Trainer>(t => t.TrainAsync(\"file-1\", CancellationToken.None), TimeSpan.FromHours(1));")]
    [InlineData("RecurringJob.AddOrUpdate<Trainer>(\"retrain\", t => t.TrainAsync(\"file-1\", CancellationToken.None), Cron.Never());")]
    public Task Hangfire_job_that_runs_once(string registration) =>
        Scheduled.Silent($$"""public sealed class Setup { public void Add() { {{registration}} } }""", "using Hangfire;");

    [Theory]
    [InlineData("{|#1:scheduler.Schedule<Retrain>|}().DailyAtHour(3);", "IScheduler.Schedule")]
    [InlineData("{|#1:scheduler.ScheduleInvocableType|}(typeof(Retrain)).Weekly();", "IScheduler.ScheduleInvocableType")]
    [InlineData("{|#1:scheduler.ScheduleAsync|}(async () => await trainer.TrainAsync()).Daily();", "IScheduler.ScheduleAsync")]
    [InlineData("{|#1:scheduler.Schedule|}(() => trainer.TrainAsync().Wait()).Cron(\"0 3 * * *\");", "IScheduler.Schedule")]
    public Task Coravel_schedule(string registration, string name) =>
        Scheduled.Reported(
            Invocable
                + $$"""public sealed class Setup(Trainer trainer) { public void Add(IScheduler scheduler) { _ = trainer; {{registration}} } }""",
            name,
            "using Coravel.Invocable;\nusing Coravel.Queuing.Interfaces;\nusing Coravel.Scheduling.Schedule.Interfaces;"
        );

    [Theory]
    [InlineData("queue.QueueInvocable<Retrain>();")]
    [InlineData("scheduler.Schedule<Retrain>().EverySecond().Once();")]
    [InlineData("services.AddTransient<Retrain>(); scheduler.Schedule<Other>().Daily();")]
    [InlineData("")]
    public Task Coravel_job_that_is_queued_or_runs_once(string registration) =>
        Scheduled.Silent(
            Invocable
                + $$"""
                public sealed class Other : IInvocable { public Task Invoke() => Task.CompletedTask; }
                public sealed class Setup { public void Add(IScheduler scheduler, IQueue queue, IServiceCollection services) { {{registration}} } }
                """,
            "using Microsoft.Extensions.DependencyInjection;\nusing Coravel.Invocable;\nusing Coravel.Queuing.Interfaces;\nusing Coravel.Scheduling.Schedule.Interfaces;"
        );

    [Fact]
    public Task Function_that_a_timer_triggers() =>
        Scheduled.Reported(
            """
            public sealed class Functions(Trainer trainer)
            {
                public Task Nightly([{|#1:TimerTrigger("0 0 3 * * *")|}] object timer) => trainer.TrainAsync();
            }
            """,
            "TimerTrigger",
            "using Microsoft.Azure.Functions.Worker;"
        );

    [Fact]
    public Task Function_in_process() =>
        Scheduled.Reported(
            """
            public sealed class Functions(Trainer trainer)
            {
                public Task Nightly([{|#1:TimerTrigger("0 0 3 * * *")|}] object timer) => trainer.TrainAsync();
            }
            """,
            "TimerTrigger",
            "using Microsoft.Azure.WebJobs;",
            DocumentedSdks.References
        );

    [Theory]
    [InlineData("[TimerTrigger(\"0 */5 * * * *\")] object timer", "if (File.Exists(\"train\")) await trainer.TrainAsync();")]
    [InlineData(
        "[TimerTrigger(\"0 0 3 * * *\")] object timer",
        "var queue = new Queue<string>(); while (queue.TryDequeue(out var file)) await trainer.TrainAsync(file);"
    )]
    [InlineData("[Mine.TimerTrigger] object timer", "await trainer.TrainAsync();")]
    [InlineData("object timer", "await trainer.TrainAsync();")]
    public Task Function_that_works_on_demand(string parameter, string statement) =>
        Scheduled.Silent(
            $$"""
            public sealed class Functions(Trainer trainer) { public async Task Run({{parameter}}) { {{statement}} await Task.Yield(); } }
            namespace Mine { public sealed class TimerTriggerAttribute : Attribute { } }
            """,
            "using Microsoft.Azure.Functions.Worker;"
        );
}
