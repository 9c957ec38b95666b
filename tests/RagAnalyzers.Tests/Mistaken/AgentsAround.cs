// Agents of the project's own around another one that has no format, for the runs over half-typed code.
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace AgentsAroundNothing;

public sealed record Booking(string Guest, int Nights);

public sealed class Audited : DelegatingAIAgent
{
    public Audited(AIAgent inner)
        : base(inner) { }

    protected override async Task<AgentResponse> RunCoreAsync(
        IEnumerable<ChatMessage> messages,
        AgentSession? session = null,
        AgentRunOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        var response = await base.RunCoreAsync(messages, session, options, cancellationToken);
        Console.WriteLine(response.Usage?.TotalTokenCount);
        return response;
    }
}

public sealed class Reception(IChatClient chat)
{
    public async Task<Booking?> BookAsync(string mail)
    {
        var agent = new Audited(chat.AsAIAgent(instructions: "You read bookings. Reply with JSON."));
        var response = await agent.RunAsync(mail);
        return JsonSerializer.Deserialize<Booking>(response.Text);
    }

    public async Task<bool> IsBookingAsync(string mail)
    {
        var agent = new Audited(chat.AsAIAgent(instructions: "Is this a booking? Answer yes or no."));
        return (await agent.RunAsync(mail)).Text.Trim() == "yes";
    }
}
