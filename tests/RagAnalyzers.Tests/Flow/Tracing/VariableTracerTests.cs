using RagAnalyzers.Tests.Verifiers;

namespace RagAnalyzers.Tests.Flow.Tracing;

/// <summary>Values on their way through variables: tuples, patterns, out arguments, loops, members of objects.</summary>
public sealed class VariableTracerTests
{
    [Theory]
    [InlineData("var (text, score) = (answer, 1); Use(Parse(text)); Use(score);")]
    [InlineData("(string text, var rest) = (answer, other); Use(Parse(text)); Use(rest);")]
    [InlineData("string text; (text, _) = (answer, other); Use(Parse(text));")]
    [InlineData("var (_, (text, _)) = (1, (answer, other)); Use(Parse(text));")]
    [InlineData("var pair = (answer, other); Use(Parse(pair.answer));")]
    [InlineData("var pair = (Text: answer, Other: other); Use(Parse(pair.Text));")]
    [InlineData("(string Text, string Other) pair = (answer, other); Use(Parse(pair.Item1));")]
    [InlineData("var pair = Tuple.Create(answer, other); Use(Parse(pair.Item1));")]
    [InlineData("var pair = KeyValuePair.Create(other, answer); Use(Parse(pair.Value));")]
    [InlineData("var (text, _) = new Answer(answer, 1); Use(Parse(text));")]
    [InlineData("var (text, rest) = (other, other); (text, rest) = (answer, text); Use(Parse(text)); Use(rest);")]
    [InlineData("foreach (var (text, index) in new[] { answer }.Select((text, index) => (text, index))) { Use(Parse(text)); Use(index); }")]
    public Task Tuples(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData("var (text, rest) = (other, answer); Use(Parse(text)); Use(rest);")]
    [InlineData("var pair = (answer, other); Use(Parse(pair.other));")]
    [InlineData("var pair = (answer, other); Use(Parse(pair.Item2));")]
    [InlineData("var (_, (text, rest)) = (1, (other, answer)); Use(Parse(text)); Use(rest);")]
    [InlineData("var (text, rest) = (answer, other); (text, rest) = (rest, text); Use(Parse(text)); Use(rest);")]
    public Task Other_half_of_a_tuple(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData("if (answer is string text) Use(Parse(text));")]
    [InlineData("if (answer is { Length: > 0 } text) Use(Parse(text));")]
    [InlineData("if (answer is not { Length: > 0 } text) return; Use(Parse(text));")]
    [InlineData("if (answer is var text) Use(Parse(text));")]
    [InlineData("if (response is { Text: var text }) Use(Parse(text));")]
    [InlineData("if (response is { Text: { Length: > 0 } text, FinishReason: not null }) Use(Parse(text));")]
    [InlineData("if (response is { Messages: [.., { Text: var text }] }) Use(Parse(text));")]
    [InlineData("if (response is { Messages: [{ Text: var text }] }) Use(Parse(text));")]
    [InlineData("if (response.Messages is [var first, ..]) Use(Parse(first.Text));")]
    [InlineData("if (response.Messages[0].Contents is [TextContent { Text: var text }]) Use(Parse(text));")]
    [InlineData("if (response.Messages[0].Contents[0] is TextContent content) Use(Parse(content.Text));")]
    [InlineData("if (response.Messages[0].Contents[0] is TextContent { Text: string text } && text.Length > 0) Use(Parse(text));")]
    [InlineData("switch (answer) { case { Length: > 0 } text: Use(Parse(text)); break; }")]
    [InlineData(
        "switch (response.Messages[0].Contents[0]) { case TextContent content when content.Text.Length > 0: Use(Parse(content.Text)); break; }"
    )]
    [InlineData("Use(answer switch { { Length: > 0 } text => Parse(text), _ => null });")]
    [InlineData("Use(response.Messages[0].Contents[0] switch { TextContent { Text: var text } => Parse(text), _ => null });")]
    [InlineData("Use((answer, other) switch { ({ Length: > 0 } text, _) => Parse(text), _ => null });")]
    [InlineData("if ((answer, other) is (var text, not null)) Use(Parse(text));")]
    [InlineData("if (new Answer(answer, 1) is Answer(var text, > 0)) Use(Parse(text));")]
    [InlineData("if (new Answer(answer, 1) is { Text: var text }) Use(Parse(text));")]
    [InlineData("if (answer is ['`', '`', '`', .. var text, '`', '`', '`']) Use(Parse(text));")]
    [InlineData("object? boxed = answer; if (boxed is string and var text) Use(Parse(text as string));")]
    public Task Patterns(string statements) => AnswerFlow.ArrivesAsync(statements);

