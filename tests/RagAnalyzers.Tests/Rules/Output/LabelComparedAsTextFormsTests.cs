namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2012: the forms that a comparison with labels takes, and what is done to the text before.</summary>
public sealed class LabelComparedAsTextFormsTests
{
    [Theory]
    [InlineData("""if (text == "positive") Use(1); else if (text == "negative") Use(2);""")]
    [InlineData("""if ("positive" == text || "negative" != text) Use(1);""")]
    [InlineData("""if (text.Equals("positive", StringComparison.OrdinalIgnoreCase)) Use(1); else if ("negative".Equals(text)) Use(2);""")]
    [InlineData("""if (string.Equals(text, "positive", StringComparison.OrdinalIgnoreCase) || string.Equals("negative", text)) Use(1);""")]
    [InlineData("""if (Equals(text, "positive") || object.Equals(text, "negative")) Use(1);""")]
    [InlineData(
        """if (StringComparer.OrdinalIgnoreCase.Equals(text, "positive") || StringComparer.Ordinal.Equals("negative", text)) Use(1);"""
    )]
    [InlineData(
        """if (string.Compare(text, "positive", StringComparison.OrdinalIgnoreCase) == 0 || text.CompareTo("negative") == 0) Use(1);"""
    )]
    [InlineData(
        """if (text.AsSpan().Trim().Equals("positive", StringComparison.OrdinalIgnoreCase) || text.AsSpan().SequenceEqual("negative")) Use(1);"""
    )]
    [InlineData(
        """switch (text) { case "positive": Use(1); break; case "negative": Use(2); break; default: throw new InvalidOperationException(); }"""
    )]
    [InlineData(
        """switch (text.Trim().ToLower()) { case "positive" or "good": Use(1); break; case var other when other.Length > 3: Use(2); break; }"""
    )]
    [InlineData("""Use(text switch { "positive" => 1, "negative" => 2, _ => 0 });""")]
    [InlineData(
        """Use(text.TrimEnd('.').ToUpperInvariant() switch { "POSITIVE" or "GOOD" => 1, _ => throw new InvalidOperationException() });"""
    )]
    [InlineData("""Use((text, question.Length) switch { ("positive", > 3) => 1, ("negative", _) => 2, _ => 0 });""")]
    [InlineData("""Use(text.Split(' ') switch { ["positive", ..] => 1, ["negative"] => 2, _ => 0 });""")]
    [InlineData("""Use(text is "positive" or "negative");""")]
    [InlineData("""Use(text is not ("positive" or "negative"));""")]
    [InlineData("""Use(response is { Text: "positive" or "negative" });""")]
    [InlineData("""Use(new[] { "positive", "negative" }.Contains(text));""")]
    [InlineData("""Use(Labels.Contains(text.Trim()));""")]
    [InlineData("""Use(Array.IndexOf(Labels, text) >= 0);""")]
    [InlineData("""Use(Known.Contains(text));""")]
    [InlineData("""Use(new List<string> { "positive", "negative" }.Contains(text));""")]
    [InlineData("""Use(Labels.Any(l => l == text));""")]
    [InlineData("""Use(Labels.Any(l => string.Equals(l, text, StringComparison.OrdinalIgnoreCase)));""")]
    [InlineData("""Use(Enum.Parse<Mood>(text, ignoreCase: true));""")]
    [InlineData("""Use((Mood)Enum.Parse(typeof(Mood), text.Trim()));""")]
    [InlineData("""Enum.TryParse<Mood>(text, out var mood); Use(mood);""")]
    [InlineData("""Use(Scores[text]);""")]
    [InlineData("""Use(Scores.TryGetValue(text.Trim(), out var score) ? score : 0);""")]
    [InlineData("""Use(Scores.ContainsKey(text));""")]
    [InlineData("""Use(Scores.GetValueOrDefault(text));""")]
    [InlineData("""Use(new Dictionary<string, int> { { "positive", 1 }, { "negative", -1 } }[text]);""")]
    public Task Comparison(string statements) =>
        ComparedAnswers.TextAsync(
            statements,
            """
            private const string Positive = "positive";
            private static readonly string[] Labels = [Positive, "negative"];
            private static readonly HashSet<string> Known = new(StringComparer.OrdinalIgnoreCase) { "positive", "negative" };
            private static readonly Dictionary<string, int> Scores = new(StringComparer.OrdinalIgnoreCase) { ["positive"] = 1, ["negative"] = -1 };

            public enum Mood { Positive, Negative }
            """
        );

    [Theory]
    [InlineData("""Use(Labels.FirstOrDefault(l => text.Contains(l)));""")]
    [InlineData("""foreach (var label in Labels) { if (text.StartsWith(label)) Use(label); }""")]
    [InlineData(
        """if (text.Contains("positive")) Use(1); else if (text.Contains("negative", StringComparison.OrdinalIgnoreCase)) Use(2);"""
    )]
    [InlineData("""if (text.StartsWith("Positive") || text.IndexOf("negative", StringComparison.OrdinalIgnoreCase) >= 0) Use(1);""")]
    [InlineData("""Use(text switch { _ when text.Contains("positive") => 1, var t when t.Contains("negative") => 2, _ => 0 });""")]
    public Task Search(string statements) =>
        ComparedAnswers.SearchAsync(
            """($"Is the mood of this mail positive or negative? {question}")""",
            statements,
            """private static readonly string[] Labels = ["positive", "negative"];"""
        );

    [Theory]
    [InlineData("text.Trim()")]
    [InlineData("text.ToLowerInvariant().Trim('.', ' ')")]
    [InlineData("""text.Replace("\"", "").Trim()""")]
    [InlineData("""text.Split('|')[0]""")]
    [InlineData("""text.Split('\n').First()""")]
    [InlineData("""Regex.Replace(text, "[^a-z]", "")""")]
    [InlineData("""(text ?? "").Trim()""")]
    [InlineData("response.Messages[0].Text")]
    [InlineData("response.ToString()")]
    public Task CleanedFirst(string cleaned) =>
        ComparedAnswers.TextAsync(
            $$"""
            var label = {{cleaned}};
            Use(label == "positive" || label == "negative");
            """
        );

    [Fact]
    public Task ThroughHelpers() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var mood = Read((await {|RAG2012:chat.GetResponseAsync|}($"What is the mood? {question}")).Text);
            var queue = QueueOf(await {|RAG2012:ClassifyAsync|}(question));
            Use((mood, queue));
            """,
            """
            private async Task<string> ClassifyAsync(string mail)
            {
                var response = await chat.GetResponseAsync($"Which queue? {mail}");
                return response.Text.Trim();
            }

            private static int Read(string answer) => answer.ToLower() switch { "positive" => 1, "negative" => -1, _ => 0 };

            private static int QueueOf(string queue) => Normalized(queue);

            private static int Normalized(string queue)
            {
                if (queue == "billing") return 1;
                return queue == "shipping" ? 2 : 0;
            }
            """
        );

    [Fact]
    public Task InTheCallerOfTheHelper() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var label = await {|RAG2012:ClassifyAsync|}(question);
            switch (label)
            {
                case "bug": Use(1); break;
                case "question": Use(2); break;
            }
            """,
            """
            private async Task<string> ClassifyAsync(string mail) => (await chat.GetResponseAsync($"Bug or question? {mail}")).Text;
            """
        );

    [Fact]
    public Task Streamed() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var answer = new StringBuilder();
            await foreach (var update in {|RAG2012:chat.GetStreamingResponseAsync|}(question))
                answer.Append(update.Text);
            Use(answer.ToString() is "positive" or "negative");
            """
        );
}
