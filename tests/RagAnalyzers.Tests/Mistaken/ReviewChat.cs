// Agents and group chats of Semantic Kernel whose words are parsed and compared as they come, for the runs over half-typed code.
using System.Text.Json;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.Agents;
using Microsoft.SemanticKernel.Agents.Chat;
using Microsoft.SemanticKernel.Agents.Orchestration.Concurrent;
using Microsoft.SemanticKernel.Agents.Orchestration.Transforms;
using Microsoft.SemanticKernel.ChatCompletion;
using Microsoft.SemanticKernel.Connectors.OpenAI;

namespace ReviewChat;

public sealed record Review(string Title, bool IsAccepted);

public enum Outcome
{
    Accepted,
    Rejected,
}

public sealed record Decision(Outcome Outcome, string Reason);

public sealed class Board(Kernel kernel, IChatCompletionService service, object runtime)
{
    public async Task<Review?> ReviewAsync(string text)
    {
        var reviewer = new ChatCompletionAgent
        {
            Name = "Reviewer",
            Instructions = "Review the text. Respond in JSON with title and isAccepted.",
            Kernel = kernel,
        };
        await foreach (var item in reviewer.InvokeAsync(text))
        {
            return JsonSerializer.Deserialize<Review>(item.Message.Content!);
        }

        return null;
    }

    public AgentGroupChat Discuss(Agent writer, Agent reviewer)
    {
        var isDone = AgentGroupChat.CreatePromptFunctionForStrategy(
            "Is the text accepted? Answer with the single word yes or no.\n{{$history}}",
            safeParameterNames: "history"
        );
        return new AgentGroupChat(writer, reviewer)
        {
            ExecutionSettings = new()
            {
                TerminationStrategy = new KernelFunctionTerminationStrategy(isDone, kernel)
                {
                    ResultParser = result => result.GetValue<string>()?.Trim() == "yes",
                },
            },
        };
    }

    public async Task<Review> SummarizeAsync(string text, Agent writer)
    {
        var transform = new StructuredOutputTransform<Review>(service, new OpenAIPromptExecutionSettings());
        var all = new ConcurrentOrchestration<string, Review>(writer) { ResultTransform = transform.TransformAsync };
        return await (await all.InvokeAsync(text, runtime)).GetValueAsync();
    }

    public async Task<Decision> DecideAsync(string text, Agent writer)
    {
        var transform = new StructuredOutputTransform<Decision>(
            service,
            new OpenAIPromptExecutionSettings { ResponseFormat = typeof(Decision) }
        );
        var all = new ConcurrentOrchestration<string, Decision>(writer) { ResultTransform = transform.TransformAsync };
        return await (await all.InvokeAsync(text, runtime)).GetValueAsync();
    }
}
