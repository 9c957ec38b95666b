using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using OpenAI.Files;
using OpenAI.FineTuning;

namespace DocsInHouseStyle;

/// <summary>
/// Trains a model on the form alone. Each example brings its own passages, as every call does later, so what the model learns is how to
/// write what it is given, and not what the docs said on the day it was trained.
/// </summary>
public sealed class StyleFineTuning(OpenAIFileClient files, FineTuningClient fineTuning, StyleSets examples, IOptions<DocsOptions> options)
{
    public async Task<string> StartAsync(CancellationToken cancellationToken)
    {
        using var trainingContent = Lines(examples.Training).ToStream();
        OpenAIFile training = await files.UploadFileAsync(trainingContent, "style.jsonl", FileUploadPurpose.FineTune, cancellationToken);

        using var validationContent = Lines(examples.Validation).ToStream();
        OpenAIFile validation = await files.UploadFileAsync(
            validationContent,
            "style-validation.jsonl",
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

    private static BinaryData Lines(IEnumerable<StyleExample> examples)
    {
        var lines = new StringBuilder();
        foreach (var example in examples)
        {
            lines
                .Append(
                    JsonSerializer.Serialize(
                        new
                        {
                            messages = new[]
                            {
                                new { role = "system", content = HouseStyle.System },
                                new { role = "user", content = HouseStyle.Question(example.Passages, example.Question) },
                                new { role = "assistant", content = example.Edited },
                            },
                        }
                    )
                )
                .Append('\n');
        }

        return BinaryData.FromString(lines.ToString());
    }
}
