// Agents of the project's own around others: the answer is typed, or the format is set on the way, or the agent is not to be seen.
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace AgentsAround;

public sealed record Booking(string Guest, int Nights);

/// <summary>Asks for the schema by itself.</summary>
public sealed class BookingAgent(AIAgent inner) : DelegatingAIAgent(inner)
{
    protected override Task<AgentResponse> RunCoreAsync(
        IEnumerable<ChatMessage> messages,
        AgentSession? session = null,
        AgentRunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var formatted = new ChatClientAgentRunOptions(new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Booking>() });
        return InnerAgent.RunAsync(messages, session, formatted, cancellationToken);
    }
}

public sealed class AuditedAgent(AIAgent inner) : DelegatingAIAgent(inner)
{
    protected override async Task<AgentResponse> RunCoreAsync(
        IEnumerable<ChatMessage> messages,
        AgentSession? session = null,
        AgentRunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var response = await InnerAgent.RunAsync(messages, session, options, cancellationToken);
        Console.WriteLine(response.Usage?.TotalTokenCount);
        return response;
    }
}

public sealed class Reception(IChatClient chat, AIAgent known)
{
    public async Task<Booking?> BookAsync(string mail)
    {
        AIAgent agent = new BookingAgent(chat.AsAIAgent(instructions: "You read bookings."));
        var response = await agent.RunAsync(mail);
        return Read(response.Text);
    }

    public async Task<Booking?> BookTypedAsync(string mail)
    {
        var agent = new AuditedAgent(chat.AsAIAgent(instructions: "You read bookings."));
        try
        {
            return (await agent.RunAsync<Booking>(mail)).Result;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public async Task<Booking?> BookByAsync(string mail) => Read((await new AuditedAgent(known).RunAsync(mail)).Text);

    private static Booking? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Booking>(text, AIJsonUtilities.DefaultOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
