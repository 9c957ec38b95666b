using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Intents.Tuning;

/// <summary>
/// Fine-tuning over raw HTTP as it should be: labelled examples, some held back for validation, JSONL, the right purpose.
/// </summary>
public sealed class IntentTuning(HttpClient http)
{
    public async Task<string?> TuneAsync(IReadOnlyList<Utterance> utterances, CancellationToken cancellationToken)
    {
        var held = utterances.Count / 10;
        var validation = await UploadAsync(utterances.Take(held), "validation.jsonl", cancellationToken);
        var training = await UploadAsync(utterances.Skip(held), "training.jsonl", cancellationToken);
        var request = new JobRequest { Model = "gpt-4o-mini", TrainingFile = training };
        request.ValidationFile = validation;
        using var response = await http.PostAsJsonAsync("https://api.openai.com/v1/fine_tuning/jobs", request, cancellationToken);
        var job = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return job.GetProperty("id").GetString();
    }

    /// <summary>How often a model answers with the intent that people gave to an utterance that was held back.</summary>
    public static async Task<double> AccuracyAsync(IReadOnlyList<Utterance> held, Func<string, Task<string>> classify)
    {
        var right = 0;
        foreach (var utterance in held)
        {
            right += await classify(utterance.Text) == utterance.Intent ? 1 : 0;
        }

        return right / (double)Math.Max(held.Count, 1);
    }

    public async Task CancelAsync(string job) =>
        await http.PostAsync($"https://api.openai.com/v1/fine_tuning/jobs/{job}/cancel", new StringContent(""));

    public async Task<string> StateAsync(string job) => await http.GetStringAsync($"https://api.openai.com/v1/fine_tuning/jobs/{job}");

    /// <summary>A manual for an assistant to search in: a document, and for another purpose.</summary>
    public async Task UploadManualAsync(Stream manual)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("assistants"), "purpose" },
            { new StreamContent(manual), "file", "manual.pdf" },
        };
        await http.PostAsync("https://api.openai.com/v1/files", form);
    }

    /// <summary>Another service, whose request happens to have a purpose.</summary>
    public async Task OrderAsync(string article) =>
        await http.PostAsJsonAsync("https://example.com/orders", new { article, purpose = "training_file" });

    private async Task<string> UploadAsync(IEnumerable<Utterance> utterances, string name, CancellationToken cancellationToken)
    {
        var lines = utterances.Select(utterance =>
            JsonSerializer.Serialize(
                new
                {
                    messages = new[]
                    {
                        new { role = "user", content = utterance.Text },
                        new { role = "assistant", content = utterance.Intent },
                    },
                }
            )
        );
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("fine-tune"), "purpose");
        form.Add(new StringContent(string.Join("\n", lines)), "file", name);
        using var response = await http.PostAsync("https://api.openai.com/v1/files", form, cancellationToken);
        var file = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return file.GetProperty("id").GetString() ?? throw new InvalidOperationException("No id.");
    }

    public sealed record Utterance(string Text, string Intent);

    private sealed class JobRequest
    {
        [JsonPropertyName("model")]
        public required string Model { get; set; }

        [JsonPropertyName("training_file")]
        public required string TrainingFile { get; set; }

        [JsonPropertyName("validation_file")]
        public string? ValidationFile { get; set; }
    }
}
