using System.Text.Json;
using Microsoft.Extensions.Options;

namespace TicketLabeling;

/// <summary>The labelled tickets, split once: no ticket that a model is trained on may ever score it.</summary>
public sealed class TicketSets(IOptions<LabelingOptions> options)
{
    private readonly Lazy<IReadOnlyList<LabelledTicket>> tickets = new(() =>
        [
            .. File.ReadLines(options.Value.TicketFile)
                .Select(line => JsonSerializer.Deserialize<LabelledTicket>(line, JsonSerializerOptions.Web)!),
        ]
    );

    /// <summary>Of five tickets three, for training.</summary>
    public IEnumerable<LabelledTicket> Training => tickets.Value.Where((_, index) => index % 5 < 3);

    /// <summary>One, for the job to measure itself on while it runs.</summary>
    public IEnumerable<LabelledTicket> Validation => tickets.Value.Where((_, index) => index % 5 == 3);

    /// <summary>And one that stays out of training altogether, for the evaluation.</summary>
    public IEnumerable<LabelledTicket> HeldOut => tickets.Value.Where((_, index) => index % 5 == 4);
}
