using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Helpdesk.Tuning;

/// <summary>
/// Starts fine-tuning jobs over raw HTTP: from pages that change, without validation data, or validated on the training data.
/// </summary>
public sealed class HelpdeskTuning(HttpClient http, string folder)
{
    private const string Files = "https://api.openai.com/v1/files";
    private const string Jobs = "https://api.openai.com/v1/fine_tuning/jobs";

    public async Task<string> TuneOnPagesAsync(CancellationToken cancellationToken)
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, Lines(Directory.EnumerateFiles(folder, "*.md")), cancellationToken);
        var id = await UploadAsync(path, "pages.jsonl", cancellationToken);
        return await StartAsync(id, cancellationToken);
    }

    public async Task TuneTwiceAsync(string id)
    {
        var body = new Dictionary<string, object> { ["model"] = "gpt-4o-mini", ["training_file"] = id };
        body["validation_file"] = id;
        using var response = await http.PostAsync(
            Jobs,
            new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json")
        );
        response.EnsureSuccessStatusCode();
    }

    public async Task TuneOnTableAsync(byte[] table)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent("fine-tune"), "purpose" },
            { new ByteArrayContent(table), "file", "tickets.csv" },
        };
        using var response = await http.PostAsync(Files, form);
        var id = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        using var request = new HttpRequestMessage(HttpMethod.Post, Jobs)
        {
            Content = JsonContent.Create(new { training_file = id, model = "gpt-4o-mini" }),
        };
        await http.SendAsync(request);
    }

    private static string Lines(IEnumerable<string> paths)
    {
        var lines = new StringBuilder();
        foreach (var path in paths)
        {
            lines.AppendLine(
                JsonSerializer.Serialize(
                    new
                    {
                        messages = new[]
                        {
                            new { role = "user", content = path },
                            new { role = "assistant", content = File.ReadAllText(path) },
                        },
                    }
                )
            );
        }

        return lines.ToString();
    }

    private async Task<string> UploadAsync(string path, string name, CancellationToken cancellationToken)
    {
        using var form = new MultipartFormDataContent();
        form.Add(new StringContent("fine-tune"), "purpose");
        form.Add(new ByteArrayContent(await File.ReadAllBytesAsync(path, cancellationToken)), "file", name);
        using var response = await http.PostAsync(Files, form, cancellationToken);
        using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken));
        return document.RootElement.GetProperty("id").GetString() ?? throw new InvalidOperationException("No id.");
    }

    private async Task<string> StartAsync(string trainingFile, CancellationToken cancellationToken)
    {
        var json = $"{{\"model\": \"gpt-4o-mini\", \"training_file\": \"{trainingFile}\"}}";
        using var response = await http.PostAsync(Jobs, new StringContent(json, Encoding.UTF8, "application/json"), cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }
}
