// Both of the article's first mistakes, written in many shapes at once, for the runs over half-typed code.
using System.Text;
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Newtonsoft.Json;
using OpenAI.Files;
using OpenAI.FineTuning;
using JsonSerializer = System.Text.Json.JsonSerializer;

namespace PolicyDesk;

public sealed record Answer(string Text, IReadOnlyList<string> Sources);

public sealed class Policy
{
    [VectorStoreKey]
    public required string Id { get; init; }

    [VectorStoreData]
    public required string Text { get; init; }

    [VectorStoreVector(1536)]
    public ReadOnlyMemory<float> Embedding { get; init; }
}

public sealed class GroundedAnswers(IChatClient chat, VectorStoreCollection<string, Policy> policies, AIAgent agent)
{
    public async Task<Answer?> AskAsync(string question, CancellationToken cancellationToken = default)
    {
        var context = new StringBuilder();
        await foreach (var (hit, index) in Numbered(policies.SearchAsync(question, top: 4, cancellationToken: cancellationToken)))
        {
            context.Append(index).Append(": ").AppendLine(hit.Record.Text);
        }

        List<Microsoft.Extensions.AI.ChatMessage> messages = [new(ChatRole.System, "Answer as JSON: { \"text\": \"\", \"sources\": [] }")];
        messages.Add(new(ChatRole.User, $$"""{{context}} Question: {{question}}"""));
        var options = new ChatOptions { Temperature = 0.2f };
        options.MaxOutputTokens = question.Length > 200 ? 800 : 400;

        var response = await chat.GetResponseAsync(messages, options, cancellationToken).ConfigureAwait(false);
        var text = response.Text?.Trim() ?? "{}";
        if (text.StartsWith("```", StringComparison.Ordinal))
        {
            text = text.Replace("```json", "").Replace("```", "");
        }

        return JsonSerializer.Deserialize<Answer>(text, JsonSerializerOptions.Web);
    }

    public async Task<Answer?> BrieflyAsync(string question)
    {
        var passages = new List<string>();
        await foreach (var hit in policies.SearchAsync(question, top: 4))
        {
            passages.Add(hit.Record.Text);
        }

        var response = await chat.GetResponseAsync($"Answer as JSON. {string.Join("\n", passages)}\n{question}");
        return JsonSerializer.Deserialize<Answer>(response.Text);
    }

    public async Task<string[]> SourcesAsync(string question) =>
        (await AskAsync(question)) is { Sources: var sources } ? [.. sources.OrderBy(source => source)] : [];

    public async Task<(Answer? Answer, bool Ok)> FromAgentAsync(string question)
    {
        try
        {
            var run = await agent.RunAsync("Respond in JSON. " + question);
            using var document = JsonDocument.Parse(run.Text);
            var answer = document.RootElement.TryGetProperty("answer", out var property) ? new Answer(property.GetString()!, []) : null;
            return (answer, answer is not null);
        }
        catch (System.Text.Json.JsonException error) when (error.LineNumber is > 0)
        {
            return (null, false);
        }
    }

    private static async IAsyncEnumerable<(T Item, int Index)> Numbered<T>(IAsyncEnumerable<T> items)
    {
        var index = 0;
        await foreach (var item in items)
        {
            yield return (item, ++index);
        }
    }
}

public sealed class KernelAnswers(Kernel kernel, IChatCompletionService completion)
{
    public async Task<Answer?> AskAsync(string question)
    {
        var history = new ChatHistory();
        history.AddSystemMessage("You answer in JSON.");
        history.AddUserMessage(question);
        var content = await completion.GetChatMessageContentAsync(history, kernel: kernel);
        return JsonConvert.DeserializeObject<Answer>(content.Content ?? string.Empty);
    }

    public async Task<Answer?> PromptAsync(string question)
    {
        var arguments = new KernelArguments { ["question"] = question };
        var result = await kernel.InvokePromptAsync("Answer {{$question}} as JSON.", arguments);
        return question switch
        {
            "" => null,
            _ => JsonConvert.DeserializeObject<Answer>(result.GetValue<string>()!),
        };
    }
}

public sealed class HandbookTraining(OpenAIFileClient files, FineTuningClient fineTuning)
{
    public async Task<string> TrainAsync(string folder)
    {
        var examples =
            from path in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories)
            let page = File.ReadAllText(path)
            where page.Length > 0
            select JsonSerializer.Serialize(
                new
                {
                    messages = new[]
                    {
                        new { role = "user", content = Path.GetFileName(path) },
                        new { role = "assistant", content = page },
                    },
                }
            );
        await File.WriteAllLinesAsync("handbook.jsonl", examples);

        OpenAIFile file = await files.UploadFileAsync("handbook.jsonl", FileUploadPurpose.FineTune);
        var job = await fineTuning.FineTuneAsync("gpt-4.1-mini-2025-04-14", file.Id, waitUntilCompleted: false);
        return job.JobId;
    }
}
