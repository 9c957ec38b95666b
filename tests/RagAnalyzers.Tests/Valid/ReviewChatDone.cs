// Agents and group chats of Semantic Kernel with a schema, and a chat that only talks.
using System.Text.Json;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.Agents.Chat;
using Microsoft.SemanticKernel.Agents.Orchestration.Concurrent;
using Microsoft.SemanticKernel.Agents.Orchestration.Transforms;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace ReviewChatDone;

public sealed record Review(string Title, bool IsAccepted);

public sealed class Board(Kernel kernel, IChatCompletionService service, object runtime)
{
    public async Task<Review?> ReviewAsync(string text)
    {
        var reviewer = new ChatCompletionAgent
        {
            Name = "Reviewer",
            Instructions = "Review the text. Respond in JSON.",
            Kernel = kernel,
            Arguments = new KernelArguments(new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Review) }),
        };
        await foreach (var item in reviewer.InvokeAsync(text))
        {
            try
            {
                return JsonSerializer.Deserialize<Review>(item.Message.Content!);
            }
            catch (JsonException)
            {
                return null;
            }
        }

        return null;
    }

    public async Task TalkAsync(Agent writer, Agent reviewer, string text)
    {
        var chat = new AgentGroupChat(writer, reviewer) { ExecutionSettings = new() { TerminationStrategy = new AfterApproval() } };
        chat.AddChatMessage(new ChatMessageContent(AuthorRole.User, text));
        await foreach (var message in chat.InvokeAsync())
        {
            Console.WriteLine($"{message.AuthorName}: {message.Content}");
        }
    }

    public async Task<Review> SummarizeAsync(string text, Agent writer)
    {
        var transform = new StructuredOutputTransform<Review>(
            service,
            new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Review) }
        );
        var all = new ConcurrentOrchestration<string, Review>(writer) { ResultTransform = transform.TransformAsync };
        return await (await all.InvokeAsync(text, runtime)).GetValueAsync();
    }

    /// <summary>Ends by who speaks, and by how much was said.</summary>
    private sealed class AfterApproval : TerminationStrategy
    {
        protected override Task<bool> ShouldAgentTerminateAsync(
            Agent agent,
            IReadOnlyList<ChatMessageContent> history,
            CancellationToken cancellationToken
        ) => Task.FromResult(agent.Name == "Reviewer" && history.Count > 6);
    }
}
