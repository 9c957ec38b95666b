namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Values on their way through collections, LINQ and loops.</summary>
public sealed class ValueTracerCollectionsTests
{
    [Theory]
    [InlineData("new[] { other, answer }[1]")]
    [InlineData("new string[] { answer }[^1]")]
    [InlineData("new List<string> { other, answer }[1]")]
    [InlineData("new List<string>([answer])[0]")]
    [InlineData("new Dictionary<string, string> { [\"a\"] = answer }[\"a\"]")]
    [InlineData("new Dictionary<string, string> { { \"a\", answer } }[\"a\"]")]
    [InlineData("((string[])[other, answer])[1]")]
    [InlineData("((List<string>)[.. other.Split(','), .. new[] { answer }])[0]")]
    [InlineData("new List<string> { answer }.ToArray().AsSpan()[0]")]
    [InlineData("System.Collections.Immutable.ImmutableArray.Create(answer)[0]")]
    [InlineData("new Stack<string>([answer]).Pop()")]
    [InlineData("new Dictionary<string, string> { [\"a\"] = answer }.Values.First()")]
    public Task Elements(string value) => AnswerFlow.ArrivesAsync($"Use(Parse({value}));");

    [Theory]
    [InlineData("new[] { answer }.First()")]
    [InlineData("new[] { answer }.Where(text => text.Length > 0).OrderBy(text => text).Take(1).ToList()[0]")]
    [InlineData("new[] { answer }.Select(text => text.Trim()).Single()")]
    [InlineData("new[] { answer }.Select((text, index) => text + index)")]
    [InlineData("new[] { response }.Select(one => one.Text).Last()")]
    [InlineData("new[] { response }.SelectMany(one => one.Messages).Select(message => message.Text).First()")]
    [InlineData("new[] { response }.SelectMany(one => one.Messages, (one, message) => message.Text).First()")]
    [InlineData("new[] { answer }.Aggregate((all, next) => all + next)")]
    [InlineData("new[] { answer }.Aggregate(\"\", (all, next) => all + next)")]
    [InlineData("new[] { answer }.Aggregate(new StringBuilder(), (all, next) => all.Append(next), all => all.ToString())")]
    [InlineData("new[] { answer }.ToDictionary(text => text.Length)[0]")]
    [InlineData("new[] { answer }.ToDictionary(text => text.Length, text => text.Trim())[0]")]
    [InlineData("new[] { answer }.GroupBy(text => text.Length).First().First()")]
    [InlineData("new[] { answer }.Zip(new[] { other }, (a, b) => a).First()")]
    [InlineData("new[] { other }.Concat([answer]).Last()")]
    [InlineData("new[] { other }.Append(answer).Last()")]
    [InlineData("new[] { answer }.Cast<object>().OfType<string>().First()")]
    [InlineData("new[] { answer }.DefaultIfEmpty(other).First()")]
    [InlineData("new[] { answer }.Reverse().Distinct().FirstOrDefault() ?? \"{}\"")]
    [InlineData("new[] { answer }.MaxBy(text => text.Length)")]
    [InlineData("new[] { answer }.Max(text => text.Trim())")]
    [InlineData("new[] { answer }.Select(Clean).First()")]
    [InlineData("new[] { answer }.Select(Desk.Clean).First()")]
    [InlineData("Enumerable.First(Enumerable.Select(new[] { answer }, text => text.Trim()))")]
    [InlineData("string.Concat(new[] { answer }.Select(text => text))")]
    [InlineData("string.Join(\"\", answer.Split('\\n').Where(line => !line.StartsWith(\"```\")))")]
    [InlineData("(from text in new[] { answer } select text).First()")]
    [InlineData("(from text in new[] { answer } where text.Length > 0 orderby text.Length select text.Trim()).First()")]
    [InlineData("(from text in new[] { answer } let clean = text.Trim() where clean.Length > 0 select clean).First()")]
    [InlineData("(from one in new[] { response } from message in one.Messages select message.Text).First()")]
    [InlineData("(from text in new[] { answer } group text by text.Length into byLength select byLength.First()).First()")]
    [InlineData("await new[] { answer }.ToAsyncEnumerable().Select(text => text.Trim()).FirstAsync()")]
    [InlineData("(await Task.WhenAll(new[] { response }.Select(async one => { await Task.Yield(); return one.Text; })))[0]")]
    [InlineData("new List<string> { answer }.ConvertAll(text => text.Trim())[0]")]
    [InlineData("Array.Find(new[] { answer }, text => text.Length > 0)")]
    [InlineData("new List<string> { answer }.Find(text => text.Length > 0)")]
    public Task Linq(string value) =>
        AnswerFlow.ArrivesAsync(
            $"Use(Parse({(value.Contains("text + index") ? $"string.Concat({value})" : value)}));",
            "private static string Clean(string text) => text.Trim('`');"
        );

