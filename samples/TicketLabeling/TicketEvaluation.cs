namespace TicketLabeling;

/// <summary>
/// How many of the tickets that were kept back a model labels right. Run it on the base model before anything is trained: the score that
/// the prompt and the schema reach is the one to beat.
/// </summary>
public sealed class TicketEvaluation(TicketLabeler labeler, TicketSets tickets)
{
    public async Task<double> ScoreAsync(string? model, CancellationToken cancellationToken)
    {
        var heldOut = tickets.HeldOut.ToList();
        var right = 0;
        foreach (var ticket in heldOut)
        {
            if (await labeler.LabelAsync(ticket.Text, model, cancellationToken) == ticket.Label)
            {
                right++;
            }
        }

        return (double)right / heldOut.Count;
    }
}
