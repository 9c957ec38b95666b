// Each method calls a model and parses something: never the model's answer.
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.AI;
using Newtonsoft.Json.Linq;

namespace ParsesOfSomethingElse;

public sealed record Weather(string City, double Celsius);

public sealed record Settings(string Tone, int MaxWords);

public sealed class Concierge(IChatClient chat, HttpClient http)
{
    private const string DefaultSettings = """{ "tone": "friendly", "maxWords": 80 }""";

    public async Task<string> FromRestReplyAsync(string city, CancellationToken cancellationToken)
    {
        var json = await http.GetStringAsync($"https://weather.example/{Uri.EscapeDataString(city)}", cancellationToken);
        var weather = JsonSerializer.Deserialize<Weather>(json, JsonSerializerOptions.Web);
        var response = await chat.GetResponseAsync(
            $"It is {weather?.Celsius} degrees in {city}. Suggest what to wear, in one sentence.",
            cancellationToken: cancellationToken
        );
        return response.Text;
    }

    public async Task<string> FromSettingsAsync(string text)
    {
        var settings = JsonSerializer.Deserialize<Settings>(DefaultSettings, JsonSerializerOptions.Web)!;
        var response = await chat.GetResponseAsync([
            new ChatMessage(ChatRole.System, $"Rewrite the text. Tone: {settings.Tone}. At most {settings.MaxWords} words."),
            new ChatMessage(ChatRole.User, text),
        ]);
        return response.Text;
    }

    public async Task<IReadOnlyList<string>> FromLinesAsync(string path)
    {
        var summaries = new List<string>();
        await foreach (var line in File.ReadLinesAsync(path))
        {
            var text = JsonNode.Parse(line)?["text"]?.GetValue<string>() ?? "";
            summaries.Add((await chat.GetResponseAsync($"Summarize in one sentence: {text}")).Text);
        }

        return summaries;
    }

    public async Task<string> FromToolArgumentsAsync(string question)
    {
        var response = await chat.GetResponseAsync(question, new ChatOptions { Tools = [AIFunctionFactory.Create(LookUp)] });
        return response.Text;
    }

    private static string LookUp(string query) => JObject.Parse(query)["city"]?.ToString() ?? "nowhere";
}
