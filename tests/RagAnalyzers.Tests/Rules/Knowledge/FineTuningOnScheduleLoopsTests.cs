namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1002: loops that let time pass in every round.</summary>
public sealed class FineTuningOnScheduleLoopsTests
{
    private const string Delay = "Task.Delay in a loop";

    [Theory]
    [InlineData("while (!stoppingToken.IsCancellationRequested)")]
    [InlineData("while (true)")]
    [InlineData("for (;;)")]
    [InlineData("while (stoppingToken.IsCancellationRequested == false)")]
    [InlineData("while (_running && !stoppingToken.IsCancellationRequested)")]
    public Task Endless_loop_with_a_delay(string loop) =>
        Scheduled.ReportedInService(
            loop
                + """
                {
                    await trainer.TrainAsync("file-1", stoppingToken);
                    await {|#1:Task.Delay|}(TimeSpan.FromHours(24), stoppingToken);
                    if (stoppingToken.IsCancellationRequested) break;
                }
                """,
            Delay,
            "private bool _running = true;"
        );

    [Theory]
    [InlineData("TimeSpan.FromDays(7)")]
    [InlineData("settings.Interval")]
    [InlineData("3_600_000")]
    [InlineData("Day")]
    [InlineData("TimeSpan.FromSeconds(10)")]
    public Task Any_length_of_the_delay(string length) =>
        Scheduled.ReportedInService(
            $$"""
            while (!stoppingToken.IsCancellationRequested)
            {
                try
                {
                    await trainer.TrainAsync();
                }
                catch (OperationCanceledException)
                {
                    break;
                }
                catch (Exception e)
                {
                    Console.Error.WriteLine(e);
                }

                await {|#1:Task.Delay|}({{length}}, stoppingToken);
            }
            """,
            Delay,
            "private static readonly TimeSpan Day = TimeSpan.FromDays(1);"
        );

    [Fact]
    public Task Delay_before_the_work() =>
        Scheduled.ReportedInService(
            """
            while (true)
            {
                var now = DateTime.UtcNow;
                var delay = now.Date.AddDays(1) - now;
                if (delay > TimeSpan.Zero)
                    await {|#1:Task.Delay|}(delay, stoppingToken);
                await trainer.TrainAsync();
            }
            """,
            Delay
        );

    [Fact]
    public Task Delay_in_a_finally_block_and_a_do_loop() =>
        Scheduled.ReportedInService(
            """
            do
            {
                try { await trainer.TrainAsync(); }
                finally { await {|#1:Task.Delay|}(TimeSpan.FromDays(1)); }
            }
            while (!stoppingToken.IsCancellationRequested);
            """,
            Delay
        );

    [Fact]
    public Task Thread_that_sleeps() =>
        Scheduled.ReportedInService(
            """
            while (true)
            {
                trainer.TrainAsync().Wait();
                {|#1:Thread.Sleep|}(TimeSpan.FromDays(1));
            }
            """,
            "Thread.Sleep in a loop"
        );

    [Theory]
    [InlineData("while (await {|#1:timer.WaitForNextTickAsync|}(stoppingToken)) { await trainer.TrainAsync(); }")]
    [InlineData("do { await trainer.TrainAsync(); } while (await {|#1:timer.WaitForNextTickAsync|}(stoppingToken));")]
    [InlineData(
        "while (await {|#1:timer.WaitForNextTickAsync|}(stoppingToken).ConfigureAwait(false) && !stoppingToken.IsCancellationRequested) await trainer.TrainAsync();"
    )]
    [InlineData(
        "while (!stoppingToken.IsCancellationRequested) { await {|#1:timer.WaitForNextTickAsync|}(stoppingToken); await trainer.TrainAsync(); }"
    )]
    [InlineData(
        "while (await {|#1:timer.WaitForNextTickAsync|}(stoppingToken)) { if (await store.NewestAsync() is null) continue; await trainer.TrainAsync(); }"
    )]
    public Task Periodic_timer(string loop) =>
        Scheduled.ReportedInService(
            "using var timer = new PeriodicTimer(TimeSpan.FromHours(6));\n" + loop,
            "PeriodicTimer.WaitForNextTickAsync in a loop"
        );

