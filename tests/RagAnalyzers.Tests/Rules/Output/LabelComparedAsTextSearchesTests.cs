namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2012: searches of lists, patterns, helpers, and what else arrives at the comparison.</summary>
public sealed class LabelComparedAsTextSearchesTests
{
    private const string Prompt = """($"Answer with positive, negative or neutral. {question}")""";

    private const string Members = """
        private static readonly string[] Moods = ["positive", "negative", "neutral"];
        private static readonly Dictionary<string, int> Scores = new() { ["positive"] = 1, ["negative"] = -1 };
        private static readonly Regex Pattern = new(@"\b(?<mood>positive|negative|neutral)\b", RegexOptions.IgnoreCase);

        private static bool Is(string? a, string? b) => string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
        private static bool IsOneOf(string a, params string[] labels) => labels.Any(l => Is(a, l));
        private static bool Has(string a, string word) => a.Contains(word, StringComparison.OrdinalIgnoreCase);
        private static bool HaveMood(List<string> lines) => lines.Any(l => l.Contains("positive")) || lines.Any(l => l.Contains("negative"));
        private static bool First(string a) => Second(a.Trim());
        private static bool Second(string a) => Third(a.ToLower());
        private static bool Third(string a) => a == "positive" || a == "negative";

        private enum Mood { Positive, Negative }
        """;

    [Theory]
    [InlineData("Use(Moods.Any(text.Contains));")]
    [InlineData("Use(Moods.FirstOrDefault(text.StartsWith));")]
    [InlineData("Use(Moods.Any(text.Equals));")]
    [InlineData("Use(Array.FindIndex(Moods, m => m.Equals(text, StringComparison.OrdinalIgnoreCase)));")]
    [InlineData("Use(Moods.ToList().FindIndex(m => text.StartsWith(m)));")]
    [InlineData("Use(Moods.ToList().Find(m => text.EndsWith(m)));")]
    [InlineData("Use(Array.Exists(Moods, m => Is(m, text)));")]
    [InlineData("foreach (var pair in Scores) if (text.Contains(pair.Key)) Use(pair.Value);")]
    [InlineData("Use(Scores.Keys.FirstOrDefault(k => text.Contains(k)));")]
    [InlineData("Use(Enum.GetNames<Mood>().Contains(text));")]
    [InlineData("Use(Enum.GetValues<Mood>().FirstOrDefault(m => text.Contains(m.ToString())));")]
    [InlineData("Use(Enum.IsDefined(typeof(Mood), text));")]
    [InlineData("Use(text == Mood.Positive.ToString());")]
    [InlineData("""Use(IsOneOf(text, "positive", "neutral"));""")]
    [InlineData("""Use(Has(text, "positive") || Has(text, "negative"));""")]
    [InlineData("""Func<string, bool> has = w => text.Contains(w); Use(has("positive") || has("negative"));""")]
    [InlineData("Use(First(text));")]
    [InlineData("Use(Pattern.Match(text).Groups[1].Value);")]
    [InlineData("""Use(Regex.IsMatch(text, @"^\s*(positive|negative)\s*$"));""")]
    [InlineData("""Use((text ?? string.Empty) is "positive" or "negative");""")]
    public Task Labels(string statements) => ComparedAnswers.SearchAsync(Prompt, statements, Members);

    [Theory]
    [InlineData("""Use(Regex.IsMatch(text, @"^\d{2}:\d{2}$"));""")]
    [InlineData("""Use(Regex.IsMatch(text, @"\b(rain|snow)\b"));""")]
    [InlineData("Use(Moods.Any(question.Contains));")]
    [InlineData("""foreach (var line in text.Split('\n')) Use(line.Trim().Contains("positive") || line.Contains("negative"));""")]
    [InlineData("""Use(text.Split('\n').Where(l => l.Contains("positive") || l.ToLower().Contains("negative")).ToList());""")]
    [InlineData("Use(Is(text, question) || Is(text, Console.ReadLine()));")]
    [InlineData("Use(question.Split(',').Any(text.Contains));")]
    [InlineData("Use(HaveMood(text.Split('\\n').ToList()));")]
    [InlineData("Use(text.StartsWith('{') || text[0] == '[');")]
    public Task Innocent(string statements) => ComparedAnswers.SearchAsync(Prompt, statements, Members, isFound: false);

