// Fine-tuning for what it is good at: behaviour, from labelled examples, with validation data of its own.
using System.Text;
using System.Text.Json;
using OpenAI.Chat;
using OpenAI.Files;
using OpenAI.FineTuning;

namespace TicketLabelTuning;

public sealed record LabelledTicket(string Text, string Label);

public sealed class TicketLabelTuner(OpenAIFileClient files, FineTuningClient fineTuning)
{
    public async Task<string> StartAsync(
        IReadOnlyList<LabelledTicket> training,
        IReadOnlyList<LabelledTicket> validation,
        CancellationToken cancellationToken
    )
    {
        var trainingFile = await UploadAsync("tickets-train.jsonl", training, cancellationToken);
        var validationFile = await UploadAsync("tickets-validation.jsonl", validation, cancellationToken);

        var job = await fineTuning.FineTuneAsync(
            "gpt-4.1-mini-2025-04-14",
            trainingFile,
            waitUntilCompleted: false,
            new FineTuningOptions { ValidationFile = validationFile, Suffix = "ticket-labels" },
            cancellationToken
        );
        return job.JobId;
    }

    private async Task<string> UploadAsync(string name, IEnumerable<LabelledTicket> tickets, CancellationToken cancellationToken)
    {
        var lines = tickets.Select(ticket =>
            JsonSerializer.Serialize(
                new
                {
                    messages = new object[]
                    {
                        new { role = "system", content = "Label the ticket." },
                        new { role = "user", content = ticket.Text },
                        new { role = "assistant", content = ticket.Label },
                    },
                }
            )
        );
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        OpenAIFile file = await files.UploadFileAsync(stream, name, FileUploadPurpose.FineTune, cancellationToken);
        return file.Id;
    }
}

public sealed class TicketLabelEvaluation(ChatClient chat)
{
    public async Task<double> AccuracyAsync(IReadOnlyList<LabelledTicket> tickets)
    {
        var right = 0;
        foreach (var ticket in tickets)
        {
            ChatCompletion completion = await chat.CompleteChatAsync(
                new SystemChatMessage("Label the ticket."),
                new UserChatMessage(ticket.Text)
            );
            right += completion.Content is [{ Text: var label }] && label == ticket.Label ? 1 : 0;
        }

        return (double)right / tickets.Count;
    }
}
