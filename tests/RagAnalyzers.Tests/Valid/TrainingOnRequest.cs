// Fine-tuning that somebody asked for, in a service that also does things by the clock.
using System.Threading.Channels;
using OpenAI.Files;
using OpenAI.FineTuning;

namespace TrainingOnRequest;

public sealed record Request(string TrainingFile, string ValidationFile, string Model);

/// <summary>What the tuned model gets right of the examples that were held out.</summary>
public interface IHeldOutEvaluation
{
    Task<double> EvaluateAsync(string modelId, CancellationToken cancellationToken);
}

public sealed class Tuning(OpenAIFileClient files, FineTuningClient fineTuning, IHeldOutEvaluation evaluation)
{
    public async Task<double> RunAsync(Request request, CancellationToken cancellationToken)
    {
        OpenAIFile training = await files.UploadFileAsync(request.TrainingFile, FileUploadPurpose.FineTune);
        OpenAIFile validation = await files.UploadFileAsync(request.ValidationFile, FileUploadPurpose.FineTune);
        var job = await StartAsync(request.Model, training.Id, validation.Id, cancellationToken);
        while (job.Status != FineTuningStatus.Succeeded)
        {
            await Task.Delay(TimeSpan.FromMinutes(1), cancellationToken);
            await job.UpdateStatusAsync();
        }

        return await evaluation.EvaluateAsync(job.Value!, cancellationToken);
    }

    private async Task<FineTuningJob> StartAsync(string model, string training, string validation, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await fineTuning.FineTuneAsync(
                    model,
                    training,
                    waitUntilCompleted: false,
                    new FineTuningOptions { ValidationFile = validation },
                    cancellationToken
                );
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(attempt * 10), cancellationToken);
            }
        }
    }
}

public sealed class TuningService(Channel<Request> requests, Tuning tuning)
{
    private readonly Dictionary<string, double> _scores = [];

    public async Task RunAsync(CancellationToken stoppingToken)
    {
        await foreach (var request in requests.Reader.ReadAllAsync(stoppingToken))
        {
            _scores[request.Model] = await tuning.RunAsync(request, stoppingToken);
            await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
        }
    }

    public async Task ReportAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromHours(1));
        while (await timer.WaitForNextTickAsync(stoppingToken))
            Console.WriteLine(string.Join(", ", _scores.Select(s => $"{s.Key}: {s.Value:P0}")));
    }
}