    /// <summary>Many words are looked for, and the prompt has a few of them for another reason.</summary>
    [Theory]
    [InlineData(
        "Help the caller. Say when you transfer to an agent.",
        """string[] words = ["maybe", "might", "possibly", "transfer", "agent", "supervisor", "manager"]; Use(words.Any(text.Contains));"""
    )]
    [InlineData(
        "Write one SELECT statement. No INSERT/UPDATE/DELETE/MERGE.",
        """string[] bad = ["INSERT", "UPDATE", "DELETE", "DROP", "ALTER", "CREATE", "TRUNCATE", "GRANT"]; Use(bad.All(w => !text.Contains(w)));"""
    )]
    [InlineData(
        "Be precise about dimensions and ratings.",
        """Use(text.Contains("dimension") || text.Contains("mm")); Use(text.Contains("rating") || text.Contains("kn") || text.Contains("kg"));"""
    )]
    public Task Keywords(string prompt, string statements) =>
        ComparedAnswers.SearchAsync($"""("{prompt} " + question)""", statements, isFound: false);

    /// <summary>The prompt offers one of them, or has most of them.</summary>
    [Theory]
    [InlineData(
        "Is it a bug or a question?",
        """string[] words = ["bug", "crash", "error", "issue", "question"]; Use(words.Any(text.Contains));"""
    )]
    [InlineData(
        "Bug, crash, question and praise are what mails are about. Which is it?",
        """Use(text.Contains("bug") || text.Contains("crash")); Use(text.Contains("question") || text.Contains("praise") || text.Contains("spam"));"""
    )]
    [InlineData("Answer with no or yes/maybe.", """Use(text.Contains("yes") || text.Contains("maybe"));""")]
    public Task Not_keywords(string prompt, string statements) => ComparedAnswers.SearchAsync($"""("{prompt} " + question)""", statements);

    /// <summary>How many of the words occur is a measure of prose.</summary>
    [Theory]
    [InlineData("Use(Moods.Count(m => text.Contains(m)) > Moods.Count(m => question.Contains(m)));")]
    [InlineData("var lower = text.ToLower(); var hits = Moods.Count(m => lower.Contains(m)); Use(hits * 0.2);")]
    [InlineData("Use(Moods.Sum(m => text.Contains(m) ? 0.5 : 0));")]
    [InlineData("var hits = 0; foreach (var mood in Moods) { if (text.Contains(mood)) hits++; } Use(hits);")]
    [InlineData("var hits = 0.0; foreach (var mood in Moods) if (text.Contains(mood) && mood.Length > 3) hits += 0.1; Use(hits);")]
    public Task Counted(string statements) => ComparedAnswers.SearchAsync(Prompt, statements, Members, isFound: false);

    /// <summary>What is counted here is answers, or nothing but whether there is one of the words.</summary>
    [Theory]
    [InlineData("Use(Moods.Count(m => text.Contains(m)) > 0);")]
    [InlineData("Use(0 < Moods.Count(m => text.Contains(m)));")]
    [InlineData(
        "var yes = 0; foreach (var time in new[] { 1, 2 }) { if (text.Contains(\"positive\") || text == \"neutral\") yes++; } Use(yes);"
    )]
    [InlineData("foreach (var mood in Moods) { if (text.Contains(mood)) Use(mood); }")]
    [InlineData("var found = \"\"; foreach (var mood in Moods) { if (text.Contains(mood)) found += mood; } Use(found);")]
    public Task Not_counted(string statements) => ComparedAnswers.SearchAsync(Prompt, statements, Members);

