using System.Text;
using System.Text.Json;

namespace TicketLabeling;

/// <summary>Writes labelled tickets as training examples: the ticket as the user's message, its label as the assistant's.</summary>
internal static class TrainingFile
{
    public static BinaryData Of(IEnumerable<LabelledTicket> tickets)
    {
        var lines = new StringBuilder();
        foreach (var ticket in tickets)
        {
            var example = new
            {
                messages = new[]
                {
                    new { role = "system", content = TicketPrompt.System },
                    new { role = "user", content = ticket.Text },
                    new { role = "assistant", content = JsonSerializer.Serialize(new { label = ticket.Label }) },
                },
            };
            lines.Append(JsonSerializer.Serialize(example)).Append('\n');
        }

        return BinaryData.FromString(lines.ToString());
    }
}
