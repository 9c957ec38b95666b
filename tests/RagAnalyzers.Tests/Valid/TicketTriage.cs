// Microsoft.Extensions.AI: retrieval grounds the answer, the answer type's schema travels with the call. That the prompt also
// speaks of JSON changes nothing.
using System.ComponentModel;
using System.Text;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.VectorData;
using OpenAI;

var openAI = new OpenAIClient(Environment.GetEnvironmentVariable("OPENAI_API_KEY")!);
IChatClient chat = openAI.GetChatClient("gpt-4.1-mini").AsIChatClient();
IEmbeddingGenerator<string, Embedding<float>> embeddings = openAI.GetEmbeddingClient("text-embedding-3-small").AsIEmbeddingGenerator();

var triage = new TicketTriage.TriageService(chat, embeddings, TicketTriage.Runbooks.Open());
while (Console.ReadLine() is { Length: > 0 } ticket)
{
    var decision = await triage.DecideAsync(ticket, CancellationToken.None);
    Console.WriteLine(decision is null ? "for a person to decide" : $"{decision.Queue} ({decision.Priority}): {decision.Reason}");
}

namespace TicketTriage
{
    public enum Priority
    {
        Low,
        Normal,
        Urgent,
    }

    [Description("Where a support ticket goes, and why.")]
    public sealed record Decision(string Queue, Priority Priority, string Reason, IReadOnlyList<string> Runbooks);

    public sealed class Runbook
    {
        [VectorStoreKey]
        public required string Name { get; init; }

        [VectorStoreData]
        public required string Text { get; init; }

        [VectorStoreVector(1536)]
        public ReadOnlyMemory<float> Embedding { get; init; }
    }

    public static class Runbooks
    {
        public static Func<VectorStore>? Store { get; set; }

        public static VectorStoreCollection<string, Runbook> Open() =>
            (Store ?? throw new InvalidOperationException("No store is configured."))().GetCollection<string, Runbook>("runbooks");
    }

    public sealed class TriageService(
        IChatClient chat,
        IEmbeddingGenerator<string, Embedding<float>> embeddings,
        VectorStoreCollection<string, Runbook> runbooks
    )
    {
        private const string Instructions = """
            You route support tickets. Use only the runbooks you are given, and name the ones you used.
            If none of them fits, choose the queue "triage". Respond as JSON.
            """;

        public async Task<Decision?> DecideAsync(string ticket, CancellationToken cancellationToken)
        {
            var vector = await embeddings.GenerateVectorAsync(ticket, cancellationToken: cancellationToken);
            var passages = new StringBuilder();
            await foreach (var hit in runbooks.SearchAsync(vector, top: 3, cancellationToken: cancellationToken))
            {
                passages.AppendLine($"[{hit.Record.Name}] {hit.Record.Text}");
            }

            if (passages.Length == 0)
            {
                return null;
            }

            ChatMessage[] messages = [new(ChatRole.System, Instructions), new(ChatRole.User, $"Runbooks:\n{passages}\nTicket: {ticket}")];

            var response = await chat.GetResponseAsync<Decision>(
                messages,
                new ChatOptions { MaxOutputTokens = 400 },
                cancellationToken: cancellationToken
            );
            return response.TryGetResult(out var decision) ? decision : null;
        }
    }
}