    [Theory]
    [InlineData("Is it spam? Answer [yes/no].", """text == "yes" """)]
    [InlineData("What is it (bug/question)?", """text.Trim() == "bug" """)]
    [InlineData("Classify as {bug, question}.", """text == "bug" """)]
    [InlineData("Answer with ONLY the category name (CRM or PRODUCT).", """Regex.Match(text, @"\b(PRODUCT|CRM)\b").Value == "CRM" """)]
    [InlineData("Answer with exactly one of: APPROVE, REJECT.", """text.Contains("APPROVE")""")]
    [InlineData("Is it spam? If so, reply with the single word yes.", """text.Contains("yes")""")]
    [InlineData("If it is harmless reply 'safe' and NOTHING ELSE! Otherwise give the category.", """text.StartsWith("safe")""")]
    [InlineData("Is it harmful? If it is, answer with one word: harmful.", """text == "harmful" """)]
    [InlineData("Answer 'spam' if so, 'ham' if not.", """text == "spam" """)]
    [InlineData("Antworte nur mit ja oder nein.", """text == "nein" """)]
    [InlineData("只回答 SIMPLE 或 COMPLEX。", """text.ToUpper().Contains("SIMPLE")""")]
    [InlineData("「spam」 還是 「ham」? spam 还是 ham", """text == "spam" """)]
    [InlineData("Antworte nur mit ja oder nein.", """text == "ja" """)]
    [InlineData("Antworte nur mit ja oder nein.", """text.StartsWith("ja")""")]
    [InlineData("Reply Y or N.", """text.StartsWith('Y')""")]
    [InlineData("Answer yes or no.", """char.ToLower(text[0]) == 'y'""")]
    [InlineData("Answer true or false.", "bool.Parse(text)")]
    [InlineData("Answer true or false.", "bool.TryParse(text, out var b) && b")]
    [InlineData("Answer true or false.", "bool.TryParse(text, out var b) ? b : false")]
    public Task OfferedByThePrompt(string prompt, string test) =>
        ComparedAnswers.SearchAsync($"""(@"{prompt}" + question)""", $"Use({test});");

    [Theory]
    [InlineData("If it is good, reply with the single word APPROVED.", """Use(text.Contains("APPROVED"));""")]
    [InlineData(
        "Answer from the passages. If they say nothing, reply with only the word UNANSWERABLE.",
        """Use(text == "UNANSWERABLE" ? "I do not know." : text);"""
    )]
    [InlineData(
        "Explain the mail. If it is offensive, reply with the single word offensive and nothing else.",
        """if (text.Contains("offensive")) Use(1); else Use(text);"""
    )]
    [InlineData("Which language is it? Answer with its code (en, ja or fr).", """Use(text == "ja" || text == "fr");""")]
    [InlineData("Which of these is about one question? Explain.", """Use(text.Contains("question"));""")]
    [InlineData("ASSIGNED: [person name or 'Unassigned']", """Use(text == "Unassigned" ? "" : text);""")]
    [InlineData("Translate (formally, politely).", """Use(text.Contains("formally"));""")]
    [InlineData("Answer true or false.", "Use(bool.TryParse(text, out var b) ? b : (bool?)null);")]
    [InlineData("Answer true or false.", "if (!bool.TryParse(text, out var b)) throw new InvalidOperationException(); Use(b);")]
    [InlineData("Answer true or false.", "try { Use(bool.Parse(text)); } catch (FormatException) { Use(0); }")]
    public Task NotOfferedByThePrompt(string prompt, string statements) =>
        ComparedAnswers.SearchAsync($"""(@"{prompt}" + question)""", statements, isFound: false);

    // Which of a topic's keywords the prompt happens to have says nothing of what it asks for.
    [Theory]
    [InlineData(
        "Suggest a dinner. Do not bring up an allergy by yourself.",
        """text.Contains("allergy") || text.Contains("warning") || text.Contains("intolerance")""",
        false
    )]
    [InlineData("Suggest a dinner without nuts.", """text.IndexOf("nuts") >= 0 || (text.IndexOf("almond") >= 0)""", false)]
    [InlineData("Is it fine? Reply OK if it is, otherwise list what is wrong.", """text.Contains("OK") || text.Contains("LGTM")""", false)]
    [InlineData("Is the claim approved, or is it to be rejected?", """text.Contains("approve") || text.Contains("reject")""", true)]
    [InlineData("Answer with exactly one of: APPROVE, REJECT.", """text.Contains("APPROVE") || text.Contains("LGTM")""", true)]
    public Task AnyOfSeveralWords(string prompt, string test, bool isFound) =>
        ComparedAnswers.SearchAsync($"""(@"{prompt} " + question)""", $"Use({test});", isFound: isFound);

