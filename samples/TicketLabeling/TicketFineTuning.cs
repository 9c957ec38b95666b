using Microsoft.Extensions.Options;
using OpenAI.Files;
using OpenAI.FineTuning;

namespace TicketLabeling;

/// <summary>
/// Fine-tuning where it belongs: one narrow task, the same for every ticket, and many examples that people have labelled. One thing is
/// missing, and the build says so: without validation data the job cannot show when it begins to learn the examples by heart.
/// <see cref="TicketFineTuningCured"/> gives it some.
/// </summary>
public sealed class TicketFineTuning(
    OpenAIFileClient files,
    FineTuningClient fineTuning,
    TicketSets tickets,
    IOptions<LabelingOptions> options
) : ITicketFineTuning
{
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        using var content = TrainingFile.Of(tickets.Training).ToStream();
        OpenAIFile training = await files.UploadFileAsync(content, "tickets.jsonl", FileUploadPurpose.FineTune, cancellationToken);

        // RAG4001: the job has no validation data.
        var job = await fineTuning.FineTuneAsync(
            options.Value.FineTuningBaseModel,
            training.Id,
            waitUntilCompleted: false,
            cancellationToken: cancellationToken
        );

        return job.JobId;
    }
}