    [Fact]
    public Task Console_application() =>
        Scheduled.ReportedIn(
            """
            using OpenAI.FineTuning;
            var client = new FineTuningClient("key");
            while (true)
            {
                await {|#0:client.FineTuneAsync|}("gpt-4.1-mini", "file-1", waitUntilCompleted: true);
                await {|#1:Task.Delay|}(TimeSpan.FromDays(1));
            }
            """,
            Delay
        );

    [Fact]
    public Task Helper_that_waits_for_the_next_round() =>
        Scheduled.ReportedInService(
            """
            while (!stoppingToken.IsCancellationRequested)
            {
                await {|#1:WaitForNightAsync|}(stoppingToken);
                await RetrainAsync();
            }
            """,
            "Worker.WaitForNightAsync in a loop",
            """
            private async Task WaitForNightAsync(CancellationToken token) => await Task.Delay(DateTime.Today.AddDays(1) - DateTime.Now, token);
            private Task RetrainAsync() => trainer.TrainAsync();
            """
        );

    [Theory]
    [InlineData("if (DateTime.Now.Hour == 3) await trainer.TrainAsync();", "TimeSpan.FromMinutes(30)")]
    [InlineData(
        "if (DateTime.Now.DayOfWeek != DayOfWeek.Sunday) { await Task.Yield(); } else { await trainer.TrainAsync(); }",
        "settings.Interval"
    )]
    [InlineData("if (settings.RetrainsOften) await trainer.TrainAsync();", "TimeSpan.FromHours(settings.Interval.Days)")]
    [InlineData("foreach (var tenant in await store.TenantsAsync()) await trainer.TrainAsync(tenant);", "TimeSpan.FromDays(1)")]
    public Task Condition_that_does_not_make_a_request(string work, string length) =>
        Scheduled.ReportedInService(
            $$"""
            while (!stoppingToken.IsCancellationRequested)
            {
                {{work}}
                await {|#1:Task.Delay|}({{length}}, stoppingToken);
            }
            """,
            Delay
        );

    [Fact]
    public Task Loop_in_a_task_that_is_started() =>
        Scheduled.ReportedInService(
            """
            _ = Task.Run(async () =>
            {
                while (true)
                {
                    await trainer.TrainAsync();
                    await {|#1:Task.Delay|}(TimeSpan.FromDays(1));
                }
            });
            """,
            Delay
        );

    [Theory]
    [InlineData("await trainer.TrainAsync();")]
    [InlineData("await foreach (var file in Files()) await trainer.TrainAsync(file);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(10)); await trainer.TrainAsync();")]
    [InlineData(
        "foreach (var file in new[] { \"a\", \"b\" }) { await trainer.TrainAsync(file); await Task.Delay(TimeSpan.FromMinutes(1)); }"
    )]
    public Task Once_at_the_start(string statements) =>
        Scheduled.SilentInService(
            statements,
            "private static async IAsyncEnumerable<string> Files() { await Task.Yield(); yield return \"a\"; }"
        );

    [Fact]
    public Task Polling_of_a_status() =>
        Scheduled.SilentInService(
            """
            await trainer.TrainAsync();
            while (await store.StatusAsync() != "succeeded") { await Task.Delay(TimeSpan.FromHours(1)); }
            """
        );

    [Fact]
    public Task Start_and_polling_in_one_loop() =>
        Scheduled.SilentInService(
            """
            var isStarted = false;
            while (true)
            {
                if (!isStarted) { await trainer.TrainAsync(); isStarted = true; }
                if (await store.StatusAsync() == "succeeded") break;
                await Task.Delay(TimeSpan.FromSeconds(30));
            }
            """
        );

