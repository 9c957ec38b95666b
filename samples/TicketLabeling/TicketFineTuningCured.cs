using Microsoft.Extensions.Options;
using OpenAI.Files;
using OpenAI.FineTuning;

namespace TicketLabeling;

/// <summary>The cure for <see cref="TicketFineTuning"/>: tickets that the job is not trained on measure it while it runs.</summary>
public sealed class TicketFineTuningCured(
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

        using var validationContent = TrainingFile.Of(tickets.Validation).ToStream();
        OpenAIFile validation = await files.UploadFileAsync(
            validationContent,
            "validation.jsonl",
            FileUploadPurpose.FineTune,
            cancellationToken
        );

        var job = await fineTuning.FineTuneAsync(
            options.Value.FineTuningBaseModel,
            training.Id,
            waitUntilCompleted: false,
            new FineTuningOptions { ValidationFile = validation.Id },
            cancellationToken
        );

        return job.JobId;
    }
}
