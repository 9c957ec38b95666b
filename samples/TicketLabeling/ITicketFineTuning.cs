namespace TicketLabeling;

public interface ITicketFineTuning
{
    /// <summary>Starts a job on the labelled tickets.</summary>
    /// <returns>The job's id.</returns>
    Task<string> StartAsync(CancellationToken cancellationToken);
}
