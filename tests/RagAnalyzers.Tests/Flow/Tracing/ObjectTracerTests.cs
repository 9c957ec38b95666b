using RagAnalyzers.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>What objects are made of.</summary>
public sealed class ObjectTracerTests
{
    [Theory]
    [InlineData("var reply = new Reply { Text = answer }; Use(Parse(reply.Text));")]
    [InlineData("var reply = new Reply { Text = other }; reply = reply with { Text = answer }; Use(Parse(reply.Text));")]
    [InlineData("var reply = new Reply { Text = answer } with { Other = other }; Use(Parse(reply.Text));")]
    [InlineData("var reply = new Reply { Text = answer }; var copy = new Reply(reply); Use(Parse(copy.Text));")]
    [InlineData("var pair = (answer, other); Use(Parse(pair.Item1));")]
    [InlineData("var pair = (Text: answer, Other: other); Use(Parse(pair.Text)); ")]
    [InlineData("Use(Parse(new Tuple<string, string>(answer, other).Item1));")]
    [InlineData("Use(Parse(new { Text = answer, Other = other }.Text));")]
    [InlineData("Use(Parse(new { answer, other }.answer));")]
    [InlineData("Use(Parse(new Optional(last: answer).Last));")]
    [InlineData("Use(Parse(new List<string>(new[] { answer })[0]));")]
    [InlineData("Use(Parse(new StringBuilder(answer).Append('}').ToString()));")]
    [InlineData("Use(Parse(new string(answer.ToCharArray())));")]
    [InlineData("Use(Parse(new StringReader(answer).ReadToEnd()));")]
    [InlineData("Use(Parse(new StreamReader(new MemoryStream(Encoding.UTF8.GetBytes(answer))).ReadToEnd()));")]
    [InlineData("var reply = new Nested { Reply = new Reply { Text = answer } }; Use(Parse(reply.Reply.Text));")]
    [InlineData("var reply = new Nested { Reply = { Text = answer } }; Use(Parse(reply.Reply.Text));")]
    [InlineData("var replies = new List<Reply> { new() { Text = answer } }; Use(Parse(replies[0].Text));")]
    [InlineData("var all = new Dictionary<string, string> { [\"a\"] = answer }; Use(Parse(all[\"a\"]));")]
    [InlineData("var all = new Dictionary<string, string> { { \"a\", answer } }; Use(Parse(all[\"a\"]));")]
    public Task The_answer_among_them(string statements) => AnswerFlow.ArrivesAsync(statements, Members);

    [Theory]
    [InlineData("var reply = new Reply { Other = answer }; Use(Parse(reply.Text));")]
    [InlineData("var reply = new Reply { Text = answer } with { Text = other }; Use(Parse(reply.Text));")]
    [InlineData("var pair = (answer, other); Use(Parse(pair.Item2));")]
    [InlineData("Use(Parse(new Tuple<string, string>(answer, other).Item2));")]
    [InlineData("Use(Parse(new { Text = answer, Other = other }.Other));")]
    [InlineData("Use(Parse(new Optional(last: answer).First));")]
    [InlineData("var reply = new Nested { Reply = new Reply { Other = answer, Text = other } }; Use(Parse(reply.Reply.Text));")]
    [InlineData("var reply = new Nested { Reply = { Other = answer } }; Use(Parse(reply.Reply.Text));")]
    [InlineData("var all = new Dictionary<string, string> { [\"a\"] = answer, [\"b\"] = other }; Use(Parse(all[\"b\"]));")]
    [InlineData("var all = new Dictionary<string, string> { { \"a\", answer }, { \"b\", other } }; Use(Parse(all[\"b\"]));")]
    public Task The_answer_elsewhere_in_them(string statements) => AnswerFlow.IsLostAsync(statements, Members);

    private const string Members = """
        private sealed record Reply
        {
            public Reply() { }
            public Reply(Reply other) { Text = other.Text; Other = other.Other; }
            public string Text { get; set; } = "";
            public string Other { get; set; } = "";
        }
        private sealed class Nested { public Reply Reply { get; init; } = new(); }
        private sealed class Optional(string first = "{}", string last = "{}")
        {
            public string First { get; } = first;
            public string Last { get; } = last;
        }
        """;

    [Theory]
    [InlineData("_ = [|(parameter, Unknown())|];", "Parameter parameter | Call Unknown()")]
    [InlineData("_ = [|new { parameter }|];", "Parameter parameter")]
    [InlineData("_ = [|new Made { Text = parameter }|];", "Parameter parameter")]
    [InlineData("_ = [|new Made { Next = new Made { Text = parameter } }|];", "| Parameter parameter")]
    [InlineData("_ = [|new System.Collections.Generic.List<string> { parameter }|];", "Parameter parameter")]
    [InlineData("_ = [|new StringBuilder(parameter)|];", "Parameter parameter")]
    [InlineData("_ = [|new System.Uri(parameter)|];", "Parameter parameter")]
    [InlineData(
        "_ = [|new System.Collections.Generic.Dictionary<string, string> { [parameter] = Unknown() }|];",
        "Parameter parameter | Call Unknown()"
    )]
    [InlineData("_ = [|System.Collections.Generic.KeyValuePair.Create(parameter, Unknown())|];", "Parameter parameter | Call Unknown()")]
    public void What_an_object_contains(string statements, string origins) =>
        Assert.EndsWith(origins, new TracedSource(statements).Origins(FlowMode.Content));
}
