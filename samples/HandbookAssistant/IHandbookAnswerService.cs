namespace HandbookAssistant;

/// <summary>Answers an employee's question from the handbook.</summary>
public interface IHandbookAnswerService
{
    Task<HandbookAnswer> AnswerAsync(string question, CancellationToken cancellationToken);
}
