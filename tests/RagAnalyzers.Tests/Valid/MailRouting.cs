// Answers that are labels, asked for as enums; and texts that look like compared labels and are none: sentinels, what the user types,
// signs of a refusal, the protocol of an agent, labels from a file, a fact about the response.
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;

namespace MailRouting;

public enum Queue
{
    Billing,
    Shipping,
    Other,
}

public sealed record Ticket(Queue Queue, string Summary);

public sealed class Router(IChatClient chat, IReadOnlyList<string> folders)
{
    public async Task<int> RouteAsync(string mail, CancellationToken cancellationToken)
    {
        var ticket = await chat.GetResponseAsync<Ticket>(
            $"Sort this mail: billing, shipping or something else? {mail}",
            cancellationToken: cancellationToken
        );
        if (!ticket.TryGetResult(out var sorted))
        {
            return 0;
        }

        var urgent = await chat.GetResponseAsync<bool>($"Is this urgent? {sorted.Summary}", cancellationToken: cancellationToken);
        return (sorted.Queue, urgent.TryGetResult(out var isUrgent) && isUrgent) switch
        {
            (Queue.Billing, true) => 3,
            (Queue.Billing, _) => 2,
            (Queue.Shipping, _) => 1,
            _ => 0,
        };
    }

    public async Task<string?> ReplyAsync(string mail)
    {
        var response = await chat.GetResponseAsync($"Write a reply. If none is needed, say NO_REPLY and nothing else. {mail}");
        var text = response.Text.Trim();
        if (text == "NO_REPLY" || text == "")
        {
            return null;
        }

        if (
            text.Contains("I'm sorry", StringComparison.OrdinalIgnoreCase)
            || text.Contains("I cannot")
            || response.FinishReason == ChatFinishReason.Length
        )
        {
            return null;
        }

        return text.StartsWith("```", StringComparison.Ordinal) ? text.Trim('`') : text;
    }

    public async Task<string?> FolderAsync(string mail)
    {
        var response = await chat.GetResponseAsync($"Choose a folder of {string.Join(", ", folders)} for: {mail}");
        return folders.FirstOrDefault(folder => folder.Equals(response.Text.Trim(), StringComparison.OrdinalIgnoreCase));
    }

    public async Task<DayOfWeek?> DayAsync(string mail)
    {
        var response = await chat.GetResponseAsync($"On which day of the week is the appointment? {mail}");
        return Enum.TryParse<DayOfWeek>(response.Text.Trim(), ignoreCase: true, out var day) ? day : null;
    }

    public async Task ChatAsync()
    {
        var agent = chat.AsAIAgent(instructions: "You help with mail. End with 'Final Answer:' and the answer.");
        while (Console.ReadLine() is { } input && input != "exit" && input != "quit")
        {
            if (input is "help" or "list")
            {
                continue;
            }

            var response = await agent.RunAsync(input);
            foreach (var line in response.Text.Split('\n'))
            {
                if (line.StartsWith("Thought:") || line.StartsWith("Action:"))
                {
                    continue;
                }

                Console.WriteLine(line);
            }
        }
    }
}