    [Theory]
    [InlineData("new[] { answer }.Select(text => text.Length.ToString()).First()")]
    [InlineData("new[] { answer }.Select(_ => other).First()")]
    [InlineData("new[] { answer }.Count().ToString()")]
    [InlineData("new[] { answer }.Any() ? other : \"{}\"")]
    [InlineData("new[] { other }.Where(text => text != answer).First()")]
    [InlineData("new[] { other }.OrderBy(text => text == answer).First()")]
    [InlineData("(from text in new[] { other } where text != answer select text).First()")]
    [InlineData("(from text in new[] { answer } select text.Length.ToString()).First()")]
    [InlineData("new[] { other }.FirstOrDefault(text => answer.Contains(text)) ?? \"{}\"")]
    public Task Linq_that_drops_the_value(string value) => AnswerFlow.IsLostAsync($"Use(Parse({value}));");

    [Theory]
    [InlineData("foreach (var text in new[] { answer }) Use(Parse(text));")]
    [InlineData("foreach (string line in answer.Split('\\n')) { var text = line.Trim(); Use(Parse(text)); }")]
    [InlineData("await foreach (var text in new[] { answer }.ToAsyncEnumerable()) Use(Parse(text));")]
    [InlineData("var texts = new List<string>(); texts.Add(answer); foreach (var text in texts) Use(Parse(text));")]
    [InlineData("var texts = new List<string>(); texts.AddRange([answer]); Use(Parse(texts[0]));")]
    [InlineData("var texts = new string[2]; texts[0] = answer; Use(Parse(texts[0]));")]
    [InlineData("var texts = new List<string> { other }; texts[0] = answer; Use(Parse(texts[0]));")]
    [InlineData(
        "var texts = new Dictionary<string, string>(); texts[question] = answer; foreach (var pair in texts) Use(Parse(pair.Value));"
    )]
    [InlineData(
        "var texts = new Dictionary<string, string> { [question] = answer }; foreach (var (key, text) in texts) { Use(key); Use(Parse(text)); }"
    )]
    [InlineData("for (var i = 0; i < response.Messages.Count; i++) Use(Parse(response.Messages[i].Text));")]
    [InlineData(
        "foreach (var message in response.Messages) foreach (var content in message.Contents) if (content is TextContent { Text: var text }) Use(Parse(text));"
    )]
    [InlineData("new List<string> { answer }.ForEach(text => Use(Parse(text)));")]
    [InlineData(
        "var text = new StringBuilder(); foreach (var message in response.Messages) text.Append(message.Text); Use(Parse(text.ToString()));"
    )]
    [InlineData("var text = new StringBuilder(); text.Append(\"{\").AppendLine(answer).Append('}'); Use(Parse(text.ToString()));")]
    [InlineData("var text = new StringBuilder(); text.Append($\"{answer}\\n\"); Use(Parse(text.ToString()));")]
    [InlineData("var text = new StringBuilder().AppendJoin(\",\", new[] { answer }); Use(Parse(text.ToString()));")]
    [InlineData("var text = new StringWriter(); text.Write(answer); Use(Parse(text.ToString()));")]
    [InlineData(
        "var stream = new MemoryStream(); stream.Write(Encoding.UTF8.GetBytes(answer)); Use(Parse(Encoding.UTF8.GetString(stream.ToArray())));"
    )]
    [InlineData(
        "var stream = new MemoryStream(); var writer = new StreamWriter(stream); writer.Write(answer); writer.Flush(); Use(JsonNode.Parse(stream));"
    )]
    [InlineData("Parallel.ForEach(new[] { answer }, text => Use(Parse(text)));")]
    public Task Loops_and_containers(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData("foreach (var text in new[] { other }) Use(Parse(answer.Length > 0 ? text : \"{}\"));")]
    [InlineData("var texts = new List<string> { other }; Use(texts.Contains(answer)); Use(Parse(texts[0]));")]
    [InlineData("var texts = new List<string> { other }; texts.Remove(answer); Use(Parse(texts[0]));")]
    [InlineData("var texts = new Dictionary<string, string> { [\"a\"] = other }; Use(Parse(texts[answer]));")]
    [InlineData("var texts = new List<string> { answer }; Use(texts); texts = [other]; Use(Parse(texts[0]));")]
    public Task Containers_without_the_value(string statements) => AnswerFlow.IsLostAsync(statements);
}
