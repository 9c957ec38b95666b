// Labels compared as free text, in several shapes, for the runs over half-typed code.
using Microsoft.Agents.AI;
using Microsoft.Extensions.AI;
using Microsoft.SemanticKernel;
using OpenAI.Chat;

namespace MailSorting;

public enum Urgency
{
    Low,
    High,
}

public sealed record Triage(string Queue, string Summary);

public sealed class MailSorter(IChatClient chat, Kernel kernel, ChatClient openAI)
{
    private static readonly Dictionary<string, int> Desks = new(StringComparer.OrdinalIgnoreCase) { ["billing"] = 3, ["shipping"] = 7 };

    private static readonly string[] Moods = ["angry", "calm", "happy"];

    public async Task<int> RouteAsync(string mail, CancellationToken cancellationToken)
    {
        var response = await chat.GetResponseAsync(
            [new(ChatRole.System, "Answer with one word: bug, question or praise."), new(ChatRole.User, mail)],
            cancellationToken: cancellationToken
        );
        var kind = response.Text.Trim().TrimEnd('.').ToLowerInvariant();
        switch (kind)
        {
            case "bug":
                return 1;
            case "question" or "praise":
                return 2;
            default:
                return await DeskAsync(mail);
        }
    }

    public async Task<bool> IsSpamAsync(string mail)
    {
        var agent = chat.AsAIAgent(instructions: "Is the mail spam? Answer YES or NO.");
        var answer = (await agent.RunAsync(mail)).Text;
        return answer.StartsWith("YES", StringComparison.OrdinalIgnoreCase);
    }

    public async Task<Urgency> UrgencyAsync(string mail)
    {
        var answer = await kernel.InvokePromptAsync<string>($"How urgent is this mail, low or high? {mail}");
        return Enum.Parse<Urgency>(answer!.Trim(), ignoreCase: true);
    }

    public async Task<string?> MoodAsync(string mail)
    {
        ChatCompletion completion = await openAI.CompleteChatAsync($"Is the writer angry, calm or happy? {mail}");
        var text = completion.Content[0].Text;
        return Moods.FirstOrDefault(mood => text.Contains(mood, StringComparison.OrdinalIgnoreCase));
    }

    public async Task<int> TriageAsync(string mail)
    {
        var triage = (await chat.GetResponseAsync<Triage>($"Triage this mail: {mail}")).Result;
        return triage switch
        {
            { Queue: "billing" } => 1,
            { Queue: "shipping" } => 2,
            _ => 0,
        };
    }

    private async Task<int> DeskAsync(string mail)
    {
        var response = await chat.GetResponseAsync($"Which desk reads this mail? {mail}");
        return Desks.TryGetValue(response.Text, out var desk) ? desk : 0;
    }
}
