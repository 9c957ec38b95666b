using RagAnalyzers.Tests.Flow.Tracing;

namespace RagAnalyzers.Tests.Flow.Writes;

/// <summary>What counts as a write to a variable, or into what it holds.</summary>
public sealed class WriteFinderTests
{
    [Theory]
    [InlineData("List<string>? texts = null; (texts ??= new()).Add(answer); Use(Parse(texts[0]));")]
    [InlineData("System.Text.StringBuilder? text = new(); text?.Append(answer); Use(Parse(text?.ToString()));")]
    [InlineData("List<string>? texts = new(); texts?.Add(answer); Use(Parse(texts?[0]));")]
    [InlineData("var texts = new[] { other, answer }; texts[0] = other; Use(Parse(texts[1]));")]
    [InlineData("var texts = new string[2]; texts[0] = other; texts[1] = answer; Use(Parse(texts[1]));")]
    [InlineData("var draft = new Draft(); draft.Set(answer); Use(Parse(draft.Text));")]
    [InlineData("var draft = new Draft { Text = answer }; draft.Touch(); Use(Parse(draft.Text));")]
    [InlineData("var draft = new Draft { Text = answer }; var second = draft; Use(Parse(second.Text));")]
    [InlineData("var drafts = new Draft[] { new() }; drafts[0].Text = answer; Use(Parse(drafts[0].Text));")]
    [InlineData("var drafts = new Draft[] { new() }; foreach (var draft in drafts) draft.Text = answer; Use(Parse(drafts[0].Text));")]
    [InlineData(
        "var drafts = new List<Draft> { new() }; foreach (var draft in drafts) draft.Text = answer; foreach (var d in drafts) Use(Parse(d.Text));"
    )]
    public Task Writes(string statements) => AnswerFlow.ArrivesAsync(statements, Draft);

    [Theory]
    [InlineData("var draft = new Draft { Text = answer }; draft.Text = other; Use(Parse(draft.Text));")]
    [InlineData("var texts = new[] { answer }; texts = new[] { other }; Use(Parse(texts[0]));")]
    public Task Replacing_writes(string statements) => AnswerFlow.IsLostAsync(statements, Draft);

    private const string Draft = """
        private sealed class Draft
        {
            public string Text = "";
            public int Touched;
            public void Set(string text) => Text = text;
            public void Touch() => Touched++;
        }
        """;
}
