namespace RagAnalyzers.Tests.Rules.Output;

/// <summary>RAG2012: which constants are labels of a closed set, and which are not.</summary>
public sealed class LabelComparedAsTextTests
{
    [Theory]
    [InlineData("Is this spam? Answer yes or no.", "yes")]
    [InlineData("Is this spam? Answer with 'YES' or 'NO' only.", "YES")]
    [InlineData("Reply YES if the mail is urgent. In all other cases reply NO.", "yes")]
    [InlineData("Answer true/false.", "true")]
    [InlineData("Classify as bug, question or praise.", "question")]
    [InlineData("Classify as bug, question or praise.", "bug")]
    [InlineData("Labels: BUG|QUESTION|PRAISE", "PRAISE")]
    [InlineData("The labels are spam and ham.", "ham")]
    [InlineData("Pick one:\n- bug\n- question\n", "question")]
    [InlineData("Pick one:\n1. **bug**\n2. **question**\n", "bug")]
    public Task OneThatThePromptOffers(string prompt, string label) =>
        ComparedAnswers.ExtensionsAIAsync(
            $$""""
            var response = await {|RAG2012:chat.GetResponseAsync|}([new(ChatRole.System, """
            {{prompt}}
            """), new(ChatRole.User, question)]);
            if (response.Text.Trim() == "{{label}}")
                Use(response);
            """"
        );

    [Fact]
    public Task OneOfAListThatThePromptIsMadeOf() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            string[] choices = ["ContinueConversation", "EndConversation"];
            var response = await {|RAG2012:chat.GetResponseAsync|}($"What is the intent? Choose from {string.Join(", ", choices)}. {question}");
            if (response.Text == "EndConversation")
                Use(response);
            """
        );

    [Theory]
    [InlineData("Answer the question. Say SKIP if it is about something else.", "SKIP")]
    [InlineData("Answer the question. If the mail is spam, reply with SPAM.", "SPAM")]
    [InlineData("Reply NONE or the name.", "NONE")]
    [InlineData("Reply with the name, or with NO_NAME.", "NO_NAME")]
    [InlineData("End with DONE, or ask again.", "DONE")]
    [InlineData("Make a big pizza with mushrooms and onions.", "Mushrooms")]
    [InlineData("Write a poem.", "yes")]
    [InlineData("Is this spam?", "yes")]
    [InlineData("You know the yesterdays and nowadays.", "yes")]
    public Task OneThatThePromptDoesNotOffer(string prompt, string label) =>
        ComparedAnswers.ExtensionsAIAsync(
            $$"""
            var response = await chat.GetResponseAsync([new(ChatRole.System, "{{prompt}}"), new(ChatRole.User, question)]);
            if (response.Text.Trim() == "{{label}}")
                Use(response);
            """
        );

    [Theory]
    [InlineData("""Use(text == "" || text == " ");""")]
    [InlineData("""Use(text == "positive");""")]
    [InlineData("""Use(text is "NONE" or "DONE" or "[DONE]" or "N/A" or "TERMINATE" or "EXIT");""")]
    [InlineData("""Use(text is "NOT_FOUND" or "no answer" or "positive");""")]
    [InlineData("""Use(text.Contains("I'm sorry") || text.Contains("I cannot") || text.Contains("As an AI"));""")]
    [InlineData("""Use(text.Contains("sorry") || text.Contains("cannot") || text.Contains("unable"));""")]
    [InlineData("""Use(text.Contains("```json") || text.StartsWith("{") || text.StartsWith("[") || text.Contains("<think>"));""")]
    [InlineData(
        """foreach (var line in text.Split('\n')) { if (line.StartsWith("Thought:") || line.StartsWith("Action:") || line.Contains("Final Answer:")) Use(line); }"""
    )]
    [InlineData("""Use(text.Contains("\"name\"") || text.Contains("\"arguments\""));""")]
    [InlineData("""Use(text == "en" || text == "de" || text == "German" || text == "pt-BR");""")]
    [InlineData("""Use(text.Contains("approve") || text.Contains("approved"));""")]
    [InlineData("""Use(text.Contains("the capital of France is Paris") || text.Contains("it lies on the Seine"));""")]
    [InlineData("""Use(text.Length > 3 && text.IndexOf('(') > 0 && text.IndexOf(',') > 0);""")]
    [InlineData("""Use(Enum.TryParse<DayOfWeek>(text, true, out var day) ? day : DayOfWeek.Monday);""")]
    [InlineData("""if (!Enum.TryParse<DayOfWeek>(text, out var day)) day = DayOfWeek.Monday; Use(day);""")]
    [InlineData("""try { Use(Enum.Parse<DayOfWeek>(text)); } catch (ArgumentException) { Use(null); }""")]
    [InlineData("""Use(File.ReadAllLines("labels.txt").Contains(text));""")]
    [InlineData("""Use(question.Split(',').Any(l => l == text));""")]
    [InlineData("""Use(labels.Contains(text) || byName.ContainsKey(text));""")]
    [InlineData("""Use(question == "positive" || question == "negative");""")]
    [InlineData("""var command = Console.ReadLine(); if (command == "exit" || command == "help" || command == "positive") Use(text);""")]
    [InlineData(
        """Use(response.FinishReason == ChatFinishReason.Stop || response.ModelId == "gpt-4o" || response.ModelId == "gpt-4.1" || response.ConversationId == "a");"""
    )]
    [InlineData(
        """Use(response.Messages.Any(m => m.AuthorName == "writer" || m.AuthorName == "critic" || m.Role.Value == "tool" || m.Role.Value == "helper"));"""
    )]
    [InlineData("""Use(response.Messages[0].Contents.OfType<FunctionCallContent>().Any(c => c.Name == "search" || c.Name == "lookup"));""")]
    [InlineData("""Debug.Assert(text == "positive" || text == "negative");""")]
    [InlineData("""Assert.True(text is "positive" or "negative");""")]
    public Task Innocent(string statements) =>
        ComparedAnswers.TextAsync(
            statements,
            """
            private readonly List<string> labels = File.ReadAllLines("labels.txt").ToList();
            private readonly Dictionary<string, int> byName = File.ReadAllLines("labels.txt").ToDictionary(l => l, l => l.Length);