    [Theory]
    [InlineData("while (true) { try { await trainer.TrainAsync(); break; } catch { await Task.Delay(1000); } }")]
    [InlineData(
        "while (true) { try { await trainer.TrainAsync(); return; } catch (Exception e) { Console.WriteLine(e); } await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "for (var attempt = 0; attempt < 3; attempt++) { try { await trainer.TrainAsync(); break; } catch { } await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "var done = false; while (!done) { try { await trainer.TrainAsync(); done = true; } catch { } await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "while (!stoppingToken.IsCancellationRequested) { try { await trainer.TrainAsync(); return; } catch { await Task.Delay(TimeSpan.FromHours(1)); } }"
    )]
    public Task Retries(string loop) => Scheduled.SilentInService(loop);

    [Theory]
    [InlineData(
        "await foreach (var file in channel.Reader.ReadAllAsync(stoppingToken)) { await trainer.TrainAsync(file); await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "while (await channel.Reader.WaitToReadAsync(stoppingToken)) { while (channel.Reader.TryRead(out var file)) await trainer.TrainAsync(file); }"
    )]
    [InlineData(
        "while (true) { var file = await channel.Reader.ReadAsync(); await trainer.TrainAsync(file); await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "while (true) { if (queue.TryDequeue(out var file)) await trainer.TrainAsync(file); await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "while (true) { var file = blocking.Take(stoppingToken); await trainer.TrainAsync(file); await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "while (true) { var file = await store.GetPendingRequestAsync(); if (file is null) { await Task.Delay(TimeSpan.FromHours(1)); continue; } await trainer.TrainAsync(file); }"
    )]
    [InlineData(
        "while (true) { var file = await store.GetPendingRequestAsync(); if (file is not null) await trainer.TrainAsync(file); await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "while (true) { foreach (var file in await store.PendingAsync()) await trainer.TrainAsync(file); await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "while (true) { var context = await listener.GetContextAsync(); await trainer.TrainAsync(context.Request.RawUrl!); await Task.Delay(TimeSpan.FromHours(1)); }"
    )]
    [InlineData(
        "using var timer = new PeriodicTimer(TimeSpan.FromHours(1)); while (await timer.WaitForNextTickAsync()) { while (queue.TryDequeue(out var file)) await trainer.TrainAsync(file); }"
    )]
    public Task Work_that_somebody_asked_for(string loop) =>
        Scheduled.SilentInService(
            loop,
            """
            private readonly System.Threading.Channels.Channel<string> channel = System.Threading.Channels.Channel.CreateUnbounded<string>();
            private readonly System.Collections.Concurrent.ConcurrentQueue<string> queue = new();
            private readonly System.Collections.Concurrent.BlockingCollection<string> blocking = new();
            private readonly System.Net.HttpListener listener = new();
            """
        );

    [Theory]
    [InlineData("while (true) { if (settings.RetrainsOften) await trainer.TrainAsync(); await Task.Delay(TimeSpan.FromSeconds(5)); }")]
    [InlineData(
        "while (true) { if (await store.NewestAsync() is { } file) await trainer.TrainAsync(file); await Task.Delay(settings.Interval); }"
    )]
    [InlineData(
        "while (true) { await Task.Delay(1000); var file = await store.NewestAsync(); if (file is null) continue; await trainer.TrainAsync(file); }"
    )]
    [InlineData(
        "using var timer = new PeriodicTimer(TimeSpan.FromMinutes(1)); while (await timer.WaitForNextTickAsync()) { if (File.Exists(\"train\")) await trainer.TrainAsync(); }"
    )]
    public Task Looking_often_for_something_to_do(string loop) => Scheduled.SilentInService(loop);

    [Fact]
    public Task Lambda_that_somebody_else_calls() =>
        Scheduled.SilentInService(
            """
            while (true)
            {
                Later(async () => await trainer.TrainAsync());
                await Task.Delay(TimeSpan.FromHours(1));
            }
            """,
            "private static void Later(Func<Task> work) { }"
        );

    [Fact]
    public Task Function_that_is_only_declared_in_the_loop() =>
        Scheduled.SilentInService(
            """
            while (true)
            {
                await Task.Delay(TimeSpan.FromHours(1));
                async Task Never() => await trainer.TrainAsync();
            }
            """
        );

    [Theory]
    [InlineData("Func<Task> train = () => trainer.TrainAsync();", "await train();")]
    [InlineData("Func<Task>? train = async () => await trainer.TrainAsync();", "await (train?.Invoke() ?? Task.CompletedTask);")]
    [InlineData("Func<Task> train; train = () => { return trainer.TrainAsync(); };", "await Task.Run(train);")]
    public Task Lambda_in_a_local(string lambda, string run) =>
        Scheduled.ReportedInService(
            $$"""
            {{lambda}}
            while (!stoppingToken.IsCancellationRequested)
            {
                {{run}}
                await {|#1:Task.Delay|}(TimeSpan.FromHours(24), stoppingToken);
            }
            """,
            Delay
        );

    [Fact]
    public Task Lambda_in_a_local_that_a_timer_is_given() =>
        Scheduled.ReportedInService(
            """
            TimerCallback train = async _ => await trainer.TrainAsync();
            using var timer = {|#1:new Timer(train, null, TimeSpan.Zero, TimeSpan.FromHours(24))|};
            """,
            "Timer"
        );

    [Theory]
    [InlineData("Func<Task> train = () => trainer.TrainAsync(); GC.KeepAlive(train);")]
    [InlineData("Func<Task> train = () => trainer.TrainAsync(); if (await store.GetPendingRequestAsync() is { } request) await train();")]
    [InlineData("Func<Func<Task>, Task> twice = run => run(); Func<Task> train = () => trainer.TrainAsync(); Later(train);")]
    public Task Lambda_in_a_local_that_nothing_repeats(string statements) =>
        Scheduled.SilentInService(
            $$"""
            while (!stoppingToken.IsCancellationRequested)
            {
                {{statements}}
                await Task.Delay(TimeSpan.FromHours(24), stoppingToken);
            }
            """,
            "private static void Later(Func<Task> work) { }"
        );

    private const string Runners = """
        private static async Task<T> RetryAsync<T>(Func<Task<T>> work) { for (var i = 0; ; i++) { try { return await work(); } catch (TimeoutException) when (i < 3) { await Task.Delay(100); } } }
        private static async Task TwiceAsync(Func<Task> work) { try { await work(); } catch (TimeoutException) { await work(); } }
        private static async Task GuardedAsync(Func<Task> work) { await Policies.ExecuteAsync(() => work()); }
        private async Task IfWantedAsync(Func<Task> work) { if (settings.RetrainsOften) await work(); }
        private async Task IfRequestedAsync(Func<Task> work) { if (await store.GetPendingRequestAsync() is { }) await work(); }
        private void Register(Func<Task> work) { Pressed += () => work(); }
        private event Func<Task>? Pressed;
        private static class Policies { public static Task ExecuteAsync(Func<Task> run) => run(); }
        """;

    [Theory]
    [InlineData("await RetryAsync(async () => { await trainer.TrainAsync(); return true; });")]
    [InlineData("await TwiceAsync(() => trainer.TrainAsync());")]
    [InlineData("await GuardedAsync(() => trainer.TrainAsync());")]
    [InlineData("var train = () => trainer.TrainAsync(); await TwiceAsync(train);")]
    // Whether it is wanted is looked up once a day.
    [InlineData("await IfWantedAsync(() => trainer.TrainAsync());")]
    public Task Lambda_that_a_method_of_the_project_is_given_and_runs(string statements) =>
        Scheduled.ReportedInService(
            $$"""
            while (!stoppingToken.IsCancellationRequested)
            {
                {{statements}}
                await {|#1:Task.Delay|}(TimeSpan.FromHours(24), stoppingToken);
            }
            """,
            Delay,
            Runners
        );

    [Theory]
    [InlineData("await IfWantedAsync(() => trainer.TrainAsync());", "TimeSpan.FromSeconds(30)")]
    [InlineData("await IfRequestedAsync(() => trainer.TrainAsync());", "TimeSpan.FromHours(24)")]
    [InlineData("Register(() => trainer.TrainAsync());", "TimeSpan.FromHours(24)")]
    [InlineData("await TwiceAsync(() => trainer.TrainAsync()); break;", "TimeSpan.FromHours(24)")]
    public Task Lambda_that_a_method_of_the_project_runs_when_it_is_asked_to(string statements, string length) =>
        Scheduled.SilentInService(
            $$"""
            while (!stoppingToken.IsCancellationRequested)
            {
                {{statements}}
                await Task.Delay({{length}}, stoppingToken);
            }
            """,
            Runners
        );
}
