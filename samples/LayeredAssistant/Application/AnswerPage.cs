using System.Text.Json;

namespace LayeredAssistant.Application;

/// <summary>
/// The mistake: the page parses what the assistant says as a <see cref="HandbookAnswer"/>, and nothing makes the assistant say that. The
/// call of the model, which could, stands in another project.
/// </summary>
public sealed class AnswerPage(IHandbookAnswers answers)
{
    public async Task<HandbookAnswer> ShowAsync(string question, CancellationToken cancellationToken)
    {
        var text = await answers.AskAsync(
            question,
            """Respond with a JSON object: "found" (true or false), "answer" (one or two sentences) and "sources" (names of sections).""",
            cancellationToken
        );

        return JsonSerializer.Deserialize<HandbookAnswer>(text, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException("The assistant answered null.");
    }
}
