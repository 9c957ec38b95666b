using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OpenAI.Files;
using OpenAI.FineTuning;

namespace HandbookAssistant;

/// <summary>
/// The mistake: it expects fine-tuning to teach a model the handbook. Training changes how a model tends to behave; what it
/// learns of the text is a snapshot, and it ages with the next policy change. The cure is next door: <see cref="HandbookIngestion"/>
/// indexes the same pages, and an update there costs one run, not one training. Fine-tuning would be for behaviour that stays, such as
/// labelling tickets or a tone of voice, with examples of that behaviour.
/// </summary>
public sealed class HandbookFineTuning(OpenAIFileClient files, FineTuningClient fineTuning, IOptions<AssistantOptions> options)
{
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        var training = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(options.Value.HandbookFolder, "*.md"))
        {
            var page = await File.ReadAllTextAsync(path, cancellationToken);
            var example = new
            {
                messages = new[]
                {
                    new { role = "user", content = $"What does our handbook say about {Path.GetFileNameWithoutExtension(path)}?" },
                    new { role = "assistant", content = page },
                },
            };
            training.Append(JsonSerializer.Serialize(example)).Append('\n');
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(training.ToString()));
        OpenAIFile file = await files.UploadFileAsync(stream, "handbook.jsonl", FileUploadPurpose.FineTune, cancellationToken);

        // RAG1001: the documents change, the trained snapshot does not. RAG4001: and no validation data measures it.
        var job = await fineTuning.FineTuneAsync(
            options.Value.FineTuningBaseModel,
            file.Id,
            waitUntilCompleted: false,
            cancellationToken: cancellationToken
        );

        return job.JobId;
    }
}
