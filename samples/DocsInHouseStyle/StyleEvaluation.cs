namespace DocsInHouseStyle;

/// <summary>
/// How well a model keeps to the house style on questions that no model was trained on. The base model's score is the one to beat.
/// </summary>
public sealed class StyleEvaluation(DocsAnswerService answers, StyleSets examples)
{
    public async Task<double> ScoreAsync(string? model, CancellationToken cancellationToken)
    {
        var scores = new List<double>();
        foreach (var example in examples.HeldOut)
        {
            var answer = await answers.AnswerAsync(example.Question, model, cancellationToken);
            scores.Add(HouseStyle.Score(answer.Text));
        }

        return scores.Average();
    }
}