            private static class Debug { public static void Assert(bool condition) => Use(condition); }
            private static class Assert { public static void True(bool condition) => Use(condition); }
            """,
            isFound: false
        );

    [Theory]
    [InlineData("""($"Is this review positive? {question}")""", "positive", "negative")]
    [InlineData("""($"Is the claim approved, or is it to be rejected? {question}")""", "approve", "reject")]
    [InlineData("""string.Format(File.ReadAllText("task.txt") + "Say spam if it is spam. {0}", question)""", "spam", "ham")]
    public Task SearchedForWhatThePromptNames(string prompt, string first, string second) =>
        ComparedAnswers.SearchAsync(prompt, $"""Use(text.Contains("{first}") ? 1 : text.StartsWith("{second}") ? 2 : 0);""");

    // Words that only the code knows may be looked for in any prose.
    [Theory]
    [InlineData("""($"Summarize this log. {question}")""", "timeout", "retry")]
    [InlineData("""File.ReadAllText("task.txt") + question""", "positive", "negative")]
    [InlineData("question", "positive", "negative")]
    [InlineData("""($"Do you know what happens now? {question}")""", "no", "yes")]
    [InlineData("""($"Where does the disapproval come from? {question}")""", "approval", "yes")]
    public Task SearchedForWhatThePromptDoesNotName(string prompt, string first, string second) =>
        ComparedAnswers.SearchAsync(
            prompt,
            $"""Use(text.Contains("{first}") ? 1 : text.StartsWith("{second}") ? 2 : 0);""",
            isFound: false
        );

    [Fact]
    public Task SearchedBesideAComparison() =>
        ComparedAnswers.SearchAsync(
            """($"What does the customer want? {question}")""",
            """Use(text == "refund" || text.Contains("money"));""",
            isFound: false
        );

    // A model that asks back does so in its own words: the program looks for the usual ones.
    [Theory]
    [InlineData(
        """if (text.Contains("should i", StringComparison.OrdinalIgnoreCase) || text.Contains("please confirm", StringComparison.OrdinalIgnoreCase)) Use("asks back");"""
    )]
    [InlineData("""foreach (var phrase in new[] { "should i", "please confirm" }) { if (text.Contains(phrase)) Use(phrase); }""")]
    public Task PhrasesOfAQuestion(string statements) =>
        ComparedAnswers.SearchAsync("""($"Book a table. {question}")""", statements, isFound: false);

    // Even where the prompt has the phrases: a test looks at the answer.
    [Fact]
    public Task PhrasesOfAQuestionInATestOfAnUnknownFramework() =>
        ComparedAnswers.UncompiledAsync(
            """
            using System;
            using System.Threading.Tasks;
            using Microsoft.Extensions.AI;
            using Acme.Recording;

