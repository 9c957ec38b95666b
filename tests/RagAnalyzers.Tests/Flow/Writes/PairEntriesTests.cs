using RagAnalyzers.Tests.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Writes;

/// <summary>Keys and values of dictionaries and pairs are not mixed up.</summary>
public sealed class PairEntriesTests
{
    private const string ByQuestion = "var texts = new Dictionary<string, string>(); texts[question] = answer; ";
    private const string ByAnswer = "var texts = new Dictionary<string, string>(); texts[answer] = question; ";

    [Theory]
    [InlineData(ByQuestion + "foreach (var pair in texts) Use(Parse(pair.Value));")]
    [InlineData(ByQuestion + "foreach (var (key, value) in texts) Use(Parse(value));")]
    [InlineData(ByQuestion + "foreach (var value in texts.Values) Use(Parse(value));")]
    [InlineData(ByQuestion + "Use(texts.Select(p => Parse(p.Value)).First());")]
    [InlineData(ByQuestion + "Use(Parse(texts.OrderBy(p => p.Key).First().Value));")]
    [InlineData("var texts = new Dictionary<string, string>(); texts.Add(question, answer); Use(Parse(texts.First().Value));")]
    [InlineData("var texts = new Dictionary<string, string>(); texts.TryAdd(question, answer); Use(Parse(texts.Values.First()));")]
    [InlineData("var texts = new Dictionary<string, string> { { question, answer } }; Use(Parse(texts.First().Value));")]
    [InlineData("var texts = new Dictionary<string, string> { [question] = answer }; Use(Parse(texts.First().Value));")]
    [InlineData("Use(Parse(new KeyValuePair<string, string>(question, answer).Value));")]
    [InlineData("Use(Parse(KeyValuePair.Create(question, response).Value.Text));")]
    [InlineData("var pairs = new List<KeyValuePair<string, string>> { new(question, answer) }; Use(Parse(pairs[0].Value));")]
    [InlineData("var pairs = new List<KeyValuePair<string, string>>(); pairs.Add(new(question, answer)); Use(Parse(pairs[0].Value));")]
    public Task The_value_is_parsed(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData(ByAnswer + "foreach (var pair in texts) Use(Parse(pair.Key));")]
    [InlineData(ByAnswer + "foreach (var (key, value) in texts) Use(Parse(key));")]
    [InlineData(ByAnswer + "foreach (var key in texts.Keys) Use(Parse(key));")]
    [InlineData(ByAnswer + "Use(texts.Keys.Select(Parse).First());")]
    [InlineData("var texts = new Dictionary<string, string>(); texts.Add(answer, question); Use(Parse(texts.First().Key));")]
    [InlineData("var texts = new Dictionary<string, int> { { answer, 3 } }; Use(Parse(texts.Keys.First()));")]
    [InlineData("var texts = new Dictionary<string, int> { [answer] = 3 }; Use(Parse(texts.OrderBy(p => p.Value).First().Key));")]
    [InlineData("Use(Parse(new KeyValuePair<string, string>(answer, other).Key));")]
    [InlineData("Use(Parse(KeyValuePair.Create(response, other).Key.Text));")]
    public Task The_key_is_parsed(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData(ByQuestion + "foreach (var pair in texts) Use(Parse(pair.Key));")]
    [InlineData(ByQuestion + "foreach (var (key, value) in texts) Use(Parse(key));")]
    [InlineData(ByQuestion + "foreach (var key in texts.Keys) Use(Parse(key));")]
    [InlineData(ByQuestion + "Use(texts.Select(p => Parse(p.Key)).First());")]
    [InlineData("var texts = new Dictionary<string, string>(); texts.Add(question, answer); Use(Parse(texts.First().Key));")]
    [InlineData("var texts = new Dictionary<string, string> { { question, answer } }; Use(Parse(texts.First().Key));")]
    [InlineData("var texts = new Dictionary<string, string> { [question] = answer }; Use(Parse(texts.Keys.First()));")]
    [InlineData("Use(Parse(new KeyValuePair<string, string>(question, answer).Key));")]
    [InlineData("Use(Parse(KeyValuePair.Create(question, answer).Key));")]
    public Task The_key_of_an_answer_is_parsed(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData(ByAnswer + "foreach (var pair in texts) Use(Parse(pair.Value));")]
    [InlineData(ByAnswer + "foreach (var (key, value) in texts) Use(Parse(value));")]
    [InlineData(ByAnswer + "foreach (var value in texts.Values) Use(Parse(value));")]
    [InlineData("var texts = new Dictionary<string, string>(); texts.Add(answer, question); Use(Parse(texts.First().Value));")]
    [InlineData("var texts = new Dictionary<string, string> { { answer, question } }; Use(Parse(texts.First().Value));")]
    [InlineData("var texts = new Dictionary<string, string> { [answer] = question }; Use(Parse(texts.Values.First()));")]
    [InlineData("Use(Parse(new KeyValuePair<string, string>(answer, question).Value));")]
    [InlineData("Use(Parse(KeyValuePair.Create(answer, question).Value));")]
    public Task The_value_beside_an_answer_is_parsed(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData("var items = new Dictionary<string, Item> { [question] = new(answer, other) }; Use(Parse(items.First().Value.Key));")]
    [InlineData("var items = new Dictionary<string, Item>(); items.Add(question, new(answer, other)); Use(Parse(items[question].Key));")]
    public Task A_member_of_the_same_name(string statements) =>
        AnswerFlow.ArrivesAsync(statements, "private sealed record Item(string Key, string Text);");
}
