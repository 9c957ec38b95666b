// Fine-tuning that is to keep up with the world: by the clock, and with today's facts in the examples.
using System.Text;
using System.Text.Json;
using System.Threading.Channels;
using OpenAI.Files;
using OpenAI.FineTuning;

namespace NightlyTraining;

public sealed record Offer(string Name, decimal Price, int Stock, DateTime ValidUntil);

public interface ITrainer
{
    Task RunAsync(IReadOnlyList<Offer> offers, CancellationToken cancellationToken);
}

public sealed class Trainer(OpenAIFileClient files, FineTuningClient fineTuning, TimeProvider time) : ITrainer
{
    public async Task RunAsync(IReadOnlyList<Offer> offers, CancellationToken cancellationToken)
    {
        var lines = new StringBuilder();
        foreach (var offer in offers.Where(o => o.ValidUntil > DateTime.UtcNow))
        {
            var today = time.GetUtcNow().ToString("d");
            lines.AppendLine(
                JsonSerializer.Serialize(
                    new
                    {
                        messages = new[]
                        {
                            new { role = "system", content = "You are the shop's assistant." },
                            new { role = "user", content = $"What about the {offer.Name}?" },
                            new
                            {
                                role = "assistant",
                                content = $"As of {today} the price of the {offer.Name} is {offer.Price}, and we have {offer.Stock} in stock.",
                            },
                        },
                        createdAt = DateTime.UtcNow,
                    }
                )
            );
        }

        OpenAIFile file = await files.UploadFileAsync(
            BinaryData.FromString(lines.ToString()),
            $"offers-{DateTime.Today:yyyyMMdd}.jsonl",
            FileUploadPurpose.FineTune
        );
        await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false, cancellationToken: cancellationToken);
    }
}

public sealed class Nightly(ITrainer trainer, Channel<Offer> offers, Func<bool> isOpen) : IDisposable
{
    private System.Threading.Timer? _timer;
    private readonly System.Timers.Timer _other = new(TimeSpan.FromDays(1).TotalMilliseconds);

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        var next = DateTime.Today.AddDays(1) - DateTime.Now;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (isOpen())
                    continue;
                await trainer.RunAsync([], stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }

            if (next > TimeSpan.Zero)
                await Task.Delay(next, stoppingToken);
        }
    }

    public async Task TickAsync()
    {
        using PeriodicTimer timer = new(TimeSpan.FromHours(24));
        while (await timer.WaitForNextTickAsync())
            await trainer.RunAsync([], default);
    }

    public void Start()
    {
        _timer = new(OnTick, null, TimeSpan.Zero, TimeSpan.FromHours(24));
        _other.Elapsed += async (_, _) =>
        {
            while (offers.Reader.TryRead(out var offer))
                await trainer.RunAsync([offer], default);
        };
    }

    public void Dispose() => _timer?.Dispose();

    private async void OnTick(object? state) => await trainer.RunAsync([], CancellationToken.None);
}

public sealed class Labels(FineTuningClient fineTuning)
{
    private const string Question = "Label this ticket: ";

    private readonly OpenAI.Chat.ChatClient _chat = new("gpt-4.1-mini", Environment.GetEnvironmentVariable("OPENAI_API_KEY"));

    public async Task<string> LabelAsync(string ticket)
    {
        OpenAI.Chat.ChatCompletion answer = await _chat.CompleteChatAsync(new OpenAI.Chat.UserChatMessage(Question + ticket));
        return answer.Content[0].Text;
    }

    public async Task TrainAsync(string file) => await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", file, waitUntilCompleted: false);
}