    [Theory]
    [InlineData("if (new Answer(other, 1) is { Text: var text } && answer != text) Use(Parse(text));")]
    [InlineData("if ((answer, other) is (not null, var text)) Use(Parse(text));")]
    [InlineData("if (response is { ModelId: { } text }) Use(Parse(text));")]
    [InlineData("switch (answer) { case \"yes\": if (other is { } text) Use(Parse(text)); break; }")]
    public Task Patterns_over_something_else(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData("var made = new Answer(answer, 1); Use(Parse(made.Text));")]
    [InlineData("Answer made = new(answer, 1); Use(Parse(made.Text));")]
    [InlineData("var made = new Answer(Score: 1, Text: answer); Use(Parse(made.Text));")]
    [InlineData("var made = new Answer(other, 1) with { Text = answer }; Use(Parse(made.Text));")]
    [InlineData("var made = new Answer(answer, 1) with { Score = 2 }; Use(Parse(made.Text));")]
    [InlineData("var made = new Policy { Text = answer }; Use(Parse(made.Text));")]
    [InlineData("var made = new Policy(); made.Text = answer; Use(Parse(made.Text));")]
    [InlineData("Policy made = new() { Text = other }; made.Text = answer; Use(Parse(made.Text));")]
    [InlineData("var made = new { Text = answer, other }; Use(Parse(made.Text));")]
    [InlineData("var made = new { answer, other } with { answer = response.Text }; Use(Parse(made.answer));")]
    [InlineData("var made = new { Inner = new { Text = answer } }; Use(Parse(made.Inner.Text));")]
    [InlineData("var made = new Holder { Inner = { Text = answer } }; Use(Parse(made.Inner.Text));")]
    [InlineData("var made = new Holder(); made.Inner.Text = answer; Use(Parse(made.Inner.Text));")]
    [InlineData("var made = new Pair { First = answer }; Use(Parse(made.First));")]
    [InlineData("var made = default(Pair); made.First = answer; Use(Parse(made.First));")]
    public Task Members(string statements) =>
        AnswerFlow.ArrivesAsync(
            statements,
            """
            private sealed class Holder { public Policy Inner { get; } = new(); }
            private struct Pair { public string First; public string Second; }
            """
        );

    [Theory]
    [InlineData("var made = new Answer(other, answer.Length); Use(Parse(made.Text));")]
    [InlineData("var made = new Answer(answer, 1) with { Text = other }; Use(Parse(made.Text));")]
    [InlineData("var made = new Policy { Id = answer, Text = other }; Use(Parse(made.Text));")]
    [InlineData("var made = new Policy { Text = answer }; Use(made.Text); made.Text = other; Use(Parse(made.Text));")]
    [InlineData("var made = new { Text = other, answer }; Use(Parse(made.Text));")]
    [InlineData("var made = new { Inner = new { Text = other }, Text = answer }; Use(Parse(made.Inner.Text));")]
    public Task Other_members(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData(
        "var texts = new Dictionary<string, string> { [\"a\"] = answer }; if (texts.TryGetValue(question, out var text)) Use(Parse(text));"
    )]
    [InlineData(
        "var texts = new Dictionary<string, string>(); texts.Add(\"a\", answer); texts.TryGetValue(question, out string? text); Use(Parse(text));"
    )]
    [InlineData("var texts = new Dictionary<string, string>(); texts[\"a\"] = answer; Use(Parse(texts.GetValueOrDefault(question)));")]
    [InlineData(
        "var texts = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(); texts.TryAdd(\"a\", answer); Use(Parse(texts[\"a\"]));"
    )]
    [InlineData(
        "var texts = new System.Collections.Concurrent.ConcurrentDictionary<string, string>(); Use(Parse(texts.GetOrAdd(question, _ => answer)));"
    )]
    [InlineData("var texts = new Queue<string>(); texts.Enqueue(answer); if (texts.TryDequeue(out var text)) Use(Parse(text));")]
    [InlineData(
        "var pipe = System.Threading.Channels.Channel.CreateUnbounded<string>(); await pipe.Writer.WriteAsync(answer); Use(Parse(await pipe.Reader.ReadAsync()));"
    )]
    [InlineData(
        "var pipe = System.Threading.Channels.Channel.CreateBounded<string>(1); pipe.Writer.TryWrite(answer); if (pipe.Reader.TryRead(out var text)) Use(Parse(text));"
    )]
    [InlineData(
        "var pipe = System.Threading.Channels.Channel.CreateUnbounded<string>(); pipe.Writer.TryWrite(answer); await foreach (var text in pipe.Reader.ReadAllAsync()) Use(Parse(text));"
    )]
    [InlineData("Store(answer, out var text); Use(Parse(text)); static void Store(string value, out string stored) => stored = value;")]
    [InlineData(
        "Use(TryClean(answer, out var text) ? Parse(text) : null); static bool TryClean(string value, out string cleaned) { cleaned = value.Trim(); return cleaned.Length > 0; }"
    )]
    [InlineData("var text = other; Replace(ref text); Use(Parse(text)); void Replace(ref string value) => value = answer;")]
    [InlineData(
        "var text = answer; Clean(ref text); Use(Parse(text)); void Clean(ref string value) { value = value.Trim(); if (value.Length > 2) value = value[1..]; }"
    )]
    [InlineData(
        "var text = answer; Patch(ref text); Use(Parse(text)); void Patch(ref string value) { if (value == \"\") value = \"{}\"; }"
    )]
    [InlineData(
        "var text = answer; Patch(ref text); Use(Parse(text)); void Patch(ref string value) { if (value != \"\") return; value = \"{}\"; }"
    )]
    [InlineData("var text = answer; Look(ref text); Use(Parse(text)); void Look(ref string value) => Use(value);")]
    public Task Out_and_ref(string statements) => AnswerFlow.ArrivesAsync(statements);

