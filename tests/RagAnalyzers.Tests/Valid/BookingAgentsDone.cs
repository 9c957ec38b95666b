// Agents that a container hands out or that classes share, and answers that are carried: a schema is in force, or the answer is shown as it is.
using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace BookingAgentsDone;

public sealed record Stay(string Guest, int Nights);

public sealed record Complaint(string Guest, string Reason);

public enum MailKind
{
    Booking,
    Complaint,
}

internal static class Agents
{
    public const string Reader = "reader";
    public const string Clerk = "clerk";

    public static IServiceCollection AddAgents(this IServiceCollection services, IChatClient chat) =>
        services
            .AddKeyedSingleton<AIAgent>(
                Reader,
                (_, _) =>
                    chat.AsAIAgent(
                        new ChatClientAgentOptions
                        {
                            ChatOptions = new()
                            {
                                Instructions = "You read the bookings of a hotel from its mails. Reply with JSON.",
                                ResponseFormat = ChatResponseFormat.ForJsonSchema<Stay>(),
                            },
                        }
                    )
            )
            .AddKeyedSingleton<AIAgent>(Clerk, (_, _) => chat.AsAIAgent(instructions: "You read complaints. Reply with JSON."));
}

internal static class Retry
{
    public static async Task<T> RunAsync<T>(Func<Task<T>> work)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await work();
            }
            catch (HttpRequestException) when (attempt < 3)
            {
                await Task.Delay(TimeSpan.FromSeconds(1));
            }
        }
    }
}

internal sealed record Reply(string Text, DateTimeOffset At)
{
    public static Reply From(AgentResponse response) => new(response.Text.Trim(), DateTimeOffset.UtcNow);
}

internal sealed class FrontDesk([FromKeyedServices(Agents.Reader)] AIAgent reader, [FromKeyedServices(Agents.Clerk)] AIAgent clerk)
{
    private readonly ConcurrentDictionary<string, Task<string>> _answers = new();

    /// <summary>What a cache, a retry and a callback carry is under the schema that the agent was registered with.</summary>
    public async Task<Stay?> StayAsync(string mail)
    {
        Stay? found = null;
        await AnswerAsync(
            mail,
            text =>
            {
                found = Read(text);
                return Task.CompletedTask;
            }
        );
        await AnswerAsync(mail, ShowAsync);
        return found;
    }

    /// <summary>Each run says itself what it wants.</summary>
    public async Task<string> ComplaintAsync(string mail)
    {
        var response = await Retry.RunAsync(() => clerk.RunAsync<Complaint>(mail));
        try
        {
            return response.Result.Reason;
        }
        catch (JsonException)
        {
            return "not readable";
        }
    }

    private async Task AnswerAsync(string mail, Func<string, Task> then) => await then(await _answers.GetOrAdd(mail, AskAsync));

    private async Task<string> AskAsync(string mail) => Reply.From(await reader.RunAsync(mail)).Text;

    private static Stay? Read(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<Stay>(text, AIJsonUtilities.DefaultOptions);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Task ShowAsync(string text) => Console.Out.WriteLineAsync(text);
}

internal sealed class NightDesk([FromKeyedServices(Agents.Clerk)] AIAgent clerk)
{
    public async Task<string?> ReasonAsync(string mail)
    {
        var response = await clerk.RunAsync<Complaint>(mail);
        return response is { FinishReason: not null } ? Reason(response) : null;
    }

    public async Task<MailKind?> KindAsync(IChatClient chat, string mail)
    {
        var response = await chat.GetResponseAsync<MailKind>($"Is this mail a booking or a complaint? {mail}");
        return response.TryGetResult(out var kind) ? kind : null;
    }

    private static string? Reason(AgentResponse<Complaint> response)
    {
        try
        {
            return response.Result.Reason;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
