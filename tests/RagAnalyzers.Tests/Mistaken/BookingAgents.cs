// Agents that a container hands out or that classes share, and answers that are carried, for the runs over half-typed code.
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace BookingAgents;

public sealed record Stay(string Guest, int Nights);

public sealed record Complaint(string Guest, string Reason);

internal static class Agents
{
    public const string Reader = "reader";
    public const string Sorter = "sorter";

    public static IServiceCollection AddAgents(this IServiceCollection services, IChatClient chat) =>
        services
            .AddKeyedSingleton<AIAgent>(Reader, (_, _) => chat.AsAIAgent(instructions: "You read the bookings of a hotel from its mails."))
            .AddKeyedSingleton<AIAgent>(
                Sorter,
                (_, _) => chat.AsAIAgent(instructions: "Is the mail a booking or a complaint? Answer with one word.")
            );
}

internal static class Shared
{
    /// <summary>Asked at the desk and at night; nothing makes it keep to the type that it is told of.</summary>
    public static AIAgent Clerk { get; } =
        new ChatClientAgent(null!, $"You read complaints. Respond with JSON of type {nameof(Complaint)}.");
}

internal sealed record Reply(string Text, DateTimeOffset At)
{
    public static Reply From(AgentResponse response) => new(response.Text.Trim(), DateTimeOffset.UtcNow);
}

internal sealed class FrontDesk([FromKeyedServices(Agents.Reader)] AIAgent reader, [FromKeyedServices(Agents.Sorter)] AIAgent sorter)
{
    private readonly Dictionary<string, Stay> _stays = [];

    public async Task<string> HandleAsync(string mail)
    {
        var reply = await SortAsync(mail);
        if (string.Equals(reply.Text, "booking", StringComparison.OrdinalIgnoreCase))
        {
            var stay = await ReadAsync(mail);
            return stay is null ? "Please write again." : $"{stay.Guest}: {stay.Nights} nights, as of {reply.At:d}";
        }

        var complaint = await Shared.Clerk.RunAsync(mail);
        return complaint.Text;
    }

    private async Task<Reply> SortAsync(string mail) => Reply.From(await sorter.RunAsync(mail));

    private async Task<Stay?> ReadAsync(string mail)
    {
        if (_stays.TryGetValue(mail, out var known))
        {
            return known;
        }

        var response = await reader.RunAsync($"Read this booking: {mail}");
        var stay = JsonSerializer.Deserialize<Stay>(response.Text);
        if (stay is not null)
        {
            _stays[mail] = stay;
        }

        return stay;
    }
}

internal sealed class NightDesk
{
    private readonly List<string> _complaints = [];

    public async Task CollectAsync(IEnumerable<string> mails)
    {
        foreach (var mail in mails)
        {
            var complaint = await Shared.Clerk.RunAsync(mail);
            _complaints.Add(complaint.Text);
        }
    }

    public string Report() => string.Join('\n', _complaints);
}
