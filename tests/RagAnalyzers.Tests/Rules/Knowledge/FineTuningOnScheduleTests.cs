namespace RagAnalyzers.Tests.Rules.Knowledge;

/// <summary>RAG1002: timers that call back, through methods, lambdas, classes and interfaces.</summary>
public sealed class FineTuningOnScheduleTests
{
    [Theory]
    [InlineData("OnTick")]
    [InlineData("_ => OnTick(null)")]
    [InlineData("async _ => await trainer.TrainAsync()")]
    [InlineData("async state => { try { await trainer.TrainAsync(); } catch (Exception e) { Console.Error.WriteLine(e); } }")]
    public Task Threading_timer(string callback) =>
        Scheduled.Reported(
            $$"""
            public sealed class Nightly(Trainer trainer) : IHostedService, IDisposable
            {
                private Timer? _timer;

                public Task StartAsync(CancellationToken cancellationToken)
                {
                    _timer = {|#1:new Timer({{callback}}, null, TimeSpan.Zero, TimeSpan.FromHours(24))|};
                    return Task.CompletedTask;
                }

                public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

                public void Dispose() => _timer?.Dispose();

                private async void OnTick(object? state) => await trainer.TrainAsync();
            }
            """,
            "Timer"
        );

    [Theory]
    [InlineData("Timeout.InfiniteTimeSpan")]
    [InlineData("TimeSpan.Zero")]
    public Task Timer_that_fires_once(string period) =>
        Scheduled.Silent(
            $$"""
            public sealed class Later(Trainer trainer)
            {
                public Timer Start() => new Timer(async _ => await trainer.TrainAsync(), null, TimeSpan.FromHours(1), {{period}});
                public Timer Start(int wait) => new Timer(async _ => await trainer.TrainAsync(), null, wait, Timeout.Infinite);
            }
            """
        );

    [Fact]
    public Task Time_provider() =>
        Scheduled.Reported(
            """
            public sealed class Nightly(Trainer trainer, TimeProvider time)
            {
                public ITimer Start(TimeSpan period) => {|#1:time.CreateTimer|}(_ => trainer.TrainAsync(), null, period, period);
            }
            """,
            "TimeProvider.CreateTimer"
        );

    [Theory]
    [InlineData("async (_, _) => await trainer.TrainAsync()")]
    [InlineData("OnElapsed")]
    public Task Timers_timer(string handler) =>
        Scheduled.Reported(
            $$"""
            public sealed class Nightly(Trainer trainer)
            {
                private readonly System.Timers.Timer _timer = new(TimeSpan.FromDays(1).TotalMilliseconds);

                public void Start()
                {
                    {|#1:_timer.Elapsed|} += {{handler}};
                    _timer.Start();
                }

                private async void OnElapsed(object? sender, System.Timers.ElapsedEventArgs e) => await trainer.TrainAsync();
            }
            """,
            "Timer.Elapsed"
        );

    [Fact]
    public Task Timers_timer_that_elapses_once() =>
        Scheduled.Silent(
            """
            public sealed class Later(Trainer trainer)
            {
                public void Start()
                {
                    var timer = new System.Timers.Timer(1000) { AutoReset = false };
                    timer.Elapsed += async (_, _) => await trainer.TrainAsync();
                    timer.Start();
                }
            }
            """
        );

    [Fact]
    public Task Timer_that_works_off_a_queue() =>
        Scheduled.Silent(
            """
            public sealed class Drain(Trainer trainer)
            {
                private readonly Queue<string> _asked = new();
                public Timer Start() => new Timer(OnTick, null, TimeSpan.Zero, TimeSpan.FromHours(1));
                private async void OnTick(object? state) { while (_asked.TryDequeue(out var file)) await trainer.TrainAsync(file); }
            }
            """
        );

    [Fact]
    public Task Other_callbacks_are_no_schedule() =>
        Scheduled.Silent(
            """
            public sealed class Buttons(Trainer trainer)
            {
                public event EventHandler? Elapsed;
                public void Wire(Lazy<Task> lazy) => Elapsed += async (_, _) => await trainer.TrainAsync();
                public Thread Once() => new Thread(() => trainer.TrainAsync().Wait());
            }
            """
        );

    [Fact]
    public Task Through_classes_and_an_interface_with_one_implementation() =>
        Scheduled.Reported(
            """
            public interface IRetraining { Task RunAsync(CancellationToken token); }

            public sealed class Retraining(Trainer trainer) : IRetraining
            {
                public async Task RunAsync(CancellationToken token)
                {
                    await PrepareAsync();
                    await StartAsync(token);
                }

                private Task PrepareAsync() => Task.CompletedTask;
                private async Task StartAsync(CancellationToken token) => await trainer.TrainAsync("file-1", token);
            }

            public sealed class Worker(IRetraining retraining) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    using PeriodicTimer timer = new(TimeSpan.FromDays(1));
                    while (await {|#1:timer.WaitForNextTickAsync|}(stoppingToken))
                        await retraining.RunAsync(stoppingToken);
                }
            }
            """,
            "PeriodicTimer.WaitForNextTickAsync in a loop"
        );

    [Fact]
    public Task Interface_with_two_implementations() =>
        Scheduled.Silent(
            """
            public interface IStep { Task RunAsync(); }
            public sealed class Retraining(Trainer trainer) : IStep { public Task RunAsync() => trainer.TrainAsync(); }
            public sealed class CleaningUp : IStep { public Task RunAsync() => Task.CompletedTask; }

            public sealed class Worker(IStep step) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    while (!stoppingToken.IsCancellationRequested) { await step.RunAsync(); await Task.Delay(TimeSpan.FromHours(1)); }
                }
            }
            """
        );

    [Fact]
    public Task A_schedule_beside_a_request_is_a_schedule() =>
        Scheduled.Reported(
            """
            public sealed class Endpoint(Trainer trainer) { public Task PostAsync() => trainer.TrainAsync(); }

            public sealed class Worker(Trainer trainer) : BackgroundService
            {
                protected override async Task ExecuteAsync(CancellationToken stoppingToken)
                {
                    while (true) { await trainer.TrainAsync(); await {|#1:Task.Delay|}(TimeSpan.FromDays(1), stoppingToken); }
                }
            }
            """,
            "Task.Delay in a loop"
        );

    [Fact]
    public Task Methods_that_call_each_other_end_the_search() =>
        Scheduled.Silent(
            """
            public sealed class Circle(Trainer trainer)
            {
                public async Task AAsync() { await trainer.TrainAsync(); await BAsync(); }
                public async Task BAsync() => await AAsync();
            }
            """
        );

    [Fact]
    public Task Types_of_the_same_names() =>
        Scheduled.Silent(
            """
            namespace Mine
            {
                public sealed class Timer { public Timer(Action<object?> callback, object? state, int dueTime, int period) { } }
                public sealed class PeriodicTimer { public Task<bool> WaitForNextTickAsync() => Task.FromResult(false); }
                public static class Task2 { public static Task Delay(int milliseconds) => Task.CompletedTask; }

                public sealed class Worker(Trainer trainer)
                {
                    public Timer Start() => new Timer(_ => trainer.TrainAsync(), null, 0, 1000);
                    public async Task RunAsync(PeriodicTimer timer) { while (await timer.WaitForNextTickAsync()) { await trainer.TrainAsync(); } }
                    public async Task LoopAsync() { while (true) { await trainer.TrainAsync(); await Task2.Delay(1000); } }
                }
            }
            """
        );
}
