namespace LayeredAssistant.Application;

/// <summary>Answers questions about the company handbook. Who answers, and from what, is the infrastructure's business.</summary>
public interface IHandbookAnswers
{
    /// <param name="question">What an employee asks.</param>
    /// <param name="form">How the answer is to look.</param>
    Task<string> AskAsync(string question, string form, CancellationToken cancellationToken);
}
