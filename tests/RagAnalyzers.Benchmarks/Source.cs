// A help desk with the ordinary mixture: much code that has nothing to do with models, and model calls of every SDK, with
// schema and without.
using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI.Files;
using OpenAI.FineTuning;
using OpenAIChat = OpenAI.Chat;

namespace Helpdesk;

public sealed record Ticket(int Id, string Customer, string Subject, string Body, DateTimeOffset Created)
{
    public bool IsOld(DateTimeOffset now) => now - Created > TimeSpan.FromDays(30);
}

public sealed record Reply(string Text, IReadOnlyList<string> Sources, double Confidence);

public sealed record Label(string Name);

public sealed class Article
{
    [VectorStoreKey]
    public required string Id { get; init; }

    [VectorStoreData]
    public required string Title { get; init; }

    [VectorStoreData]
    public required string Text { get; init; }

    [VectorStoreVector(1536)]
    public ReadOnlyMemory<float> Embedding { get; init; }
}

public sealed class TicketQueue
{
    private readonly object _gate = new();
    private readonly SortedDictionary<DateTimeOffset, List<Ticket>> _tickets = [];

    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _tickets.Values.Sum(tickets => tickets.Count);
            }
        }
    }

    public void Add(Ticket ticket)
    {
        lock (_gate)
        {
            if (!_tickets.TryGetValue(ticket.Created, out var sameTime))
            {
                _tickets[ticket.Created] = sameTime = [];
            }

            sameTime.Add(ticket);
        }
    }

    public IReadOnlyList<Ticket> TakeOld(DateTimeOffset now)
    {
        lock (_gate)
        {
            var old = _tickets.Values.SelectMany(tickets => tickets).Where(ticket => ticket.IsOld(now)).ToList();
            foreach (var group in old.GroupBy(ticket => ticket.Created))
            {
                var rest = _tickets[group.Key].Except(group).ToList();
                if (rest.Count == 0)
                {
                    _tickets.Remove(group.Key);
                }
                else
                {
                    _tickets[group.Key] = rest;
                }
            }

            return old;
        }
    }

    public string Report()
    {
        var report = new StringBuilder();
        lock (_gate)
        {
            foreach (var (created, tickets) in _tickets)
            {
                report.Append(created.ToString("u")).Append(": ");
                report.AppendLine(string.Join(", ", tickets.Select(ticket => $"#{ticket.Id} {ticket.Subject}")));
            }
        }

        return report.Length == 0 ? "no tickets" : report.ToString();
    }
}

public sealed class GroundedReplies(
    IChatClient chat,
    IEmbeddingGenerator<string, Embedding<float>> embeddings,
    VectorStoreCollection<string, Article> articles
)
{
    public async Task<Reply?> ParsedAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync(
            await MessagesAsync(ticket, cancellationToken),
            new ChatOptions { MaxOutputTokens = 500 },
            cancellationToken
        );
        return JsonSerializer.Deserialize<Reply>(response.Text, JsonSerializerOptions.Web);
    }

    public async Task<Reply?> TypedAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync<Reply>(
            await MessagesAsync(ticket, cancellationToken),
            cancellationToken: cancellationToken
        );
        return response.TryGetResult(out var reply) ? reply : null;
    }

    public async Task<Reply?> InOneMethodAsync(string question)
    {
        var context = new StringBuilder();
        await foreach (var hit in articles.SearchAsync(await embeddings.GenerateVectorAsync(question), top: 5))
        {
            if (hit.Score is > 0.4)
            {
                context.AppendLine($"[{hit.Record.Title}]").AppendLine(hit.Record.Text);
            }
        }

        var prompt = $"Answer the question as JSON, from these articles:\n{context}\nQuestion: {question}";
        var response = await chat.GetResponseAsync(prompt);
        var json = response.Text.Trim().Trim('`');
        return json.Length == 0 ? null : JsonSerializer.Deserialize<Reply>(json);
    }

    private async Task<List<ChatMessage>> MessagesAsync(Ticket ticket, CancellationToken cancellationToken)
    {
        var vector = await embeddings.GenerateVectorAsync(ticket.Body, cancellationToken: cancellationToken);
        var passages = new List<string>();
        await foreach (var hit in articles.SearchAsync(vector, top: 5, cancellationToken: cancellationToken))
        {
            passages.Add($"[{hit.Record.Title}] {hit.Record.Text}");
        }

        return
        [
            new(ChatRole.System, "You answer customers, from the articles you are given and from nothing else."),
            new(ChatRole.User, $"Articles:\n{string.Join("\n\n", passages)}\n\nTicket: {ticket.Subject}\n{ticket.Body}"),
        ];
    }
}

public sealed class Labels(OpenAIChat.ChatClient chat, IChatCompletionService completion, AIAgent agent)
{
    private readonly OpenAIPromptExecutionSettings _settings = new() { ResponseFormat = typeof(Label) };

    public async Task<Label?> OpenAIAsync(Ticket ticket)
    {
        OpenAIChat.ChatCompletion answer = await chat.CompleteChatAsync(
            new OpenAIChat.SystemChatMessage("Label the ticket. Answer as JSON."),
            new OpenAIChat.UserChatMessage(ticket.Body)
        );
        return JsonSerializer.Deserialize<Label>(answer.Content[0].Text);
    }

    public async Task<Label?> KernelAsync(Ticket ticket)
    {
        var history = new ChatHistory("Label the ticket.");
        history.AddUserMessage(ticket.Body);
        var answer = await completion.GetChatMessageContentAsync(history, _settings);
        return JsonSerializer.Deserialize<Label>(answer.Content ?? "null");
    }

    public async Task<string> AgentAsync(Ticket ticket)
    {
        var answer = await agent.RunAsync("Label the ticket with one word: " + ticket.Body);
        return answer.Text.Trim().ToLowerInvariant() switch
        {
            "billing" or "invoice" => "billing",
            "bug" => "engineering",
            var other => other,
        };
    }
}

public sealed class Training(OpenAIFileClient files, FineTuningClient fineTuning)
{
    public async Task<string> OnTheHandbookAsync(string folder, CancellationToken cancellationToken)
    {
        var lines = new List<string>();
        foreach (var path in Directory.EnumerateFiles(folder, "*.md"))
        {
            var page = await File.ReadAllTextAsync(path, cancellationToken);
            lines.Add(
                JsonSerializer.Serialize(
                    new { messages = new[] { new { role = "user", content = path }, new { role = "assistant", content = page } } }
                )
            );
        }

        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        OpenAIFile file = await files.UploadFileAsync(stream, "handbook.jsonl", FileUploadPurpose.FineTune, cancellationToken);
        var job = await fineTuning.FineTuneAsync("gpt-4.1-mini", file.Id, waitUntilCompleted: false, cancellationToken: cancellationToken);
        return job.JobId;
    }
}