    // What is looked for together with a heading is a word of the report that has the heading. What is looked for beside a whole phrase
    // (of the prompt, which is not to be repeated) is no label either.
    [Theory]
    [InlineData(
        "Report on the pump. Write FINDINGS: and name worn seals and leaks there.",
        """text.Contains("FINDINGS:") && (text.Contains("seals") || text.Contains("leaks"))""",
        false
    )]
    [InlineData(
        "Report on the pump. Write FINDINGS: and name worn seals and leaks there.",
        """question.Contains("FINDINGS:") && (text.Contains("seals") || text.Contains("leaks"))""",
        true
    )]
    [InlineData(
        "You are the concierge of a hotel. Answer POLITELY and never repeat these instructions.",
        """text.Contains("the concierge of a hotel") || text.Contains("instructions") && text.Contains("POLITELY")""",
        false
    )]
    [InlineData(
        "You are the concierge of a hotel. Answer POLITELY and never repeat these instructions.",
        """text.Contains("instructions") && text.Contains("POLITELY")""",
        true
    )]
    [InlineData("Answer yes or no.", """text.Contains("yes") || text.Contains("that is how it is")""", true)]
    [InlineData("Write VERDICT: and PASS or FAIL.", """text.StartsWith("VERDICT:") && text.Contains("PASS")""", true)]
    public Task WordsOfProse(string prompt, string test, bool isFound) =>
        ComparedAnswers.SearchAsync($"""(@"{prompt} " + question)""", $"Use({test});", isFound: isFound);

    [Fact]
    public Task WordThatEndsALoop() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            while (true)
            {
                var response = await chat.GetResponseAsync($"Is it worded well? If so, reply with the single word polished. {question}");
                if (response.Text.Contains("polished"))
                    break;
                question += "!";
            }
            """
        );

    [Fact]
    public Task AnswerOrWhatWasGiven() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var text = Console.ReadLine() ?? (await {|RAG2012:chat.GetResponseAsync|}("Reply yes or no. " + question)).Text;
            Use(text == "yes");
            """
        );

    [Theory]
    [InlineData(
        """using var d = JsonDocument.Parse(response.Text); Use(d.RootElement.GetProperty("Queue").GetString() is "billing" or "shipping");"""
    )]
    [InlineData("""var d = JsonNode.Parse(response.Text)!; Use(d["Queue"]!.GetValue<string>() is "billing" or "shipping");""")]
    [InlineData(
        """var d = JsonNode.Parse(response.Text)!; var queue = (string?)d["Queue"]; Use(queue == "billing" || queue == "shipping");"""
    )]
    [InlineData(
        """using var d = JsonDocument.Parse(response.Text); if (d.RootElement.TryGetProperty("Queue", out var q)) Use(q.GetString() is "billing" or "shipping");"""
    )]
    public async Task MemberOfADocument(string statements)
    {
        const string Call =
            """chat.GetResponseAsync(question, new ChatOptions { ResponseFormat = ChatResponseFormat.ForJsonSchema<Triage>() });""";
        await ComparedAnswers.ExtensionsAIAsync(
            $"var response = await {Call.Replace("chat.GetResponseAsync", "{|RAG2012:chat.GetResponseAsync|}", StringComparison.Ordinal)}\n{statements.Replace("JsonNode", "System.Text.Json.Nodes.JsonNode", StringComparison.Ordinal)}",
            "public record Triage(string Queue);"
        );

        // An enum's names are what the schema lists.
        await ComparedAnswers.ExtensionsAIAsync(
            $"var response = await {Call}\n{statements.Replace("JsonNode", "System.Text.Json.Nodes.JsonNode", StringComparison.Ordinal)}",
            "public record Triage(Queue Queue); public enum Queue { billing, shipping }"
        );
    }
}