    /// <summary>A method that takes its own object apart, and gives it its own members again.</summary>
    [Fact]
    public Task Object_that_is_put_into_itself() =>
        AnswerFlow.ArrivesAsync(
            "Use(Parse(new Link(answer, null).Again().Text));",
            """
            private sealed record Link(string Text, Link? Next)
            {
                public string Text { get; set; } = Text;

                public Link? Next { get; set; } = Next;

                public Link Again()
                {
                    (Text, Next) = this;
                    return this;
                }
            }
            """
        );

    /// <summary>A method that searches hands its own parameter on to itself, or to one that hands it back.</summary>
    [Theory]
    [InlineData(
        "private static bool TryFind(string value, out string found) { if (value.StartsWith('{')) { found = value; return true; } return TryFind(value[1..], out found); }"
    )]
    [InlineData(
        "private static bool TryFind(string value, out string found) { found = value; foreach (var part in value.Split(',')) { if (TryFind(part, out var inner)) { found = inner; return true; } } return false; }"
    )]
    [InlineData(
        "private static bool TryFind(string value, out string found) { found = value; return value.Length < 9 || TryNext(value, out found); } private static bool TryNext(string value, out string found) => TryFind(value[1..], out found);"
    )]
    public async Task Out_argument_of_the_same_method(string members)
    {
        await AnswerFlow.ArrivesAsync("if (TryFind(answer, out var text)) Use(Parse(text));", members);
        await AnswerFlow.IsLostAsync("if (TryFind(other, out var text)) Use(Parse(text));", members);
    }

    [Fact]
    public Task Out_argument_of_the_same_method_that_is_never_assigned() =>
        AnswerFlow.IsLostAsync(
            "if (TryFind(answer, out var text)) Use(Parse(text)); Fail(ref text); Use(Parse(text));",
            "private static bool TryFind(string value, out string found) => TryFind(value[1..], out found); private static void Fail(ref string text) => Fail(ref text);"
        );

    [Theory]
    [InlineData("var text = answer; Replace(ref text); Use(Parse(text)); void Replace(ref string value) => value = \"{}\";")]
    [InlineData(
        "var text = answer; Replace(ref text); Use(Parse(text)); void Replace(ref string value) { if (question == \"\") { value = \"{}\"; } else { value = other; } }"
    )]
    public Task Replaced_by_reference(string statements) => AnswerFlow.IsLostAsync(statements);

    [Theory]
    [InlineData("string? text = null; text ??= answer; Use(Parse(text));")]
    [InlineData("string? text = null; Use(Parse(text ??= answer));")]
    [InlineData("string text; Use(Parse(text = answer)); Use(text);")]
    [InlineData("var text = \"\"; text += answer; Use(Parse(text));")]
    [InlineData("string first, second; first = second = answer; Use(Parse(first)); Use(second);")]
    [InlineData("ref var text = ref answer; Use(Parse(text));")]
    [InlineData("using var reader = new StringReader(answer); Use(Parse(reader.ReadToEnd()));")]
    [InlineData("using (var reader = new StringReader(answer)) Use(Parse(reader.ReadLine()));")]
    [InlineData("for (var text = answer; text.Length > 0; text = text[1..]) Use(Parse(text));")]
    [InlineData("{ var text = answer; { Use(Parse(text)); } }")]
    [InlineData("dynamic text = answer; Use(Parse((string)text));")]
    public Task Assignments(string statements)
    {
        Language.IsCSharp13(when: statements.Contains("ref var"));
        return AnswerFlow.ArrivesAsync(statements);
    }
}