            public class BookingLiveTests : RecordedTestBase
            {
                [RecordedTest]
                public async Task BooksWithoutAskingBack()
                {
                    IChatClient chat = CreateChat();
                    var answer = (await chat.GetResponseAsync("Book a table for two. Never say 'should i', and never say 'please confirm'.")).Text;
                    var asksBack = answer.Contains("should i", StringComparison.OrdinalIgnoreCase) || answer.Contains("please confirm", StringComparison.OrdinalIgnoreCase);
                    Console.WriteLine(asksBack);
                }

                private static IChatClient CreateChat() => throw new NotSupportedException();
            }
            """,
            isFound: false
        );

    // The same class without the attribute is found, so the test above would notice if the attribute were not seen.
    [Fact]
    public Task PhrasesOfAQuestionInAProgram() =>
        ComparedAnswers.UncompiledAsync(
            """
            using System;
            using System.Threading.Tasks;
            using Microsoft.Extensions.AI;

            public class Booking : UnknownBase
            {
                public async Task BookAsync(IChatClient chat)
                {
                    var answer = (await chat.GetResponseAsync("Book a table for two. Never say 'should i', and never say 'please confirm'.")).Text;
                    var asksBack = answer.Contains("should i", StringComparison.OrdinalIgnoreCase) || answer.Contains("please confirm", StringComparison.OrdinalIgnoreCase);
                    Console.WriteLine(asksBack);
                }
            }
            """,
            isFound: true
        );

    // The placeholder for a name that is missing is a value like any name.
    [Theory]
    [InlineData("- Owner: [person name or 'Unassigned']", "Unassigned")]
    [InlineData("Give the due date [a date or 'Undated'] of the task.", "Undated")]
    public Task PlaceholderInBrackets(string line, string label) =>
        ComparedAnswers.ExtensionsAIAsync(
            $$""""
            var response = await chat.GetResponseAsync($"""
                Read the minutes and say who has the task.
                {{line}}
                {question}
                """);
            if (response.Text.Trim() == "{{label}}")
                Use(response);
            """"
        );

    [Fact]
    public Task OneConstantForEachOfTwoAnswers() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var first = await chat.GetResponseAsync("What is the capital of France?");
            var second = await chat.GetResponseAsync("What is the capital of Spain?");
            var score = (first.Text == "Paris" ? 1 : 0) + (second.Text == "Madrid" ? 1 : 0);
            Use(score);
            """
        );

    [Theory]
    [InlineData(
        """foreach (var (asked, expected) in Cases) { var answer = await chat.GetResponseAsync(asked); if (answer.Text == expected) Use(asked); }"""
    )]
    [InlineData(
        """foreach (var c in Cases) { var answer = (await chat.GetResponseAsync(c.Asked)).Text; if (answer.Contains(c.Expected)) Use(c); }"""
    )]
    [InlineData("""for (var i = 0; i < Answers.Length; i++) { var answer = await AskAsync(i); Use(answer == Answers[i]); }""")]
    [InlineData("""await Task.WhenAll(Cases.Select(async c => (await chat.GetResponseAsync(c.Asked)).Text == c.Expected));""")]
    [InlineData(
        """foreach (var c in Cases) { var expected = c.Expected; var answer = await chat.GetResponseAsync(c.Asked); if (answer.Text == expected) Use(c); }"""
    )]
    public Task ExpectedAnswersOfCases(string statements) =>
        ComparedAnswers.ExtensionsAIAsync(
            statements,
            """
            private static readonly string[] Answers = ["Paris", "Madrid"];
            private static readonly (string Asked, string Expected)[] Cases = [("The capital of France?", "Paris"), ("The capital of Spain?", "Madrid")];

            private async Task<string> AskAsync(int number) => (await chat.GetResponseAsync($"Question {number}")).Text;
            """
        );

    [Fact]
    public Task LabelsInALoopOfQuestions() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            foreach (var mail in question.Split(';'))
            {
                var answer = (await {|RAG2012:chat.GetResponseAsync|}($"Is the mood positive? {mail}")).Text;
                foreach (var label in Labels)
                {
                    if (answer.Contains(label))
                        Use(label);
                }
            }
            """,
            """private static readonly string[] Labels = ["positive", "negative"];"""
        );

    [Fact]
    public Task InATest() =>
        ComparedAnswers.VerifyAsync(
            """
            using Microsoft.Extensions.AI;

            public class DeskTests(IChatClient chat)
            {
                [Xunit.Fact]
                public async Task<bool> Moods() => (await chat.GetResponseAsync("What is the mood?")).Text is "positive" or "negative";
            }

            public class Desk(IChatClient chat)
            {
                [Fact]
                public async Task<bool> Looks_alike() => (await {|RAG2012:chat.GetResponseAsync|}("What is the mood?")).Text is "positive" or "negative";
            }

            public sealed class FactAttribute : Attribute;

            namespace Xunit
            {
                public sealed class FactAttribute : Attribute;
            }
            """
        );

    [Fact]
    public Task TextThatMayBeTheUsers() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var text = question.Length > 10 ? (await chat.GetResponseAsync(question)).Text : Console.ReadLine();
            Use(text is "positive" or "negative");
            """
        );

    /// <summary>Agents that answer each other: to look at what the other method compares must come to an end.</summary>
    [Theory]
    [InlineData("FirstAsync")]
    [InlineData("ThirdAsync")]
    public Task WhereEachAsksForWhatTheOtherCompares(string partner) =>
        ComparedAnswers.ExtensionsAIAsync(
            "Use(await FirstAsync());",
            $$"""
            private async Task<string> FirstAsync()
            {
                var said = await {|RAG2012:SecondAsync|}();
                Use(said == "yes" || said == "no");
                return (await chat.GetResponseAsync("Say buy or sell.")).Text;
            }

            private async Task<string> SecondAsync()
            {
                var said = await {|RAG2012:{{partner}}|}();
                Use(said == "buy" || said == "sell");
                return (await chat.GetResponseAsync("Say yes or no.")).Text;
            }

            private async Task<string> ThirdAsync()
            {
                var said = await FirstAsync();
                return said.Trim();
            }
            """
        );

    /// <summary>The method that asks lets only labels through: its callers compare nothing else.</summary>
    [Fact]
    public Task WhereItIsAskedAndOnceMore() =>
        ComparedAnswers.ExtensionsAIAsync(
            """
            var desk = await ChooseAsync(question);
            switch (desk)
            {
                case "billing":
                    Use(1);
                    break;
                case "shipping":
                    Use(2);
                    break;
            }
            """,
            """
            private async Task<string> ChooseAsync(string mail)
            {
                var response = await {|RAG2012:chat.GetResponseAsync|}($"Which desk answers this mail, billing or shipping? {mail}");
                var desk = response.Text.Trim();
                return desk is "billing" or "shipping" ? desk : "billing";
            }
            """
        );

    /// <summary>How sure the model is of a label, its first token says; in a schema that token is a brace.</summary>
    [Theory]
    [InlineData("var sure = completion.ContentTokenLogProbabilities[0].LogProbability; Use(sure);", "null")]
    [InlineData("", "new ChatCompletionOptions { IncludeLogProbabilities = true }")]
    public Task WhereItsProbabilityIsAskedFor(string statements, string options) =>
        ComparedAnswers.VerifyAsync(
            $$"""
            using OpenAI.Chat;

            public class Desk(ChatClient chat)
            {
                public async Task<bool> IsCalm(string mail)
                {
                    ChatCompletion completion = await chat.CompleteChatAsync([new UserChatMessage($"Is the mood of this mail calm or angry? {mail}")], {{options}});
                    {{statements}}
                    return completion.Content[0].Text == "calm";
                }

                public async Task<bool> IsAngry(string mail)
                {
                    ChatCompletion completion = await {|RAG2012:chat.CompleteChatAsync|}([new UserChatMessage($"Is the mood of this mail calm or angry? {mail}")]);
                    return completion.Content[0].Text == "angry";
                }

                private static void Use(object value) { }
            }
            """
        );

    /// <summary>One method asks for many: what one of its callers parses is no answer of the others.</summary>
    [Theory]
    [InlineData(
        "var label = await {|RAG2012:SayAsync|}(\"Is this mail a bill or a complaint? \" + question); Use(label is \"bill\" or \"complaint\");"
    )]
    [InlineData(
        "var label = await {|RAG2002:SayAsync|}(\"Is this mail a bill or a complaint? \" + question); Use(label is \"bill\" or \"complaint\"); Use(System.Text.Json.JsonSerializer.Deserialize<int[]>(label));"
    )]
    public Task OfAMethodThatAsksForMany(string statements) =>
        ComparedAnswers.ExtensionsAIAsync(
            statements,
            """
            private async Task<string> SayAsync(string prompt) => (await chat.GetResponseAsync(prompt)).Text.Trim();

            public async Task<int[]?> NumbersAsync(string mail) =>
                System.Text.Json.JsonSerializer.Deserialize<int[]>(await {|RAG2002:SayAsync|}("Which numbers are in this mail? " + mail));
            """
        );
}
